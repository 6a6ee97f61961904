"""What intake says of settings, groups and rules that it refuses, word for word."""

from collections.abc import Callable

import pytest

from allocator.findings import Finding, Place, Severity
from allocator.intake import setting_refusals

#: Where all of it is found.
PLACE = Place(file="list.xlsx", sheet="Delegations", row=7, column=2)


@pytest.mark.parametrize(
    ("refuse", "about", "code", "message", "found"),
    [
        (
            setting_refusals.settings_problem,
            ("groups", "none", "a whole number"),
            "E-SETTING",
            'groups cannot be "none". Write a whole number.',
            "none",
        ),
        (
            setting_refusals.setting_unknown,
            ("grups", "groups"),
            "E-SETTING",
            'there is no setting "grups". Did you mean "groups"?',
            "grups",
        ),
        (
            setting_refusals.setting_unknown,
            ("xyz", ""),
            "E-SETTING",
            'there is no setting "xyz". Correct or remove it.',
            "xyz",
        ),
        (
            setting_refusals.setting_twice,
            ("groups",),
            "E-SETTING",
            '"groups" is there twice. Remove one.',
            "groups",
        ),
        (
            setting_refusals.group_twice,
            ("Rome", "Rome"),
            "E-SETTING",
            'two groups are called "Rome". Give each its own name.',
            "Rome",
        ),
        (
            setting_refusals.group_twice,
            ("Rome", "ROME"),
            "E-SETTING",
            'two groups are called "ROME" and "Rome". Give each its own name.',
            "Rome",
        ),
        (
            setting_refusals.groups_without_names,
            (),
            "E-HEADER",
            'the groups have no column for their names. Write a header row with "Name".',
            "",
        ),
        (
            setting_refusals.toml_invalid,
            ("Invalid value (at line 1, column 5)",),
            "E-SETTING",
            (
                "the file is not valid TOML: Invalid value (at line 1, column 5). Correct"
                ' it; text must stand in quotation marks, as in meeting = "Council".'
            ),
            "",
        ),
        (
            setting_refusals.rule_problem,
            ("Number", "x", "a whole number"),
            "E-RULE",
            'Number cannot be "x". Write a whole number.',
            "x",
        ),
        (
            setting_refusals.rule_incomplete,
            ("write the kind of the rule.",),
            "E-RULE",
            "write the kind of the rule.",
            "",
        ),
        (
            setting_refusals.rules_without_heads,
            (),
            "E-HEADER",
            'the rules have no header row. Write "Rule" and "Who" above the columns.',
            "",
        ),
        (
            setting_refusals.table_in_one_bracket,
            ("rule",),
            "E-SETTING",
            "write [[rule]], with two brackets, above each rule.",
            "",
        ),
        (
            setting_refusals.group_and_with,
            (),
            "E-RULE",
            'a rule has either "group" or "with", not both. Keep the one that its kind needs.',
            "",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    refuse: Callable[..., Finding], about: tuple[object, ...], code: str, message: str, found: str
) -> None:
    """An error of this code at the place, with the text that was found if there is one."""
    assert refuse(PLACE, *about) == Finding(
        severity=Severity.ERROR, code=code, message=message, place=PLACE, found=found
    )
