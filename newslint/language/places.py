"""The places that a text names, and the capitalised words that no list knows."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from newslint.language.names import (
    Phrases,
    capitalised_runs,
    find_phrases,
    headline_case,
    name_lists,
    openings,
    phrases,
)
from newslint.language.orgs import known_orgs, orgs
from newslint.language.people import Person, people
from newslint.language.runs import surname_key
from newslint.lexicon import Lexicon, plain_all
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded, fold

# Where one name is two places, the kind that comes last here is meant.
_KINDS = (("region", "regions"), ("country", "countries"), ("state", "us-states"), ("city", "cities"))
_CAUCASUS = regex(r"\b(?:georgian|tbilisi|abkhazia|south ossetia|saakashvili|batumi)\b")
_STATE_OF = regex(r" +(?:state\b|state's\b)")
_SHORTEST = 3
_SPOKEN = regex(
    r"(?:'s)? (?:(?:also|later|then|did|has|had) )?"
    r"(?:said|says|told|tells|added|adds|was|is|has|had|who|declined|denied|denies|refused|resigned|insisted|insists|"
    r"argues|admitted|apologi[sz]ed|confirmed|pledged|pleaded|vowed|believes|thinks|wants|hopes|plans|joins|became)\b"
)


class Place(NamedTuple):
    """A place by its usual name in lower case; ``kind`` is country, state, city or region."""

    start: int
    end: int
    name: str
    kind: str


class _Gazetteer(NamedTuple):
    scan: Phrases
    kinds: dict[str, str]
    usual: dict[str, str]
    states: dict[str, str]
    doubtful: frozenset[str]


@lru_cache(maxsize=8)
def _gazetteer(lexicon: Lexicon) -> _Gazetteer:
    kinds = {form: kind for kind, name in _KINDS for form in plain_all(lexicon.entries(name))}
    usual = {form: name for form, _, name in (entry.partition(" = ") for entry in lexicon.entries("place-aliases"))}
    states = {
        form: name.lower()
        for form, name in usual.items()
        if form.endswith(".") and kinds.get(name) in {"state", "city"} and form not in kinds
    }
    usual = {fold(form).plain: name.lower() for form, name in usual.items() if form not in states}
    return _Gazetteer(
        phrases([*kinds, *states]),
        kinds,
        usual,
        states,
        lexicon.folded("first-names", "first-names-ambiguous", "surnames"),
    )


def places(
    text: Folded,
    sentences: Sequence[Span],
    lexicon: Lexicon,
    persons: Sequence[Person] | None = None,
) -> tuple[Place, ...]:
    """The places in a text, in order; ``persons`` are those of the same text, where they are known already."""
    found, plain = _gazetteer(lexicon), text.plain
    persons = people(text, sentences, lexicon) if persons is None else persons
    names = _Cover([(one.name_start, one.name_end) for one in persons])
    caucasus: bool | None = None
    organisations = _Cover([(start, end) for start, end, _ in known_orgs(text, lexicon)])
    result: list[Place] = []
    for start, end, form in find_phrases(found.scan, plain):
        if names.holds(start) or organisations.wider(start, end) or plain[start - 1 : start] in {"@", "#", "_"}:
            continue
        if form in found.states:
            if plain[max(0, start - 2) : start] == ", " and plain[max(0, start - 3)].isalpha():
                result.append(Place(start, end, found.states[form], "state"))
            continue
        name, kind = found.usual.get(form, form.lower()), found.kinds[form]
        if name == "georgia":
            caucasus = caucasus if caucasus is not None else bool(_CAUCASUS.search(text.lower))
            kind = "country" if caucasus else "state"
        elif name in {"washington", "new york"} and _STATE_OF.match(plain, end):
            kind = "state"
        if _part_of_a_name(plain, end, form, found.doubtful):
            continue
        result.append(Place(start, end, name, kind))
    return tuple(result)


def _part_of_a_name(plain: str, end: int, form: str, doubtful: frozenset[str]) -> bool:
    """A place that is a name too ("Jordan", "Paris") does not count before a surname."""
    if form.lower() not in doubtful or plain[end : end + 1] != " ":
        return False
    word = plain[end + 1 : end + 24].split(" ", 1)[0].rstrip(".,;:!?'\"")
    return word[:1].isupper() and not word.isupper() and word.lower() in doubtful


class _Cover:
    """Spans in order, to ask whether a place lies in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]
        self.reach = list(accumulate((end for _, end in self.spans), max))

    def holds(self, at: int) -> bool:
        which = bisect_right(self.starts, at) - 1
        return which >= 0 and at < self.reach[which]

    def wider(self, start: int, end: int) -> bool:
        """Whether a span takes in this one and more."""
        which = bisect_right(self.starts, start) - 1
        if which < 0:
            return False
        first, last = self.spans[which]
        return end <= last and (first, last) != (start, end)


def unknown_names(
    text: Folded,
    sentences: Sequence[Span],
    lexicon: Lexicon,
    persons: Sequence[Person] | None = None,
) -> tuple[Span, ...]:
    """Capitalised words that no list knows and that are no name found above: a misspelt name may be among them.

    A word that opens a sentence counts only if somebody speaks or acts there ("Bidan said").
    """
    lists, plain = name_lists(lexicon), text.plain
    persons = people(text, sentences, lexicon) if persons is None else persons
    taken = _Cover(
        [
            *((one.start, one.end) for one in persons),
            *((org.start, org.end) for org in orgs(text, sentences, lexicon)),
            *((start, end) for start, end, _ in find_phrases(lists.blocked, plain)),
        ]
    )
    begins = openings(text, sentences)
    familiar = {surname_key(one.surname.rsplit(" ", 1)[-1]) for one in persons} | lists.known
    starts = [sentence.start for sentence in sentences]
    headlines: dict[int, bool] = {}
    found = []
    for start, _, run in capitalised_runs(text):
        at = start
        for piece in run.split(" "):
            word, begin = piece.rstrip(",."), at
            at += len(piece) + 1
            low = word.lower()
            listed = low in lists.stop or low in lists.given or low in lists.belonging or low in familiar
            if listed or len(word) < _SHORTEST or word.isupper() or taken.holds(begin):
                continue
            if begin in begins and not _SPOKEN.match(plain, begin + len(word)):
                continue
            which = bisect_right(starts, begin) - 1
            if which >= 0 and which not in headlines:
                headlines[which] = headline_case(plain, sentences[which])
            if word[0].isupper() and not headlines.get(which):
                found.append(Span(begin, begin + len(word)))
    return tuple(found)
