"""How Sphinx builds these pages: everything they need is in the pages, nothing is loaded."""

import sys
from pathlib import Path

from allocator import __version__

# The extension of these pages that reads the program stands beside them.
sys.path.insert(0, str(Path(__file__).parent))

project = "allocator"
author = "the allocator project"
release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "from_program"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"allocator {release}"
html_static_path = ["_static"]
html_css_files = ["print.css", "tables.css"]
html_show_copyright = False
html_show_sphinx = False
