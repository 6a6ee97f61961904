"""How Sphinx builds these pages: everything they need is in the pages, nothing is loaded."""

from allocator import __version__

project = "allocator"
author = "the allocator project"
release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"allocator {release}"
html_static_path = ["_static"]
html_css_files = ["print.css"]
html_show_copyright = False
html_show_sphinx = False
