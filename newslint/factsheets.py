"""Reads fact sheets: YAML files whose blocks hold one statement a line, every mistake with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from newslint.facts import Facts, Sheet
from newslint.finding import Mistake
from newslint.forms import field, form
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.terms import Layer, Office, Term
from newslint.yamlform import Node, build, read, where

_DAY = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ACTING = " (acting)"
_PARTIES = frozenset({"Republican", "Democrat", "independent"})
Days = tuple[int, int]


class _LineError(ValueError):
    """A line of a block that cannot be read."""


def span(text: str) -> tuple[Days, Days | None]:
    """``2000-01-01 .. 2022-06-30``; months and years do for bounds, and the end may be left open."""
    start, dots, end = (part.strip() for part in text.partition(".."))
    if not dots or not start:
        raise ValueError("expected dates such as 2019-07-24 .. 2022-09-06, or 2019-07-24 .. for an open end")
    return bound(start), bound(end) if end else None


def bound(text: str) -> Days:
    """The first and the last day that a date, a month or a year can mean."""
    from calendar import monthrange

    found = _DAY.fullmatch(text)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    last = monthrange(year, month)[1] if year and 1 <= month <= 12 else 31
    if not found or (found[2] and not 1 <= month <= 12) or (found[3] and not 1 <= day <= last):
        raise ValueError(f"“{text}” is no date; expected 2021-12-30, 2021-12 or 2021")
    first = year * 10000 + (month or 1) * 100 + (day or 1)
    return first, year * 10000 + (month or 12) * 100 + (day or last)


@form
class SheetForm:
    """A fact sheet. The blocks have one entry a line: a heading, or under it a name and its dates."""

    source: str = field(metadata={"help": "where the facts come from"})
    covers: Annotated[tuple[Days, Days | None], span] = field(metadata={"help": "the days of which it says all"})
    offices: str = field(default="", metadata={"help": "PLACE: title, title; then, indented, NAME: from .. to"})
    people: str = field(default="", metadata={"help": "usual name = other spelling, other spelling"})
    places: str = field(default="", metadata={"help": "name = adjective, other form"})
    titles: str = field(default="", metadata={"help": "title = other wording, other wording"})
    within: str = field(default="", metadata={"help": "body = its country, or nothing for an international one"})
    others: str = field(default="", metadata={"help": "who held none of the offices = country; * may hold one yet"})
    short: str = field(default="", metadata={"help": "name = form behind a party's letter: Fla in “R-Fla.”"})
    parties: str = field(default="", metadata={"help": "who was in one party throughout = Republican, or Democrat"})


class _Line(NamedTuple):
    offset: int
    indent: int
    text: str


def read_sheet(path: Path) -> tuple[Sheet | None, list[Mistake]]:
    """One sheet, or every mistake in it."""
    name = path.as_posix()
    try:
        source = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or error
        return None, [Mistake(name, None, None, f"this fact sheet cannot be read: {reason}")]
    node, mistakes = read(source, name)
    if node is None:
        return None, mistakes
    form, found = build(node, SheetForm, name)
    mistakes += found
    if form is None:
        return None, mistakes
    if form.covers[1] is None:
        mistakes.append(Mistake(name, *where(node, "covers"), "`covers` needs its end; outside it nothing is said"))
        return None, mistakes
    covers = form.covers[0][0], form.covers[1][1]
    offices = tuple(_offices(form.offices, covers, node, name, mistakes))
    keys = ("people", "places", "titles", "within", "others", "short", "parties")
    equal = [_equal(key, getattr(form, key), node, name, mistakes) for key in keys]
    for line in _lines(form.parties):
        if line.text.partition("=")[2].strip() not in _PARTIES:
            expected = "expected “name = Republican”, Democrat or independent"
            mistakes.append(_mistake(name, node, "parties", line, expected))
    return (None if mistakes else Sheet(offices, *equal)), mistakes


def _lines(text: str) -> Iterator[_Line]:
    offset = 0
    for line in text.splitlines(keepends=True):
        kept = line.split(" #", 1)[0].rstrip()
        shown = kept.lstrip()
        if shown and not shown.startswith("#"):
            yield _Line(offset + len(kept) - len(shown), len(kept) - len(shown), shown)
        offset += len(line)


def _equal(key: str, text: str, node: Node, path: str, mistakes: list[Mistake]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines(text):
        name, _, others = line.text.partition("=")
        forms = tuple(other.strip() for other in others.split(",") if other.strip())
        if not name.strip() or line.indent:
            mistakes.append(_mistake(path, node, key, line, "expected “name = other form, other form”"))
        found[name.strip()] = forms
    return found


def _mistake(path: str, node: Node, key: str, line: _Line, message: str) -> Mistake:
    return Mistake(path, *where(node, key, offset=line.offset), message)


def _offices(text: str, covers: Days, node: Node, path: str, mistakes: list[Mistake]) -> Iterator[Office]:
    head: Office | None = None
    terms: list[Term] = []
    within = covers
    for line in _lines(text):
        try:
            if not line.indent:
                if head:
                    yield head._replace(layers=(Layer(within, tuple(terms)),))
                head, terms, within = _heading(line.text), [], covers
            elif head is None:
                raise _LineError("expected an office first: “France: president”")
            elif line.text.startswith("covers:"):
                start, end = span(line.text.removeprefix("covers:"))
                within = start[0], (end or covers)[1]
            else:
                terms.append(_term(line.text, within))
        except ValueError as error:
            mistakes.append(_mistake(path, node, "offices", line, str(error)))
    if head:
        yield head._replace(layers=(Layer(within, tuple(terms)),))


def _heading(text: str) -> Office:
    """``the United States: secretary of state*, foreign minister``: the first title names the office."""
    place, _, rest = text.partition(":")
    titles = [title.strip() for title in rest.split(",") if title.strip()]
    if not titles or not place.strip():
        raise _LineError("expected “PLACE: title, other title”")
    alone = frozenset(title.rstrip("*").lower() for title in titles if title.endswith("*"))
    first = titles[0].rstrip("*")
    every = frozenset(title.rstrip("*").lower() for title in titles)
    return Office(f"{first} of {place.strip()}", every, place.strip(), alone, ())


def _term(text: str, covers: Days) -> Term:
    name, colon, dates = text.rpartition(": ")
    if not colon or not name.strip():
        raise _LineError("expected “NAME: 2019-07-24 .. 2022-09-06”")
    start, end = span(dates)
    acting = name.endswith(_ACTING)
    if end and end[1] < start[0]:
        raise _LineError("ends before it begins")
    return Term(name.removesuffix(_ACTING).strip(), start, end or (covers[1], covers[1]), acting, end is None)


class Shelf(NamedTuple):
    """Where fact sheets come from: files that are read when first asked for, and sheets read already."""

    paths: tuple[Path, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    nicknames: tuple[str, ...] = ()

    def __call__(self) -> Facts:
        """All sheets together, read once in a process; those that are not in order are left out."""
        return _facts(self)

    def __hash__(self) -> int:
        """By the files and how many sheets there are: sheets hold dictionaries."""
        return hash((self.paths, len(self.sheets)))


@cache
def _facts(shelf: Shelf) -> Facts:
    found = [sheet for path in shelf.paths if (sheet := read_sheet(path)[0])]
    return Facts([*found, *shelf.sheets], _nicknames(shelf.nicknames))


def _nicknames(entries: Iterable[str]) -> Mapping[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for entry in entries:
        short, *full = entry.lower().split()
        forms[short] = forms.get(short, frozenset()) | frozenset(full)
    return forms


def shelf(lazy: Sequence[Path], eager: Sequence[Path], nicknames: tuple[str, ...]) -> tuple[Shelf, list[Mistake]]:
    """The sheets that come with newslint are read when needed; a desk's own at once, so that its mistakes are told."""
    mistakes: list[Mistake] = []
    sheets = []
    for path in eager:
        sheet, wrong = read_sheet(path)
        mistakes += wrong
        if sheet:
            sheets.append(sheet)
    return Shelf(tuple(lazy), tuple(sheets), nicknames), mistakes
