"""``allocator explain``: why does a delegation sit there, and what holds the balance?"""

from pathlib import Path

import click

from allocator.cli.options import json_option
from allocator.cli.terminal import live_line, print_findings, print_json, reported_errors
from allocator.memory import SOLVER, require_memory


@click.command()
@click.argument("rosters", metavar="ROSTERS.xlsx", type=click.Path(path_type=Path))
@click.argument("who", metavar="[WHO]", required=False)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="S",
    default=20,
    show_default=True,
    help="Seconds that the answer for each group may take.",
)
@json_option
def explain(rosters: Path, who: str | None, *, time_limit: float, as_json: bool) -> None:
    """Say why WHO sits there: for each other group, the best that could be reached.

    WHO is a delegation or a delegate. Without WHO: the rules that ROSTERS.xlsx keeps, and for every
    goal what keeps it from being lower.
    """
    with reported_errors(as_json=as_json):
        require_memory(SOLVER)
        from allocator import audit  # noqa: PLC0415 - loaded when needed
        from allocator.answers import roster_answer, whereabouts_answer  # noqa: PLC0415 - when needed
        from allocator.explain import kept_rules, whereabouts_lines  # noqa: PLC0415 - as above
        from allocator.rosters import read_rosters  # noqa: PLC0415 - loads openpyxl
        from allocator.solve.elsewhere import whereabouts  # noqa: PLC0415 - loads ortools
        from allocator.solve.holding import holding  # noqa: PLC0415 - as above

        outcome = audit.recounted(read_rosters(rosters))
        print_findings(outcome.edits)
        if who is None:
            rules, held = kept_rules(outcome), holding(outcome)
            if as_json:
                print_json(roster_answer(rules, held))
            else:
                from allocator.cli.summary import print_reasons  # noqa: PLC0415 - loads rich

                print_reasons(rules, held)
            return
        with live_line() as live:
            found = whereabouts(outcome, who, time_limit=time_limit, watch=live)
        if as_json:
            print_json(whereabouts_answer(outcome, found))
        else:
            click.echo("\n".join(whereabouts_lines(outcome, found)))
