"""newslint reads news drafts and reports, line by line, what would embarrass a paper in print."""

__version__ = "0.1.0"
