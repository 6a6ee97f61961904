"""Every tool that is measured, and those that cannot be."""

from benchmarks.peers.tool import Program, Script, Tool

#: The program as it comes, whose rosters the re-balance starts from.
ALLOCATOR = Program(name="allocator", settings="`--balance gender`; all else as it comes")

TOOLS: tuple[Tool, ...] = (
    ALLOCATOR,
    Program(
        name="allocator, small ones apart",
        settings="`--balance gender --small-seating apart`: two people of a delegation sit in two "
        "groups, as most of the other tools seat them",
        options=("--small-seating", "apart"),
    ),
    Script(
        name="one Boolean per seat",
        module="one_boolean_per_seat",
        made_for="the model that a textbook of CP-SAT begins with, written here in 70 lines",
        settings="large delegations everywhere as a rule; the smallest sum of the spreads of this "
        "table as the goal; 110 s, all processors",
    ),
    Script(
        name="best of 1,000 deals",
        module="best_of_many_deals",
        made_for="a spreadsheet with a random column, and patience",
        settings="delegations in random order inside their region, dealt 1-2-3; the deal with the "
        "smallest sum of this table's measures",
    ),
    Script(
        name="sort and deal",
        module="sort_and_deal",
        made_for="doing it by hand",
        settings="sorted by region and delegation, dealt 1-2-3",
    ),
    Script(
        name="random draw",
        module="random_draw",
        made_for="breakout rooms of a call",
        settings="people in random order, dealt 1-2-3",
    ),
    Script(
        name="anti-clustering",
        module="anti_clustering",
        made_for="test and control groups that are alike, each as varied as can be",
        settings="`SimulatedAnnealingHeuristicAntiClustering` as it comes (2,000 steps, 9 starts); "
        "delegation, region and gender as categorical columns",
        requirements=("anti-clustering==0.4.1", "pandas==2.3.3", "numpy==1.26.4"),
    ),
    Script(
        name="team-formation",
        module="team_formation",
        made_for="many small teams of learners, varied or alike in what is asked for, with weights",
        settings="`diversify` on delegation, region and gender with equal weights, teams of at "
        "most 134, 90 s, all processors",
        requirements=("team-formation==2.0.0", "ortools==9.15.6755", "pandas==3.1.1"),
    ),
    Script(
        name="pymindiff",
        module="pymindiff",
        made_for="groups for experiments whose means are alike",
        settings="1,000 random splits instead of 100, `equalize=[numpy.sum]` over columns of 0 and "
        "1 for each delegation of several people, region and gender",
        requirements=("pymindiff==1.0", "pandas==2.3.3", "numpy==1.26.4"),
    ),
    Script(
        name="k-means-constrained",
        module="k_means_constrained",
        made_for="the opposite: clusters of people who are alike, within limits of size",
        settings="clusters of at most three people by delegation, region and gender; then one of "
        "each cluster to each group",
        requirements=("k-means-constrained==0.9.1", "numpy==2.4.6", "pandas==3.1.1"),
    ),
)

#: Tool -> why there is no measurement.
NOT_MEASURED = {
    "GroupSelect, GroupEng, entrofy, split-groups": "pip found none of these names on the day of "
    "the measurement",
    "anticlust, minDiff": "packages for R; anti-clustering and pymindiff follow parts of them",
    "TeamAnneal, gruepr": "no Python packages: C++, and TypeScript",
    "CATME Team-Maker": "a service on the network, to which a list would have to be sent",
    "groupster": "on PyPI; needs Python 3.13 or newer; these measurements are made with 3.11",
    "team-former": "on PyPI; balances marks and wishes, and neither delegations nor regions",
}
