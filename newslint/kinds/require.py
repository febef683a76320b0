"""If this, then that: what must stand, or must not yet stand, near something else."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns, match_of, read_slots
from newslint.matching.index import index
from newslint.matching.pattern import Found, Pattern, run
from newslint.matching.words import Hits
from newslint.rule import Compiled, Problem, Setting
from newslint.span import Span

Keys = tuple[Any, ...]


@form
class Require(TextForm):
    """If ``match`` stands, one of ``needs`` must stand too, or none of ``never``; slots of one name must be alike."""

    match: tuple[str, ...] = field(metadata={"help": "what asks for something: templates"})
    needs: tuple[str, ...] = field(default=(), metadata={"help": "one of these must stand"})
    never: tuple[str, ...] = field(default=(), metadata={"help": "none of these may stand; it is what is reported"})
    side: Literal["before", "after", "any"] = field(default="any", metadata={"help": "on which side of the match"})
    scope: Literal["sentence", "paragraph", "article"] = field(
        default="article", metadata={"help": "how far from the match"}
    )
    once: bool = field(default=False, metadata={"help": "report only the first place, of each wording of the slots"})


def compile_rule(form: Require, setting: Setting) -> Compiled:
    """What lacks its other half is reported; under ``never`` the other half is, with a note on the match."""
    if bool(form.needs) is bool(form.never):
        setting.problems.append(Problem((), "expected `needs` or `never`: what must stand, or what may not"))
    firsts = [one for one in compile_patterns(form.match, "match", form, setting) if one]
    key = "needs" if form.needs else "never"
    seconds = [one for one in compile_patterns(form.needs or form.never, key, form, setting) if one]
    shared = sorted(read_slots(form.match, setting) & read_slots(form.needs or form.never, setting))

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        found = _all(document, hits, firsts)
        if not found:
            return ()
        others: dict[Keys, list[Found]] = {}
        for other in _all(document, known().met(document), seconds):
            if form.needs or setting.allowed(document, other.span):
                others.setdefault(_keys(other, shared), []).append(other)
        pairs = [(one, _beside(document, one, others.get(_keys(one, shared), ()), form)) for one in found]
        if form.never:
            return _too_early(document, [(one, beside) for one, beside in pairs if beside], shared, form)
        lacking = [one for one, beside in pairs if not beside and setting.allowed(document, one.span)]
        return (match_of(document, one, form.fix) for one in (_firsts(lacking, shared) if form.once else lacking))

    anchors = all_anchors(firsts, setting)
    wanted = all_anchors(seconds, setting)
    asked = setting.prepared.later(("asked",), lambda: wanted.signs)
    known = cache(lambda: index(asked()))
    # both are what it looks for; it is asked where the first stands
    words = anchors._replace(words=frozenset((*anchors.words, *wanted.words)))
    names = set(shared) if form.never else read_slots(form.match, setting)
    return Compiled(words, find, frozenset(names | {"match"} | ({"fix"} if form.fix else set())))


def _firsts(found: Iterable[Found], shared: Iterable[str]) -> Iterable[Found]:
    """The first of each wording."""
    first: dict[Keys, Found] = {}
    for one in found:
        first.setdefault(_keys(one, shared), one)
    return first.values()


def _too_early(
    document: Document, pairs: Iterable[tuple[Found, Found]], shared: Iterable[str], form: Require
) -> Iterator[Match]:
    """What should not stand where it stands, once for each wording, with a note on the place that says so."""
    reported: set[Keys] = set()
    for one, other in pairs:
        keys = _keys(one, shared)
        if keys not in reported:
            note = Note(document.name, one.span, "this stands here")
            yield match_of(document, other, form.fix)._replace(notes=(note,))
        reported.add(keys)


def _all(document: Document, hits: Hits, patterns: Sequence[Pattern]) -> list[Found]:
    """The matches of all patterns in order, each place once."""
    found = {one.span: one for at in hits for one in run(patterns[at], document)}
    return sorted(found.values(), key=lambda one: one.whole)


def _keys(found: Found, shared: Iterable[str]) -> Keys:
    return tuple(found.slots[name].key if name in found.slots else None for name in shared)


def _beside(document: Document, one: Found, others: Sequence[Found], form: Require) -> Found | None:
    """The first of the others that stands on the right side of a match, near enough, and not inside it."""
    area = _area(document, one.span, form.scope)
    before = bisect_left(others, area.start, key=lambda other: other.whole.start)
    if form.side != "after" and before < len(others) and others[before].whole.end <= one.whole.start:
        return others[before]
    after = bisect_left(others, one.whole.end, key=lambda other: other.whole.start)
    if form.side != "before" and after < len(others) and others[after].whole.start < area.end:
        return others[after]
    return None


def _area(document: Document, span: Span, scope: str) -> Span:
    if scope == "sentence":
        return document.sentence(span.start)
    return document.paragraph(span.start) if scope == "paragraph" else Span(0, len(document.text) + 1)
