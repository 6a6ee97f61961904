"""What lists, sheets and settings are spoiled with."""

#: Texts that programs stumble over.
ODD_TEXTS = (
    "", " ", "\xa0", "\t", "x" * 201, "x" * 40_000, " " * 50_000, "a " * 20_000, "=1+1",
    "=cmd|' /C'!A0", "@SUM(A1)", "-1", "\u202eabc", "a\u200bb", "\u200d", "e\u0301", "\ufeff",
    "\u2028", "\u2029", "\x85", "a\nb", "a\rb", "a\r\nb", "\x01", "\x0b", "\x0c", "\x1c", "\x7f",
    "\ufffe", "\uffff", "\U0001f1f0\U0001f1ea", "\u0130", "\u00df", "\ufb01", "NA", "None", "null",
    "TOTAL", "Total: 3", "Delegation", "Delegates", "Name", "E-mail", "Kenya", "Kenia", "KENYA",
    "Republic of Kenya", "Côte d'Ivoire", "007", "(", "[", "[/red]", "[bold]", "%s", "{}", "\\",
    "'", '"', "a/b/c", "_x0001_", "_xD800_", "_x005F_x0001_", "#N/A", "#DIV/0!", "Yes", "Group 1",
    "Group 2", "Chair", "withdrawn", "cancelled", "a|b", "../../x", "con",
)  # fmt: skip
#: Numbers, and what pretends to be one.
ODD_NUMBERS = (
    "0", "1", "2", "3", "-1", "-0", "+1", "007", "2.5", "2.0", "1e1", "1e3", "1e300", "1e999",
    "-1e999", "1_000", "1,000", "NaN", "INF", "inf", "nan", "501", "500", "1000000000000",
    "9" * 5_000, "0" * 5_000, "1" + "0" * 300, "0.1", "1e-400", "4294967296",
    "18446744073709551616", "1048576", "16385", "2147483648", "three", "3 pax", "²", "٣", "3", "①",
    "", " ", " 3 ", "0x10", "true", "43000.5", "-2958466", "2958466", "1e", ".", "-",
)  # fmt: skip
#: Attributes' values, beside numbers.
ODD_ATTRIBUTES = (
    "A1", "A0", "A-1", "XFD1048576", "ZZZ9999999", "B2", "a1", "A1:B2", "A1:XFD1048576", "$A$1",
    "B2:A1", "A", "1", "s", "n", "b", "e", "d", "str", "inlineStr", "z", "hidden", "veryHidden",
    "visible", "rId1", "rId99", "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../../x",
    "http://example.org/x", "file:///etc/passwd", "sharedStrings.xml", "External", "", "x" * 300,
    "Delegations", "Settings", "Rules", "a&#10;b", "a&#9;b", "1e5", "utf-16", "iso-8859-1",
)  # fmt: skip
#: Pieces of XML that no spreadsheet needs.
ODD_XML = (
    "&amp;", "&lt;", "&#1;", "&#0;", "&#xD800;", "&#x10FFFF;", "&#x2028;", "&#10;", "&nope;", "&",
    "<", "]]>", "<![CDATA[x]]>", "<![CDATA[<c/>]]>", "<!-- x -->", "<?x y?>", "<!DOCTYPE a>",
    "<x/>", "<f>1+1</f>", "<f/>", "<v/>", "<v>1</v>", "<v>1</v><v>2</v>", "<is><t>x</t></is>",
    "<t>x</t>", "<c/>", '<c r="A2"/>', '<c r="A2" t="s"><v>999</v></c>',
    '<c r="B2" t="d"><v>2026-11-25</v></c>', '<c r="B2" t="d"><v>x</v></c>',
    '<c r="B2" t="b"><v>1</v></c>', '<c r="B2" t="e"><v>#REF!</v></c>', "<row/>", '<row r="2"/>',
    '<row r="1048576"/>', "<sheetData/>", "<r><t>x</t></r>", "<si/>", '<mergeCell ref="A1:B2"/>',
    '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:XFD9"/></mergeCells>', '<dimension ref="A1:A1"/>', "<sheet/>",
    "<sheetView/>", '<cols><col min="1" max="16384" hidden="1"/></cols>', "<phoneticPr/>",
    '<rPh sb="0" eb="1"><t>x</t></rPh>', "<extLst/>",
    '<definedName name="x">Sheet!$A$1</definedName>', "\x01", "\ufffe", "\u2028",
)  # fmt: skip
#: Values of settings.
ODD_VALUES = (
    "0", "1", "3", "-1", "2.5", "inf", "nan", "1e400", "9" * 30, "9" * 5_000, "true", "false",
    '""', '"x"', '"auto"', '"2-4"', '"2-999999999"', '"4-2"', '"whole"', '"spread"', '"es"',
    '"xx"', "[]", "[1]", '["region"]', '["nope"]', '[["a"]]', "{}", "{a=1}", "[" * 100 + "]" * 100,
    "2026-11-25", "12:00:00", "2026-11-25T12:00:00Z", '"\\u0000"', '"\\u0001"', '"\\u202e"',
    '"""a\nb"""', "'''x'''", '"' + "x" * 5_000 + '"', '"="', '"Group A"', '"Kenya"',
    '"Kenya; Chad"', '"Chad;;"', '"apart"', '"together"', '"[/red]"',
)  # fmt: skip
#: Lines of settings.
ODD_LINES = (
    "[[group]]", "[group]", "[[rule]]", "[rule]", "[[x]]", "[x]", "[[rule.group]]", "group = 1",
    "group = 2", "groups = 3", 'groups = "auto"', "rule = []", "seed = 1", "seed = -1", "a.b = 1",
    '"" = 1', "=", "[[", "#", "capacity = 1", 'name = "Group A"', "sessions = 7", "sessions = 2",
    "time-limit = 0", "time_limit = 1e9", "max-moves = 1", 'who = "Kenya"', 'with = "Chad"',
    'rule = "apart"', 'rule = "together"', "number = 0", 'balance = ["region"]',
    'balance = "region"', "small = 0", "small = 999999",
)  # fmt: skip
#: Encodings in which a text is saved anew.
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp437", "utf-7",
    "mac_roman", "gb18030", "cp1256",
)  # fmt: skip
