"""Two spellings of one term: in one article, or in two articles of a story that are each consistent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns
from newslint.matching.anchors import Scan
from newslint.matching.pattern import Hits, Pattern, run
from newslint.matching.regex import Expression, RegexError, compile_expression, search
from newslint.rule import Compiled, Problem, Setting
from newslint.span import Span


@dataclass(frozen=True, kw_only=True)
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


def compile_rule(form: Consistency, setting: Setting) -> Compiled:
    """The form that occurs less often (else the later one) is reported, with a note on the first of the other."""
    if len(form.forms) + len(form.shapes) < 2:
        setting.problems.append(Problem((), "`forms` is missing; expected two spellings or more"))
    patterns = [one for one in compile_patterns(form.forms, "forms", form, setting) if one]
    shapes = [one for at, text in enumerate(form.shapes) if (one := _shape(text, at, form, setting))]
    scan = Scan(all_anchors(patterns).words)

    def occurrences(document: Document, hits: Hits) -> Places:
        return [
            [span for span in spans if setting.allowed(document, span)]
            for spans in _everywhere(patterns, shapes, document, hits)
        ]

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        return _within(document, occurrences(document, hits), form)

    def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
        found = [occurrences(document, scan.hits(document.folded.lower)) for document in documents]
        return _between(documents, found, form)

    anchors = all_anchors(patterns)
    if shapes:
        anchors = anchors._replace(always=True)
    return Compiled(
        anchors, find, frozenset({"match", "other", "count", "other-count"}), compare if form.stories else None
    )


def _shape(text: str, at: int, form: Consistency, setting: Setting) -> Expression | None:
    try:
        return compile_expression(text, any_case=form.case == "any", raw=form.exact)
    except RegexError as error:
        setting.problems.append(Problem(("shapes", at), f"not a regular expression that RE2 takes: {error}"))
        return None


def _everywhere(patterns: list[Pattern], shapes: list[Expression], document: Document, hits: Hits) -> Places:
    places = [[found.span for found in run(pattern, document, hits)] for pattern in patterns]
    return _longest(places + [[found.span for found in search(shape, document, ())] for shape in shapes])


def _longest(places: Places) -> Places:
    """A form that stands inside a longer one does not count there: “health care” in “health care workers”."""
    kept: Places = [[] for _ in places]
    end = -1
    every = ((span, form) for form, spans in enumerate(places) for span in spans)
    for span, form in sorted(every, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.end > end:
            kept[form].append(span)
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
            for span in spans if form.each else spans[:1]:
                yield _match(document, span, len(spans), document, main)


def _between(documents: Sequence[Document], found: list[Places], rule: Consistency) -> Iterable[tuple[int, Match]]:
    steady = [(at, [form for form, spans in enumerate(places) if spans]) for at, places in enumerate(found)]
    single = [(at, forms[0]) for at, forms in steady if len(forms) == 1]
    if len({form for _, form in single}) < 2:
        return
    articles: dict[int, list[int]] = {}
    for at, form in single:
        articles.setdefault(form, []).append(at)
    main = max(articles, key=lambda form: (len(articles[form]), -articles[form][0]))
    if rule.first == "right" and 0 in articles:
        main = 0
    other = articles[main][0]
    for form, holders in articles.items():
        if form != main:
            for at in holders:
                spans = found[at][form]
                yield at, _match(documents[at], spans[0], len(spans), documents[other], found[other][main])


def _match(document: Document, span: Span, count: int, other: Document, main: list[Span]) -> Match:
    first = main[0]
    here, there = document.text[span.start : span.end], other.text[first.start : first.end]
    values = {"match": here, "other": there, "count": str(count), "other-count": str(len(main))}
    fix = Fix(there, safe=False) if there.strip() and here.strip() and there != here else None
    return Match(span, values, (Note(other.path, first, f"“{there}” here"),), fix)
