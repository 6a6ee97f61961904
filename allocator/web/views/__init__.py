"""What the page shows, as plain mappings: the JSON of the page and its templates read the same."""

from allocator.web.views.addresses import addresses_view
from allocator.web.views.board import board_view
from allocator.web.views.changes import changes_view
from allocator.web.views.compared import compared_view
from allocator.web.views.exports import exports_view
from allocator.web.views.job import job_view
from allocator.web.views.list import list_view
from allocator.web.views.page import STEPS, page_view, shelf_view
from allocator.web.views.settings import settings_view
from allocator.web.views.suggestions import suggestions_view
from allocator.web.views.told import goals_told
from allocator.web.views.versions import versions_view
from allocator.web.views.whole import whole_view

__all__ = [
    "STEPS", "addresses_view", "board_view", "changes_view", "compared_view", "exports_view",
    "goals_told", "job_view", "list_view", "page_view", "settings_view", "shelf_view",
    "suggestions_view", "versions_view", "whole_view",
]  # fmt: skip
