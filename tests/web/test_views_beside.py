"""What stands beside the steps: versions, the search that runs, suggestions."""

import pytest
from desk_contents import a_content

from allocator.changes import Move
from allocator.web.jobs import Stage, Standing
from allocator.web.store import Line
from allocator.web.views import job_view, suggestions_view, versions_view


def test_versions_stand_with_the_latest_first() -> None:
    """Only the latest one is current."""
    lines = [
        Line(number=number, who="Jean", when="2026-11-23T09:30:00+00:00", kind="moved", what="x",
             content={})
        for number in (1, 2)
    ]  # fmt: skip
    view = versions_view(lines)

    assert [(2, True), (1, False)] == [(row["number"], row["current"]) for row in view]
    assert "2026-11-23 09:30" == view[0]["at"]


@pytest.mark.parametrize(
    ("standing", "place", "sentence"),
    [
        (Standing(kind="why", stage=Stage.WAITING), 2, "Waiting: 2 searches are before this one."),
        (Standing(kind="why", stage=Stage.WAITING), 0, "It starts at once."),
        (Standing(kind="why", stage=Stage.RUNNING), 0, "Getting ready."),
        (
            Standing(kind="why", stage=Stage.RUNNING, goal="size"),
            0,
            "Size of the groups: looking for a first roster.",
        ),
        (
            Standing(kind="why", stage=Stage.RUNNING, goal="size", value=3, bound=1),
            0,
            "Size of the groups: 3 so far; no roster has less than 1.",
        ),
        (
            Standing(kind="why", stage=Stage.RUNNING, goal="rules"),
            0,
            "Rules: looking for a first roster.",
        ),
        (Standing(kind="why", stage=Stage.FAILED, error="No."), 0, "No."),
        (Standing(kind="why", stage=Stage.DONE), 0, "Done."),
    ],
)
def test_a_job_says_how_far_it_is(standing: Standing, place: int, sentence: str) -> None:
    """One sentence for each stage."""
    assert sentence == job_view(standing, place)["sentence"]


def test_suggestions_show_only_what_would_differ() -> None:
    """A goal that stays the same is no gain."""
    outcome = a_content().outcome
    assert outcome is not None
    now = {score.name: score.value for score in outcome.goals}

    class Suggested:
        """One move that mends the sizes."""

        moves = 1
        goals = {**now, "size": now["size"] + 1}  # noqa: RUF012 - never changed
        steps = (Move(delegation="Fiji", origin="Group 1", target="Group 2"),)

    (view,) = suggestions_view(outcome, [Suggested()])

    assert ["Size of the groups"] == [gain["title"] for gain in view["gains"]]
    assert "Fiji, 1 person: Group 1 to Group 2." == view["sentence"]
