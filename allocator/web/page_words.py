"""What the page says where the program would name a command or an option of the command line."""

from collections.abc import Callable, Mapping

from allocator.text import Text, Word, say, told

#: Sentence of the program -> the same for a reader of the page, from the same values.
HERE: Mapping[str, Callable[..., Text]] = {
    "Let delegations spread with --seating spread.": lambda **values: say(
        "Let delegations spread. It is one of the settings.",
        **values,
    ),
    "Let delegations sit whole with --seating whole.": lambda **values: say(
        "Let delegations sit whole. It is one of the settings.",
        **values,
    ),
    "Let small delegations sit apart with --small-seating apart.": lambda **values: say(
        "Let small delegations sit in different groups. It is one of the settings.",
        **values,
    ),
    "Let small delegations sit together with --small-seating together.": lambda **values: say(
        "Let small delegations sit together in one group. It is one of the settings.",
        **values,
    ),
    (
        "at most {most} people may move, but groups that are no more and rooms that are full "
        "move {fewest} are known to do. Give --max-moves {fewest}, or raise the capacities."
    ): lambda **values: say(
        "at most {most} people may move, but groups that are no more and rooms that are full "
        "move more; {fewest} moves are known to do. Allow {fewest}, or raise the capacities.",
        **values,
    ),
    (
        "at most {most} people may move, but groups that are no more and rooms that are full "
        "move no fewer than {fewest}. Give --max-moves {fewest}, or raise the capacities."
    ): lambda **values: say(
        "at most {most} people may move, but groups that are no more and rooms that are full "
        "move no fewer than {fewest}. Allow {fewest}, or raise the capacities.",
        **values,
    ),
    (
        "{k} groups for {people} people leave groups empty. Give at most {people} with -g."
    ): lambda **values: say(
        "{k} groups for {people} people leave groups empty. Set at most {people} groups.",
        **values,
    ),
    (
        "{name} is for what a re-balance changed, and these rosters are a first version. Take "
        "the workbook that allocator rebalance writes."
    ): lambda **values: say(
        "{name} is for what a late list changed, and these rosters are a first version. Drop a "
        "late list in first.",
        **values,
    ),
    (
        "this is one session of {sessions}; take each of the others with --session."
    ): lambda **values: say(
        "this is one session of {sessions}; each of the others has a file of its own.",
        **values,
    ),
    (
        "the rosters were changed after the sheet of changes was written, and contradict it in "
        "{lines} of its lines. Make new rosters with allocator rebalance before you write to "
        "anybody."
    ): lambda **values: say(
        "the rosters were changed after the late list was taken in, and contradict its changes "
        "in {lines} lines. Drop the late list in again before you write to anybody.",
        **values,
    ),
    (
        "this looks like the whole new list, and not only what is to be added: nobody is taken "
        "for withdrawn. If it is, give it as the whole new list (--list)."
    ): lambda **values: say(
        "this looks like the whole new list, and not only what is to be added: nobody is taken "
        "for withdrawn. If it is, drop it in again as the whole new list.",
        **values,
    ),
    (
        "the column {heading} is not read as the {field}. If it is, say so: {option}."
    ): lambda **values: say(
        "the column {heading} is not read as the {field}. If it is, choose it among the columns.",
        **values,
    ),
    (
        "the rosters were made with {columns}, and no column of this list was read as such. "
        "Add it, or say which column it is: {option}."
    ): lambda **values: say(
        "the rosters were made with {columns}, and no column of this list was read as such. "
        "Add it, and drop the list in again.",
        **values,
    ),
    (
        'the file is not UTF-8. Save it as "CSV UTF-8", or give its encoding, for example '
        "--encoding cp1252."
    ): lambda **values: say(
        'the file is not UTF-8. Save it as "CSV UTF-8" and drop it in again.',
        **values,
    ),
    (
        "the list has {found:,} rows (limit {most:,}). Raise the limit with --max-rows."
    ): lambda **values: say(
        "the list has {found:,} rows (limit {most:,}). Longer ones are for the command line.",
        **values,
    ),
    (
        "the workbook has no visible sheet. Unhide the list, or name its sheet with --sheet."
    ): lambda **values: say(
        "the workbook has no visible sheet. Unhide the list, save, and drop it in again.",
        **values,
    ),
    "A CSV has no sheets; leave --sheet out.": lambda **values: say(
        "A CSV has no sheets.",
        **values,
    ),
    (
        "this is a rosters workbook, not a list. Give the list; to check rosters, use "
        "allocator verify."
    ): lambda **values: say(
        "this is a rosters workbook, not a list. Drop the list in.",
        **values,
    ),
    (
        "no roster was found in {seconds:g} seconds. Give more time with --time-limit."
    ): lambda **values: say(
        "no roster was found in {seconds:g} seconds. Give more time in the settings.",
        **values,
    ),
    (
        "this is no rosters workbook. Give the file that allocator allocate wrote."
    ): lambda **values: say(
        "this is no rosters workbook. Give the file that was downloaded from the board.",
        **values,
    ),
    (
        "{found} is not in the sheet {sheet}. Correct the name; a new delegation comes in with "
        "allocator rebalance."
    ): lambda **values: say(
        "{found} is not in the sheet {sheet}. Correct the name; a new delegation comes in with "
        "a late list.",
        **values,
    ),
    (
        "{found} is no number of the sheet {sheet}. Move whole rows; a new delegate comes in "
        "with allocator rebalance."
    ): lambda **values: say(
        "{found} is no number of the sheet {sheet}. Move whole rows; a new delegate comes in "
        "with a late list.",
        **values,
    ),
    (
        "this row of {delegation} has no number of the list. Move whole rows; a new delegate "
        "comes in with allocator rebalance --add."
    ): lambda **values: say(
        "this row of {delegation} has no number of the list. Move whole rows; a new delegate "
        "comes in with a late list.",
        **values,
    ),
    (
        "the group {group} is not in the sheet {sheet}. Put it and its roster back; for fewer "
        "groups use allocator rebalance -g."
    ): lambda **values: say(
        "the group {group} is not in the sheet {sheet}. Put it and its roster back; for fewer "
        "groups, allocate the list again.",
        **values,
    ),
    (
        "{leave} of the {people} people on the rosters are not on the list, and leave. If it "
        "holds only late registrations, give it with --add."
    ): lambda **values: say(
        "{leave} of the {people} people on the rosters are not on the list, and leave. If it "
        "holds only late registrations, undo this, and drop it in as such.",
        **values,
    ),
    (
        "these are the rosters of {sessions} sessions, and a re-balance takes those of one. "
        "Allocate the new list anew with --sessions {sessions}; everybody may then have other "
        "groups than before."
    ): lambda **values: say(
        "these are the rosters of {sessions} sessions, and a late list can be taken into those "
        "of one. Allocate the new list anew; everybody may then have other groups than before.",
        **values,
    ),
    (
        "what this list says of groups, rules and settings does not count: those of the "
        "rosters hold. "
        "Change them in the rosters' sheets Groups, Rules and Settings, or with --settings."
    ): lambda **values: say(
        "what this list says of groups, rules and settings does not count: those of the "
        "rosters hold. "
        "Change them in the settings.",
        **values,
    ),
    (
        "{country} is the delegation, and {organization} ({letters}) is not. The other way "
        "round: --column delegation={letters}."
    ): lambda **values: say(
        "{country} is the delegation, and {organization} ({letters}) is not. The other way "
        "round: choose column {letters} for the delegation.",
        **values,
    ),
    (
        "{country} is the delegation, except in rows where it is empty, the category is that "
        "of an organization, or {organization} ({letters}) is a State: there {organization} "
        "is: {number} ({names}). To take it from there in every row: --column "
        "delegation={letters}."
    ): lambda **values: say(
        "{country} is the delegation, except in rows where it is empty, the category is that "
        "of an organization, or {organization} ({letters}) is a State: there {organization} "
        "is: {number} ({names}). To take it from there in every row, choose column {letters} "
        "for the delegation.",
        **values,
    ),
}


def on_page(text: Text) -> Text:
    """A sentence as the page says it: its own words for what is done otherwise there."""
    if isinstance(text, Word):
        return text
    values = {
        name: on_page(value) if isinstance(value, Text) else value
        for name, value in text.values.items()
    }
    here = HERE.get(text.template)
    return here(**values) if here else Text(text.template, values)


def told_here(text: object, language: str) -> str:
    """A text as the page says it, in a language; what is no sentence as it is."""
    return told(on_page(text) if isinstance(text, Text) else text, language)
