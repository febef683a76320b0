"""The output formats: a closed table, so that what ``--format`` takes is read off in one place."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from newslint.finding import Report
from newslint.formats.options import About, Article, Options

__all__ = ["FORMATS", "WITH_TEXT", "About", "Article", "Options", "Render"]

Render = Callable[[Report, Options], Iterator[str]]


def _format(module: str) -> Render:
    """What a module renders; it is imported when a run asks for its format."""

    def render(report: Report, options: Options) -> Iterator[str]:
        made: Render = import_module(f"newslint.formats.{module}").render
        return made(report, options)

    return render


FORMATS: Mapping[str, Render] = {
    "text": _format("text"),
    "concise": _format("concise"),
    "json": _format("json_"),
    "jsonl": _format("jsonl"),
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
