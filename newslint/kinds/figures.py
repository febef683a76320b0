"""One thing counted twice, with two results: in one article, or in two articles of a story."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Literal

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds import one_figure
from newslint.kinds.apart import accounted_for, another_count, definite, difference_given, made_of
from newslint.kinds.digit_slips import suspicion
from newslint.kinds.likeness import likeness, same_sentence
from newslint.kinds.printed_digits import known_digits, printed, slip_apart
from newslint.language.counted import thing
from newslint.language.figures import Figure
from newslint.language.ordinals import ordinals
from newslint.matching.near import spellings
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span

_SCALE = regex(r"[mbt]n?\b|million|billion|trillion")
# A figure is held against so many earlier ones of its kind at the most.
_BACK = 40
# More figures of one kind than this, each beside like words, are a list or a table.
_LIST = 4
_SOME = frozenset("child woman girl boy officer policeman civilian soldier fighter rebel militant foreigner".split())
_VAGUE = frozenset({"up to", "about", "nearly", "almost"})


@form
class Figures(Form):
    """``check``: what two figures have in common; ``counted``: what is counted, ``(a|b)`` being one thing."""

    check: Literal[
        "count",
        "digits",
        "magnitude",
        "age",
        "birth",
        "age-referred",
        "pointing-back",
        "change",
        "direction",
        "of-a-change",
        "multiple",
        "share",
        "over-all",
        "parts",
        "margin",
        "exchange",
        "conversion",
        "population",
        "product",
        "triad",
        "told-over",
        "whole",
        "sum",
        "listed",
        "named",
    ] = field(
        default="count",
        metadata={
            "help": "count: one thing, two figures; digits: one digit differs; magnitude: million here, billion there; "
            "age: one person, two ages; birth: an age and a year of birth; "
            "age-referred: the accused, who is 48, where the only age is 51; "
            "pointing-back: the 43 stores, after 34 stores; change: up 50% from 80 to 100; "
            "direction: rose from 50 to 40; of-a-change: fell $5, or 10%, to $95; multiple: 600, twice as many as the "
            "400; share: a fifth of 250, or 60; over-all: 58% to her 47%; parts: nine people, 12 of them minors; "
            "margin: 52 votes to 48, by six; product: ten at $5 each, or $60; "
            "exchange: $4m (£2m), then $4m (£3m); conversion: 9 yards, about 80 m; "
            "population: China’s 1.4 million people; told-over: up 9% to 80. A year ago it was 60; "
            "sum: 850 of 1,400 and the other 650; listed: nine votes to seven of a 15-member board; "
            "named: four states, with the names of three"
        },
    )
    counted: tuple[str, ...] = field(default=(), metadata={"help": "what is counted, such as troops or (dead|killed)"})
    shared: int = field(default=2, metadata={"help": "how many words two places must share to speak of one thing"})
    likeness: float = field(
        default=0.0,
        metadata={"help": "how alike the words around must be, 0 to 100; for digits, how suspicious the two are"},
    )
    ratio: float = field(
        default=10.0, metadata={"help": "figures further apart than this many times count other things"}
    )
    changes: bool = field(default=False, metadata={"help": "also where a word beside it tells of a change"})


Count = tuple[int, Figure]
Times = dict[float, int]
"""How often each value stands among figures of one kind."""
Compared = Callable[[Sequence[Document], Count, Count, Figures, Times], bool]


def compile_rule(form: Figures, setting: Setting) -> Compiled:
    """The later place is reported, with a note on the first."""
    terms = _terms(form, setting)
    if form.check == "count" and not form.counted:
        setting.problems.append(Problem((), "`counted` is missing; expected what is counted, such as troops"))
    fills = frozenset({"match", "here", "there", "counted", "there-place"})
    if form.check in one_figure.CHECKS:
        check = one_figure.CHECKS[form.check]

        def pairs(document: Document, _: Hits) -> Iterable[Match]:
            # a sum is made of the figures alone, which what is counted may join to one range
            pairs = check(document) if form.check in one_figure.BY_NOUN else map(_bare, check(document))
            return (_match([document], (0, here), (0, there)) for here, there in pairs)

        return Compiled(ALWAYS, pairs, fills)
    compared = _COMPARED[form.check]

    def counts(documents: Sequence[Document]) -> dict[object, list[Count]]:
        groups: dict[object, list[Count]] = {}
        for at, document in enumerate(documents):
            for one in _with_ordinals(document) if form.check == "digits" else document.figures:
                key = _group(document, one, form, terms)
                if key is not None and setting.allowed(document, _span(one)):
                    groups.setdefault(key, []).append((at, one))
        return groups

    def find(document: Document, _: Hits) -> Iterable[Match]:
        pairs = _conflicts([document], counts([document]), form, compared)
        return (_match([document], here, there) for here, there in pairs)

    def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
        pairs = _conflicts(documents, counts(documents), form, compared)
        return ((here[0], _match(documents, here, there)) for here, there in pairs if here[0] != there[0])

    words = frozenset(word.split()[-1] for word in terms)
    anchors = Anchors(words, always=False) if form.check == "count" else ALWAYS
    return Compiled(anchors, find, fills, compare if form.check == "count" else None)


def _with_ordinals(document: Document) -> Sequence[Figure]:
    return document.memo("with ordinals", lambda: sorted((*document.figures, *ordinals(document.folded))))


def _terms(form: Figures, setting: Setting) -> dict[str, int]:
    """What each counted word belongs to: words of one entry are one thing. Singular and plural are one word."""
    terms: dict[str, int] = {}
    for at, text in enumerate(form.counted):
        try:
            words = spellings(parse(text), setting.lexicon)
        except TemplateError as error:
            setting.problems.append(Problem(("counted", at), str(error), error.offset))
            continue
        for word in words:
            terms[word] = at
            terms.setdefault(word + "s" if not word.endswith("s") else word[:-1], at)
    return terms


def _span(figure: Figure) -> Span:
    return Span(figure.start, max(figure.counted_end, figure.end))


def _bare(pair: tuple[Figure, Figure]) -> tuple[Figure, Figure]:
    here, there = (one._replace(counted_start=one.end, counted_end=one.end) for one in pair)
    return here, there


def _group(document: Document, figure: Figure, form: Figures, terms: dict[str, int]) -> object | None:
    """Figures with one key may count one thing; None for figures that the rule does not look at."""
    if figure.qualifier == "between" or figure.value <= 0:
        return None
    if form.check == "count":
        words = (figure.state, figure.counted) if figure.kind in {"number", "year-like"} else ()
        return next((terms[word] for word in words if word and word in terms), None)
    text = document.text[figure.number_start : figure.number_end]
    if form.check == "magnitude":
        if figure.kind not in {"number", "money"} or not _SCALE.search(text):
            return None
        digits = printed(document, figure)
        return (figure.unit, text.count("."), digits) if digits else None
    counted = thing(figure.counted) if figure.kind in {"number", "ordinal"} else ""
    if figure.kind in {"money", "percent", "points", "measure"} or counted:
        return figure.kind, figure.unit, counted
    return None


def _conflicts(
    documents: Sequence[Document], groups: dict[object, list[Count]], form: Figures, compared: Compared
) -> Iterator[tuple[Count, Count]]:
    """Each later figure that speaks of the same thing as an earlier one in other words, and agrees with none."""
    for same in groups.values():
        times: Times = {}
        for _, one in same:
            times[one.value] = times.get(one.value, 0) + 1
        found: list[tuple[Count, Count]] = []
        done: set[float] = set()
        rows = [known_digits(documents[at], one) for at, one in same] if form.check == "digits" else []
        for position, here in enumerate(same):
            if here[1].value in done:
                continue
            first = max(0, position - _BACK)
            before = same[first:position]
            if rows:
                before = list(compress(before, map(slip_apart, repeat(rows[position]), rows[first:position])))
            others = (there for there in before if _may_conflict(documents, here, there, times))
            other = next((there for there in others if compared(documents, here, there, form, times)), None)
            if other:
                done.add(here[1].value)
                found.append((here, other))
        if len(found) < _LIST:
            yield from found


def _may_conflict(documents: Sequence[Document], here: Count, there: Count, times: Times) -> bool:
    """Two values, of which one stands once, in two sentences."""
    if here[1].value == there[1].value or min(times[here[1].value], times[there[1].value]) > 1:
        return False
    return here[0] != there[0] or not same_sentence(documents[here[0]], here[1], there[1])


def _count(documents: Sequence[Document], here: Count, there: Count, form: Figures, _: Times) -> bool:
    a, b = here[1], there[1]
    small, large = sorted((a.value, b.value))
    if large / small > form.ratio or large - small < max(a.step, b.step) / 2 < small / 20:
        return False
    if {a.qualifier, b.qualifier} & _VAGUE and large / small < 1.1:
        return False
    if thing(a.counted) != thing(b.counted) and {a.counted, b.counted} & _SOME:
        # one counts some of those that the other counts: children, and civilians
        return False
    like = likeness(documents, here, there, form.shared)
    if like.times_differ or like.places_differ:
        return False
    if here[0] != there[0]:
        return not (like.changes and not form.changes) and like.shared >= form.shared and like.score >= form.likeness
    document = documents[here[0]]
    back = definite(document, a)
    apart = another_count(document, a, b) or accounted_for(document, a, b) or made_of(document, a, b)
    if (apart or (difference_given(document, a, b) and not back)) and not form.changes:
        return False
    alike = bool(a.state) and a.state == b.state and like.shared > 0
    return back or alike or (like.shared >= form.shared and like.score >= form.likeness)


def _digits(documents: Sequence[Document], here: Count, there: Count, form: Figures, times: Times) -> bool:
    """Figures of one length that differ in one digit, or have two digits swapped, and are suspected of being one."""
    return suspicion(documents[here[0]], here[1], there[1], times) >= form.likeness


def _magnitude(documents: Sequence[Document], here: Count, there: Count, form: Figures, _: Times) -> bool:
    """The same digits, a thousand times apart; a million times only beside the same words, as where it is one digit."""
    small, large = sorted((here[1].value, there[1].value))
    if large / small >= 10_000:
        return likeness(documents, here, there, form.shared).shared >= form.shared
    if not form.shared or len(printed(documents[here[0]], here[1]).strip("0")) > 1:
        return True
    counted = {thing(one.counted) for _, one in (here, there) if one.counted}
    return len(counted) < 2 and likeness(documents, here, there, 0).shared > 0


_COMPARED: dict[str, Compared] = {"count": _count, "digits": _digits, "magnitude": _magnitude}


def _match(documents: Sequence[Document], here: Count, there: Count) -> Match:
    at, figure = here
    other_at, other = there
    document, second = documents[at], documents[other_at]
    span, second_span = _span(figure), _span(other)
    line, _ = second.position(second_span.start)
    place = f"on line {line}" if at == other_at else f"in {second.path}, line {line}"
    values = {
        "match": document.text[span.start : span.end],
        "here": document.text[figure.start : figure.end],
        "there": second.text[other.start : other.end],
        "counted": document.text[figure.counted_start : figure.counted_end] or figure.state,
        "there-place": place,
    }
    notes = () if here == there else (Note(second.name, second_span, f"{values['there']} here"),)
    return Match(span, values, notes)
