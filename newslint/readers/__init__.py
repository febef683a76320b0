"""From files to articles: which files are read, and how each format becomes text with its parts."""
