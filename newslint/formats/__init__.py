"""The output formats: a closed table, so that what ``--format`` takes is read off in one place."""

from collections.abc import Callable, Iterator, Mapping

from newslint.finding import Report
from newslint.formats import (
    checkstyle,
    concise,
    github,
    gitlab,
    html,
    json_,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
    text,
)
from newslint.formats.options import About, Article, Options

__all__ = ["FORMATS", "WITH_TEXT", "About", "Article", "Options", "Render"]

Render = Callable[[Report, Options], Iterator[str]]

FORMATS: Mapping[str, Render] = {
    "text": text.render,
    "concise": concise.render,
    "json": json_.render,
    "jsonl": jsonl.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "rdjson": rdjson.render,
    "checkstyle": checkstyle.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "html": html.render,
}
# Those that show the articles: for the others their text need not be kept.
WITH_TEXT = frozenset({"text", "github", "rdjson", "markdown", "html"})
