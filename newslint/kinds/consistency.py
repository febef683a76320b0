"""Two spellings of one term: in one article, or in two articles of a story that are each consistent."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.forms import field, form
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns, keep_case, read_regex, small
from newslint.matching.index import index
from newslint.matching.pattern import Found, run
from newslint.matching.regex import search
from newslint.matching.words import Hits
from newslint.rule import Compiled, Problem, Setting
from newslint.span import Span


@form
class Consistency(TextForm):
    """``forms``: the spellings of one term, each a template; or ``shapes``, the same as regular expressions."""

    forms: tuple[str, ...] = field(default=(), metadata={"help": "the spellings that must not be mixed"})
    shapes: tuple[str, ...] = field(default=(), metadata={"help": "the same as regular expressions (RE2)"})
    each: bool = field(default=True, metadata={"help": "report each place of the rarer form, or only the first"})
    first: Literal["free", "right"] = field(
        default="free", metadata={"help": "right: the first form is the right one, however often the others stand"}
    )
    stories: bool = field(default=True, metadata={"help": "compare the articles of a story, too"})


# For each form the places where it stands.
Places = list[list[Span]]
# In a form with one of these, one place may read otherwise than the next, and is no replacement for it.
_VARIES = frozenset("(){}[]~|\\")


def compile_rule(form: Consistency, setting: Setting) -> Compiled:
    """The form that occurs less often (else the later one) is reported, with a note on the first of the other."""
    if len(form.forms) + len(form.shapes) < 2:
        setting.problems.append(Problem((), "`forms` is missing; expected two spellings or more"))
    patterns = [one for one in compile_patterns(form.forms, "forms", form, setting) if one]
    shapes = [one for at, text in enumerate(form.shapes) if (one := read_regex(text, ("shapes", at), form, setting))]

    regions = frozenset(form.in_)
    anchors = all_anchors(patterns, setting, shapes, form.in_)
    asked = setting.prepared.later(("asked",), lambda: anchors.signs)
    known = cache(lambda: index(asked()))

    def occurrences(document: Document, hits: Hits, least: int) -> Places:
        """Where each form stands; of fewer forms than ``least`` nothing is said."""
        looks: dict[int, Iterator[Found]] = {}
        firsts: dict[int, Found] = {}
        for at in hits:
            if at < len(patterns):
                looks[at] = run(patterns[at], document, regions)
            else:
                looks[at] = search(shapes[at - len(patterns)], document, (), regions)
            if first := next(looks[at], None):
                firsts[at] = first
        places: Places = [[] for _ in (*patterns, *shapes)]
        if len(firsts) < least:
            return places
        for at, first in firsts.items():
            places[at] = [one.span for one in (first, *looks[at])]
        return [[span for span in spans if setting.allowed(document, span)] for spans in _longest(places)]

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        return _within(document, occurrences(document, hits, 2), form)

    def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
        found = [occurrences(document, known().met(document, frozenset(small(form.in_))), 1) for document in documents]
        return _between(documents, found, form)

    fills = frozenset({"match", "other", "count", "other-count"})
    return Compiled(anchors, find, fills, compare if form.stories else None)


def _longest(places: Places) -> Places:
    """A form that stands inside a longer one does not count there: “health care” in “health care workers”."""
    kept: Places = [[] for _ in places]
    end = -1
    every = ((span, which) for which, spans in enumerate(places) for span in spans)
    for span, which in sorted(every, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.end > end:
            kept[which].append(span)
            end = span.end
    return kept


def _within(document: Document, places: Places, form: Consistency) -> Iterable[Match]:
    used = [spans for spans in places if spans]
    if len(used) < 2:
        return
    right = places[0] if form.first == "right" and places[0] else []
    main = right or max(used, key=lambda spans: (len(spans), -spans[0].start))
    for spans in used:
        if spans is not main:
            right_form = _literal(form, places.index(main)) if _literal(form, places.index(spans)) else ""
            for span in spans if form.each else spans[:1]:
                yield _match(document, span, len(spans), (document, main, right_form))


def _between(documents: Sequence[Document], found: list[Places], rule: Consistency) -> Iterable[tuple[int, Match]]:
    steady = [(at, [which for which, spans in enumerate(places) if spans]) for at, places in enumerate(found)]
    single = [(at, forms[0]) for at, forms in steady if len(forms) == 1]
    if len({which for _, which in single}) < 2:
        return
    articles: dict[int, list[int]] = {}
    for at, which in single:
        articles.setdefault(which, []).append(at)
    main = max(articles, key=lambda which: (len(articles[which]), -articles[which][0]))
    if rule.first == "right" and 0 in articles:
        main = 0
    other = articles[main][0]
    for which, holders in articles.items():
        if which != main:
            for at in holders:
                spans = found[at][which]
                right_form = _literal(rule, main) if _literal(rule, which) else ""
                yield (
                    at,
                    _match(documents[at], spans[0], len(spans), (documents[other], found[other][main], right_form)),
                )


def _literal(rule: Consistency, which: int) -> str:
    """A form that always reads the same; empty for one that does not."""
    text = rule.forms[which] if which < len(rule.forms) else ""
    return "" if _VARIES & set(text) else text


def _match(document: Document, span: Span, count: int, main: tuple[Document, list[Span], str]) -> Match:
    """``main``: the article in which the other form stands, its places, and what to write, if that is certain."""
    other, places, right = main
    first = places[0]
    here, there = document.text[span.start : span.end], other.text[first.start : first.end]
    values = {"match": here, "other": there, "count": str(count), "other-count": str(len(places))}
    fix = Fix(keep_case(here, right), safe=False) if right and _fits(document, span, right) else None
    return Match(span, values, (Note(other.name, first, f"“{there}” here"),), fix)


def _fits(document: Document, span: Span, right: str) -> bool:
    """Whether the full stop of an abbreviation comes or goes without touching that of the sentence."""
    after = document.text[span.end : span.end + 3]
    if right.endswith("."):
        return not after.startswith(".")
    following = after.lstrip()[:1]
    return document.text[span.end - 1] != "." or following.islower() or following in {",", ";", ":", "-", "–", "—"}
