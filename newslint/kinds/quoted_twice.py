"""One quotation given twice in two wordings, or to two speakers."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.repeated import repeated
from newslint.language.people import Person
from newslint.language.quotes import Quotation
from newslint.patterns import regex
from newslint.span import Span

_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")
_SHINGLE = 4
"""Words in a row that two quotations must share to be looked at."""
_SAME = 0.8
"""Share of the words that two wordings of one quotation have in common, in order."""
_MOST_BEARERS = 6
"""Quotations with one shingle that are remembered."""
_BESIDE = 12
"""Characters between a quotation and the name of its speaker."""
# Longer quotations differ by cuts, and cost more to compare than they tell.
_LONGEST = 120
_SPEAKS = regex(r"\W{0,4}(?:said|says|told|added|adds|wrote|tweeted|insisted|warned)\b")
_SPOKE = regex(r"\b(?:said|says|told|added|adds|wrote|tweeted|insisted|warned) *\Z")

Quoted = tuple[int, Quotation, list[str]]


def doubles(documents: Sequence[Document], least: int, *, speakers: bool) -> Iterator[tuple[int, Match]]:
    """Each later quotation that has an earlier one in other words, or, for ``speakers``, of somebody else."""
    for here, rivals in _rivals(documents, least):
        for there in rivals:
            match = _two_speakers(documents, here, there) if speakers else _two_wordings(documents, here, there)
            if match:
                yield here[0], match
                break


def _rivals(documents: Sequence[Document], least: int) -> list[tuple[Quoted, list[Quoted]]]:
    """Each quotation with the earlier ones that share words in a row with it; for one article worked out once."""
    if len(documents) == 1:
        return documents[0].passing(("rivals", least), lambda: _sharing(documents, least))
    return _sharing(documents, least)


def _sharing(documents: Sequence[Document], least: int) -> list[tuple[Quoted, list[Quoted]]]:
    found: list[tuple[Quoted, list[Quoted]]] = []
    shingles = array("q")
    for here in _quoted(documents, least):
        shingles.extend(_shingles(here))
    twice = set(repeated(shingles, len(shingles)))
    seen: dict[int, list[Quoted]] = {}
    for here in _quoted(documents, least) if twice else ():
        rivals: dict[int, Quoted] = {}
        for shingle in _shingles(here):
            if shingle not in twice:
                continue
            known = seen.setdefault(shingle, [])
            if known:
                rivals.update((id(there[1]), there) for there in known)
            if len(known) < _MOST_BEARERS:
                known.append(here)
        if rivals:
            found.append((here, list(rivals.values())[:_MOST_BEARERS]))
    return found


def _shingles(here: Quoted) -> Iterable[int]:
    """The different runs of a few words in a quotation, each as a number, in order."""
    words = here[2]
    return dict.fromkeys(map(hash, zip(*(words[at:] for at in range(_SHINGLE)), strict=False)))


def _quoted(documents: Sequence[Document], least: int) -> Iterator[Quoted]:
    known: dict[str, str] = {}
    for at, document in enumerate(documents):
        for one in document.quotations:
            if one.closed and one.level == 0:
                words = _WORD.findall(document.folded.lower[one.inner_start : one.inner_end])
                if least <= len(words) <= _LONGEST:
                    yield at, one, [known.setdefault(word, word) for word in words]


def _two_wordings(documents: Sequence[Document], here: Quoted, there: Quoted) -> Match | None:
    from difflib import SequenceMatcher

    if here[2] == there[2] or _part(here[2], there[2]):
        return None
    if SequenceMatcher(None, here[2], there[2], autojunk=False).ratio() < _SAME:
        return None
    return _match(documents, here, there, ("", ""))


def _two_speakers(documents: Sequence[Document], here: Quoted, there: Quoted) -> Match | None:
    if here[2] != there[2]:
        return None
    first, second = _speaker(documents[here[0]], here[1]), _speaker(documents[there[0]], there[1])
    if first is None or second is None or not _two(first, second, one_article=here[0] == there[0]):
        return None
    names = [
        documents[at].text[person.name_start : person.name_end] for at, person in ((here[0], first), (there[0], second))
    ]
    return _match(documents, here, there, (names[0], names[1]))


def _part(one: list[str], other: list[str]) -> bool:
    """Whether one is a cut of the other."""
    short, long = sorted((" ".join(one), " ".join(other)), key=len)
    return f" {short} " in f" {long} "


def _two(first: Person, second: Person, *, one_article: bool) -> bool:
    if one_article:
        return first.who >= 0 and second.who >= 0 and first.who != second.who and first.surname != second.surname
    return bool(first.surname and second.surname) and first.surname != second.surname


def _speaker(document: Document, one: Quotation) -> Person | None:
    """Who is named beside the quotation with a verb of speech: “…,” Ms. Vega said."""
    starts: list[int] = document.memo(("quoted-twice", "starts"), lambda: [person.start for person in document.people])
    at = bisect_left(starts, one.end)
    if at == len(starts) or starts[at] - one.end > _BESIDE:
        return None
    person, plain = document.people[at], document.folded.plain
    after = _SPEAKS.match(plain, person.end) is not None
    before = _SPOKE.search(plain[one.end : person.start]) is not None
    return person if after or before else None


def _match(documents: Sequence[Document], here: Quoted, there: Quoted, names: tuple[str, str]) -> Match:
    at, one, _ = here
    other_at, other, _ = there
    texts = documents[at].text[one.start : one.end], documents[other_at].text[other.start : other.end]
    note = Note(documents[other_at].name, Span(other.start, other.end), "the first time")
    values = {"match": texts[0], "other": texts[1], "speaker": names[0], "other-speaker": names[1]}
    return Match(Span(one.start, one.end), values, (note,))
