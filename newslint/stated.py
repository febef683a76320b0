"""What ``newslint facts`` says of an article: each office that somebody is given, and what the sheets say to it."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.facts import Facts
from newslint.formats.escape import escape
from newslint.kinds.article_days import article_date
from newslint.kinds.judging import judge
from newslint.kinds.verdicts import Verdict
from newslint.records import NamedTuple
from newslint.span import Span

_SAYS = {
    "right": "right",
    "wrong": "in conflict",
    "then": "in conflict",
    "first-name": "in conflict",
    "spelling": "in conflict",
    "party": "in conflict",
    "unknown": "cannot be said",
}
_COLOURS = {"right": "32", "in conflict": "31;1"}


class Stated(NamedTuple):
    """One statement as printed: where it stands, what the sheets say to it, and why."""

    line: int
    column: int
    says: str
    text: str
    reason: str


def stated(document: Document, facts: Facts) -> Iterator[Stated]:
    """Every statement of an article about people and offices, in order."""
    dated = article_date(document) is not None
    for verdict in sorted(judge(document, facts), key=lambda one: one.statement.start):
        one = verdict.statement
        place = document.place(Span(one.start, one.end))
        text = document.text[one.start : one.end]
        yield Stated(place.line, place.column, _SAYS[verdict.says], text, _reason(verdict, facts, dated=dated))


def _reason(verdict: Verdict, facts: Facts, *, dated: bool) -> str:
    one = verdict.statement
    if verdict.says in {"wrong", "then", "party"}:
        return verdict.right
    if verdict.says in {"first-name", "spelling"}:
        return f"the holder was {verdict.right}"
    if verdict.says == "right":
        return "" if dated else "held at some time; the article has no date of its own"
    if not one.offices:
        return "not in the sheets" if one.place or one.title not in facts.anywhere else "of which country is not said"
    return "the sheets do not know this name, or not this day"


def render(document: Document, facts: Facts, *, colour: bool) -> Iterator[str]:
    """The lines to print."""
    yield escape(document.path) + "\n"
    nothing = True
    for one in stated(document, facts):
        nothing = False
        says = f"\x1b[{_COLOURS[one.says]}m{one.says}\x1b[0m" if colour and one.says in _COLOURS else one.says
        reason = f": {escape(one.reason)}" if one.reason else ""
        yield f"  {one.line}:{one.column}  {says}  {escape(one.text)}{reason}\n"
    if nothing:
        yield "  names no office with its holder\n"


def conflicts(document: Document, facts: Facts) -> bool:
    """Whether anything that the article states is in conflict with the sheets."""
    return any(one.says == "in conflict" for one in stated(document, facts))
