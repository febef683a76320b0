"""Sentences and paragraphs that stand again, word for word or nearly so: where, and where they stood first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, filterfalse, islice, tee

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.repeated import FEW, repeated
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span

# How many words make one of the overlapping pieces by which paragraphs are compared.
_PIECE = 5
# So much of the pieces, in per cent, and so much of the words in their order, make one paragraph of two.
_ALL, _HALF, _NEARLY = 100, 40, 0.93
# So much two words have in common of which one is a slip for the other.
_SLIP = 0.5
# Of a longer article the pieces are made again where they are asked for; characters.
_LONG = 100_000
WORD = regex(r"[\w\u0300-\u036f]+(?:['-][\w\u0300-\u036f]+)*")


def again(document: Document, spans: Sequence[Span], least: int, share: int) -> Iterator[Match]:
    """Each span most of whose pieces stand in one earlier span."""
    twins = _twins(document, spans)
    others = [span for at, span in enumerate(spans) if at not in twins] if twins else spans
    # where each piece that may stand twice stood first
    seen = dict.fromkeys(_repeated(document, others, least, share), -1)
    for at, here in enumerate(spans if seen or twins else ()):
        pieces = set(_pieces_of(document, here, least))
        best, part = twins.get(at), float(_ALL)
        if best is None:
            best, count = _fullest(pieces, at, seen)
            part = _ALL * count / max(len(pieces), 1)
        if pieces and best is not None and _enough(document, here, spans[best], part, share):
            yield second(document, trim(document, here), trim(document, spans[best]))


def _twins(document: Document, spans: Sequence[Span]) -> dict[int, int]:
    """The numbers of those spans that say to the letter what an earlier one says, and of that one: few have any."""
    lower = document.folded.lower
    first: dict[int, int] = {}
    found: dict[int, int] = {}
    for at, (start, end) in enumerate(spans):
        there = first.setdefault(hash(text := lower[start:end].strip()), at)
        if there != at and text and lower[slice(*spans[there])].strip() == text:
            found[at] = there
    return found


def _fullest(pieces: set[int], at: int, seen: dict[int, int]) -> tuple[int | None, int]:
    """The number of the earlier span in which most of the pieces of one stand, and how many."""
    earlier: dict[int, int] = {}
    for piece in pieces & seen.keys():
        there = seen[piece]
        if there < 0:
            seen[piece] = at
        else:
            earlier[there] = earlier.get(there, 0) + 1
    best = max(earlier, key=lambda one: (earlier[one], -one), default=None)
    return best, 0 if best is None else earlier[best]


def _enough(document: Document, here: Span, there: Span, part: float, share: int) -> bool:
    """Whether a part, in per cent, of the pieces of one span, which stand in another, makes it the same."""
    return part >= share or (share < _ALL and part >= _HALF and _alike(document, here, there))


def _repeated(document: Document, spans: Sequence[Span], least: int, share: int) -> set[int]:
    """The pieces that may stand twice; none where no span has enough of them."""
    if least >= _PIECE and _ALL * _repeats(document) < share * (least - _PIECE + 1):
        return set()
    each = chain.from_iterable(_pieces_of(document, span, least) for span in spans)
    found = set(repeated(each, len(words_of(document).tokens)))
    enough = share if share == _ALL else min(share, _HALF)
    pieces = (set(_pieces_of(document, span, least)) for span in spans) if found else ()
    return found if any(one and _ALL * len(one & found) >= enough * len(one) for one in pieces) else set()


def _pieces_of(document: Document, span: Span, least: int) -> Iterable[int]:
    """The pieces of a span of so many words or more: of a long article they are not held."""
    held: dict[Span, tuple[int, Sequence[int]]] = document.memo("pieces", dict)
    if span in held:
        count, pieces = held[span]
        return pieces if count >= least else ()
    words = WORD.findall(document.folded.lower, *span)
    made = hashes(words) if words[_PIECE:] else (hash(tuple(words)),)
    if len(document.text) > _LONG:
        return made if len(words) >= least else ()
    held[span] = len(words), tuple(made)
    return _pieces_of(document, span, least)


def hashes(words: Iterable[str]) -> Iterator[int]:
    """Each run of so many words as a number."""
    ahead = (islice(some, at, None) for at, some in enumerate(tee(words, _PIECE)))
    return map(hash, zip(*ahead, strict=False))


def _alike(document: Document, here: Span, there: Span) -> bool:
    """Whether two texts differ in so few words that one is the other with a slip or a cut."""
    from rapidfuzz.distance import Indel

    words, others = (WORD.findall(document.folded.lower, *span) for span in (here, there))
    if Indel.normalized_similarity(words, others) < _NEARLY:
        return False
    # “Did you read the letter? … Did you answer the letter?”: a word of its own is no slip
    swapped = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) != len(others) or all(Indel.normalized_similarity(*pair) >= _SLIP for pair in swapped)


def _repeats(document: Document) -> int:
    """How many pieces of an article stood in it before, at most: in most articles too few for a sentence."""

    def find() -> int:
        tokens = words_of(document).tokens
        marks = {token for token in words_of(document).known if not token[0].isalnum()}
        pieces = hashes(filterfalse(marks.__contains__, tokens))
        if len(tokens) > FEW:
            return sum(1 for _ in repeated(pieces, len(tokens)))
        every = list(pieces)
        return len(every) - len(set(every))

    return document.memo("repeats", find)


def trim(document: Document, span: Span) -> Span:
    text = document.text[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))


def second(document: Document, here: Span, there: Span) -> Match:
    line, _ = document.position(there.start)
    values = {"match": document.text[here.start : here.end], "there-line": str(line)}
    return Match(here, values, (Note(document.name, there, "it stands here first"),))
