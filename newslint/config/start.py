"""The configuration that ``newslint init`` writes: all that can be said, commented out."""

START = """\
# What newslint checks here. All of it may go; what is commented out shows what else can be said.
# In force for an article: newslint config PATH. In full: docs/configuration.md.

required-version = ">=0.1"

# What is checked by `newslint check` without a path, and what is left out. Paths are relative to this file.
# paths = ["drafts"]
# exclude = ["archive/**", "*.notes.md"]

# Which findings make the status 1: error, warning, suggestion or never.
fail-on = "warning"
# format = "text"

# Rules (words/trips-for-troops), families (words), house styles, or all; `newslint rules --all` lists them.
# select = ["names", "figures", "dates"]
# extend-select = ["sources/loaded-attribution"]
# ignore = ["headlines/question-headline"]
# house = []

# Rules, word lists and fact sheets of your own, in this repository.
# rules = ["desk/rules"]
# facts = ["desk/staff.yaml"]

# The articles of one folder are one story, and are compared with each other. Or: those whose front matter has one
# value under a key, {by = "front-matter", key = "story"}.
# story = {by = "folder"}

# A configuration that lies beneath this one.
# extend = "desk/base.toml"

# How much a rule or a family matters to you: error, warning or suggestion.
# [severity]
# sources = "suggestion"
# "headlines/too-long" = "error"

# Some articles are held to something else: by their paths, or by what their front matter says.
# [[per-file]]
# files = ["opinion/**"]
# ignore = ["sources"]

# [[per-file]]
# where = {section = "sport"}
# severity = {figures = "error"}
"""
