"""The output formats: a closed table, so that what ``--format`` takes is read off in one place."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from newslint.finding import Report, Telling
from newslint.formats.options import About, Article, Options

__all__ = ["FORMATS", "STREAMED", "WITH_TEXT", "About", "Article", "Options", "Render"]

Render = Callable[[Report, Options], Iterator[str]]
Streamed = Callable[[Report | Telling, Options], Iterator[str]]


def _format(module: str) -> Streamed:
    """What a module renders; it is imported when a run asks for its format."""

    def render(report: Report | Telling, options: Options) -> Iterator[str]:
        made: Streamed = import_module(f"newslint.formats.{module}").render
        return made(report, options)

    return render


# Those that can be printed while the run goes on: what they say of findings, they say first and one by one.
STREAMED: Mapping[str, Streamed] = {
    "text": _format("text"),
    "concise": _format("concise"),
    "json": _format("json_"),
    "jsonl": _format("jsonl"),
}
FORMATS: Mapping[str, Render] = {
    **STREAMED,
    "github": _format("github"),
    "gitlab": _format("gitlab"),
    "sarif": _format("sarif"),
    "rdjson": _format("rdjson"),
    "checkstyle": _format("checkstyle"),
    "junit": _format("junit"),
    "markdown": _format("markdown"),
    "html": _format("html"),
}
# Those that show the articles: for the others their text need not be kept.
WITH_TEXT = frozenset({"text", "github", "rdjson", "markdown", "html"})
