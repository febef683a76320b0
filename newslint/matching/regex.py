"""Regular expressions of rules, on RE2: linear in the text, whatever the expression."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newslint.document import Document
from newslint.matching.pattern import Found
from newslint.matching.slots import text_value
from newslint.matching.where import Condition
from newslint.span import Span
from newslint.text import word_ends, word_starts


class RegexError(ValueError):
    """A regular expression that RE2 refuses."""


class Expression(NamedTuple):
    """A compiled expression.

    ``view``: which text it sees; ``edges``: whether a word must begin, or end, with the match; ``names``: its groups.
    """

    program: Any
    view: str
    edges: tuple[bool, bool]
    names: frozenset[str]


def compile_expression(source: str, *, any_case: bool, raw: bool) -> Expression:
    r"""An expression that sees one paragraph a line; raises RegexError. ``^`` and ``$`` are a paragraph's ends."""
    import re2

    options = re2.Options()
    options.case_sensitive = not any_case
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        program = re2.compile("(?m)" + source, options)
    except re2.error as error:
        text = error.args[0] if error.args else error
        raise RegexError(text.decode() if isinstance(text, bytes) else str(text)) from None
    # RE2 knows word boundaries of ASCII alone: at the ends of a match they are checked again
    edges = (source.startswith(r"\b"), source.endswith(r"\b"))
    return Expression(program, "raw" if raw else "plain", edges, frozenset(program.groupindex))


def search(expression: Expression, document: Document, where: Sequence[Condition]) -> Iterator[Found]:
    """All matches that hold a character; the group ``report`` is the part to report, else the whole match."""
    text = getattr(document.folded, expression.view)
    groups = expression.program.groupindex
    for match in expression.program.finditer(text):
        start, end = match.span()
        if start == end or not _whole(expression, text, start, end):
            continue
        slots = {name: text_value(document, *match.span(at)) for name, at in groups.items() if match.start(at) >= 0}
        if all(condition(slots) for condition in where):
            whole = Span(start, end)
            yield Found(slots["report"].span if "report" in slots else whole, whole, slots)


def _whole(expression: Expression, text: str, start: int, end: int) -> bool:
    begins, ends = expression.edges
    return (not begins or word_starts(text, start)) and (not ends or word_ends(text, end))
