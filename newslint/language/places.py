"""The places and organisations that a text names, and the capitalised words that no list knows."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from newslint.language.names import (
    CAPITAL,
    Phrases,
    capitalised_runs,
    find_phrases,
    headline_case,
    name_lists,
    openings,
    phrases,
)
from newslint.language.people import Person, people
from newslint.language.runs import surname_key
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded, fold

# Where one name is two places, the kind that comes last here is meant.
_KINDS = (("region", "regions"), ("country", "countries"), ("state", "us-states"), ("city", "cities"))
_CAUCASUS = regex(r"\b(?:georgian|tbilisi|abkhazia|south ossetia|saakashvili|batumi)\b")
_STATE_OF = regex(r" +(?:state\b|state's\b)")
_ACRONYM = regex(r"(?<![\w.&'/@#-])[A-Z]{2,6}(?![\w&/]|\.\w)")
_NOT_ACRONYMS = frozenset(
    (
        "AM PM AD BC TV OK US UK USA UAE USSR DC DRC II III IV VI VII VIII IX XI XII CEO CFO COO MP MPs MEP PHOTO "
        "VIDEO AP GMT EST EDT PST PDT BST CET UTC DNA PC CD DVD HD ID IT PR HIV AIDS GDP GMO LGBT LGBTQ ATM SUV "
        "PhD QC VIP NEW THE AND FOR NOT BUT ALL YOU WHO"
    ).split(),
)
_OF = regex(rf" +(?:of|for)(?: +the)? +{CAPITAL}[\w'-]*(?: +{CAPITAL}[\w'-]*){{0,4}}")
# "Department of Health and Human Services", but not "University of Ohio and Smith College".
_TAIL = regex(rf" +(?:of|for)(?: +the)? +{CAPITAL}[\w'-]*(?: +(?:and +)?{CAPITAL}[\w'-]*){{0,4}}")
_MANY_FIELDS = frozenset({"department", "ministry", "committee", "commission", "office", "bureau", "council"})
_OF_HEADS = frozenset(
    (
        "academy agency association bank board bureau chamber church college commission committee confederation "
        "council court department federation institute ministry museum office party university union"
    ).split(),
)
_SHORTEST = 3
_LEADING = frozenset({"the", "a", "an"})
_SPOKEN = regex(r"(?:'s)? (?:said|says|told|added|was|is|has|had|who)\b")


class Place(NamedTuple):
    """A place by its usual name in lower case; ``kind`` is country, state, city or region."""

    start: int
    end: int
    name: str
    kind: str


class Org(NamedTuple):
    """An organisation as printed; ``name`` in lower case."""

    start: int
    end: int
    name: str


class _Gazetteer(NamedTuple):
    scan: Phrases
    kinds: dict[str, str]
    usual: dict[str, str]
    states: dict[str, str]
    orgs: Phrases
    org_nouns: frozenset[str]
    doubtful: frozenset[str]


@lru_cache(maxsize=8)
def _gazetteer(lexicon: Lexicon) -> _Gazetteer:
    kinds = {fold(entry).plain: kind for kind, name in _KINDS for entry in lexicon.entries(name)}
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
        phrases(lexicon.entries("organisations")),
        lexicon.folded("org-nouns"),
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
    known_orgs = _Cover([(start, end) for start, end, _ in find_phrases(found.orgs, plain)])
    caucasus = bool(_CAUCASUS.search(text.lower))
    result: list[Place] = []
    for start, end, form in find_phrases(found.scan, plain):
        if names.holds(start) or (known_orgs.wider(start, end)) or plain[start - 1 : start] in {"@", "#", "_"}:
            continue
        if form in found.states:
            if plain[max(0, start - 2) : start] == ", " and plain[max(0, start - 3)].isalpha():
                result.append(Place(start, end, found.states[form], "state"))
            continue
        name, kind = found.usual.get(form, form.lower()), found.kinds[form]
        if name == "georgia":
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


def orgs(text: Folded, sentences: Sequence[Span], lexicon: Lexicon) -> tuple[Org, ...]:
    """The organisations in a text: known ones, names that end in an organisation's noun, and acronyms."""
    found, plain = _gazetteer(lexicon), text.plain
    known = {(start, end) for start, end, _ in find_phrases(found.orgs, plain)}
    spans = set(known)
    begins = openings(text, sentences)
    for start, _, run in capitalised_runs(text):
        if " " in run or run.lower() in _OF_HEADS:
            spans.update(_ending_in_noun(plain, start, run, found.org_nouns, begins))
    spans = _without_names(plain, spans, known, lexicon)
    spans |= _acronyms(text, sentences)
    kept: list[Org] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Org(start, end, " ".join(text.lower[start:end].split())))
    return tuple(kept)


def _ending_in_noun(
    plain: str,
    start: int,
    run: str,
    nouns: frozenset[str],
    begins: frozenset[int],
) -> list[tuple[int, int]]:
    spans, at, first = [], start, start
    words = []
    for piece in run.split(" "):
        low = piece.lower().rstrip(".,")
        if piece and not (first == at and low in _LEADING):
            words.append((at, piece.rstrip(","), low))
        elif piece:
            first = at + len(piece) + 1
        at += len(piece) + 1
    begin = 0
    for index, (where, piece, low) in enumerate(words):
        following = words[index + 1][2] if index + 1 < len(words) else ""
        if low not in nouns or following in nouns:
            continue
        end = where + len(piece)
        if low in _OF_HEADS and _OF.match(plain, end) and index + 1 == len(words):
            tail = (_TAIL if low in _MANY_FIELDS else _OF).match(plain, end)
            spans.append((words[begin][0], tail.end() if tail else end))
        elif index > begin and not (index == begin + 1 and words[begin][0] in begins and len(words[begin][1]) < 4):
            spans.append((words[begin][0], end))
        begin = index + 1
    return spans


def _without_names(
    plain: str,
    spans: set[tuple[int, int]],
    known: set[tuple[int, int]],
    lexicon: Lexicon,
) -> set[tuple[int, int]]:
    """Leaves out "Smith Supreme Court" where "Supreme Court" is known, but not "Ohio Supreme Court"."""
    ends = {end for _, end in known}
    before = name_lists(lexicon).belonging
    return {
        (start, end)
        for start, end in spans
        if (start, end) in known or end not in ends or plain[start:end].split(" ", 1)[0].lower() in before
    }


def _acronyms(text: Folded, sentences: Sequence[Span]) -> set[tuple[int, int]]:
    """Two to six capitals that do not stand in a sentence all in capitals."""
    plain, begins = text.plain, [sentence.start for sentence in sentences]
    verdicts: dict[int, bool] = {}
    spans = set()
    for hit in _ACRONYM.finditer(plain):
        if hit[0] in _NOT_ACRONYMS:
            continue
        which = bisect_right(begins, hit.start()) - 1
        if which >= 0 and which not in verdicts:
            whole = plain[sentences[which].start : sentences[which].end]
            verdicts[which] = sum(map(str.isupper, whole)) * 2 < sum(map(str.isalpha, whole))
        if verdicts.get(which, True):
            spans.add(hit.span())
    return spans


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
