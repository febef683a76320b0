"""Text that stands twice: a word or phrase twice running, a sentence or a paragraph again."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, filterfalse, islice, pairwise, tee
from operator import eq
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.forms import field, form
from newslint.kinds.repeated import FEW, repeated
from newslint.matching.near import spellings
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

# How many words make one of the overlapping pieces by which paragraphs are compared.
_PIECE = 5
# A longer phrase that stands twice in a quotation was said so.
_SPOKEN = 5
# A phrase of twelve words that stands twice, some of a few parts, begins again within so many words and marks.
_SOON = 40
# How far back the words before a doubled word are looked for; characters.
_BEHIND = 60
# So much of the pieces, in per cent, and so much of the words in their order, make one paragraph of two.
_ALL, _HALF, _NEARLY = 100, 40, 0.93
# So much two words have in common of which one is a slip for the other.
_SLIP = 0.5
# Two sentences that say the same differ in length by no more; characters.
_BLANKS = 5
# Of a longer article the pieces are made again where they are asked for; characters.
_LONG = 100_000
_WORD = regex(r"[\w\u0300-\u036f]+(?:['-][\w\u0300-\u036f]+)*")
# Words that are first names or months, too.
_NAMES_TOO = frozenset("bill drew grant march mark may pat rob sue will".split())
_TWICE = regex(r"(?<![\w'-])([^\W\d_]+) +\1(?![\w'-])")
# two to twelve words, with nothing but blanks between, and the same again
_PHRASE_TWICE = regex(r"(?<![\w'-])([^\W\d_][\w'-]*+(?: ++[\w'-]++){1,11}) ++\1(?![\w'-])")


@form
class Repeat(Form):
    """``unit``: what is repeated; ``allow``: what may be; ``least``: words that a sentence or paragraph must have.

    Two capitals are a name (Duran Duran), unless the word is one of ``capitals``.
    """

    unit: Literal["word", "phrase", "sentence", "paragraph", "headline"] = field(metadata={"help": "what stands twice"})
    allow: tuple[str, ...] = field(
        default=(), metadata={"help": "words that may stand twice, with the words before them if need be"}
    )
    capitals: tuple[str, ...] = field(
        default=(), metadata={"help": "words that make no name when they stand twice with capitals"}
    )
    least: int = field(default=6, metadata={"help": "how many words a sentence or paragraph must have"})
    running: bool = field(default=False, metadata={"help": "only a sentence that stands again right after itself"})
    share: int = field(default=100, metadata={"help": "how much of a paragraph must be the same, in per cent"})


def compile_rule(form: Repeat, setting: Setting) -> Compiled:
    """Words and phrases are reported with the repetition; sentences and paragraphs at the second place."""
    prepared = setting.prepared
    allow = prepared.get(("allow", form.allow), lambda: _texts(form.allow, "allow", setting))
    capitals = prepared.get(("capitals", form.capitals), lambda: _texts(form.capitals, "capitals", setting))

    def find(document: Document, _hits: Hits) -> Iterable[Match]:
        match form.unit:
            case "word":
                return _words(document, allow, capitals)
            case "phrase":
                return _phrases(document, allow)
            case "sentence" if form.running:
                return _running(document, form.least)
            case "sentence":
                return _sentences_again(document, form.least, form.share)
            case "paragraph":
                return _again(document, _paragraphs(document), form.least, form.share)
            case "headline":
                return _headline(document, form)

    return Compiled(
        ALWAYS, find, frozenset({"match", "fix"} if form.unit in {"word", "phrase"} else {"match", "there-line"})
    )


def _texts(templates: Iterable[str], key: str, setting: Setting) -> frozenset[str]:
    found: set[str] = set()
    for at, text in enumerate(templates):
        try:
            found.update(spellings(parse(text), setting.lexicon))
        except TemplateError as error:
            setting.problems.append(Problem((key, at), str(error), error.offset))
    return frozenset(found)


def _words(document: Document, allow: frozenset[str], capitals: frozenset[str]) -> Iterator[Match]:
    tokens = words_of(document).tokens
    longer = max((text.count(" ") + 1 for text in allow), default=1)
    if not any(map(eq, tokens, islice(tokens, 1, None))):
        return
    for found in _TWICE.finditer(document.folded.lower):
        second = found.end() - len(found[1])
        # two capitals are a name (Duran Duran); a capital and its echo in lower case are a slip
        if document.folded.plain[second].isupper() and found[1] not in capitals:
            continue
        # “May may be wet”, “Will will come”
        if found[1] in _NAMES_TOO and document.folded.plain[found.start()].isupper():
            continue
        if not _allowed(document.folded.lower, found.end(), longer, allow):
            yield _fixed(document, Span(found.start(), found.end()), len(found[1]))


def _allowed(lower: str, end: int, longer: int, allow: frozenset[str]) -> bool:
    """Whether the doubled word at ``end`` may stand, by itself or behind the words that it stands behind."""
    words = lower[max(0, end - _BEHIND) : end].split()[-longer:]
    return words[-1] in allow or any(" ".join(words[-count:]) in allow for count in range(3, len(words) + 1))


def _phrases(document: Document, allow: frozenset[str]) -> Iterator[Match]:
    if not _again_soon(words_of(document).tokens):
        return
    for found in _PHRASE_TWICE.finditer(document.folded.lower):
        words = found[1].split()
        # in speech a long phrase is said again; “walked and walked and walked”
        said = len(words) > _SPOKEN and document.quoted(Span(*found.span()))
        if said or (len(words) == 2 and (words[1] == "and" or _from_to(document.folded.lower, found.start(), words))):
            continue
        if " ".join(words) not in allow and len(set(words)) > 1 and found[1].replace(" ", "").isalpha():
            yield _fixed(document, Span(found.start(), found.end()), len(found[1]))


def _from_to(lower: str, at: int, words: list[str]) -> bool:
    """Whether two words twice are a way: from door to door to sell, one after another after another."""
    return (words[1] == "to" and lower.endswith("from ", 0, at)) or (
        words[0] == "after" and lower.endswith("one ", 0, at)
    )


def _again_soon(tokens: list[str]) -> bool:
    """Whether some words in a row stand twice running."""
    last: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(tokens)):
        apart = at - last.get(pair, -_SOON)
        if apart < _SOON and tokens[at - apart : at] == tokens[at : at + apart]:
            return True
        last[pair] = at
    return False


def _fixed(document: Document, span: Span, keep: int) -> Match:
    text = document.text[span.start : span.end]
    return Match(span, {"match": text, "fix": text[:keep]}, fix=Fix(text[:keep], safe=False))


def _paragraphs(document: Document) -> list[Span]:
    """The paragraphs of the text itself: a headline that stands again is the business of ``headline``."""
    return [Span(block.start, block.end) for block in document.blocks if block.region not in {"headline", "caption"}]


def _sentences_again(document: Document, least: int, share: int) -> Iterator[Match]:
    """The sentences that stand again, but for those of a paragraph that stands twice as a whole."""
    if not any(True for _ in _again(document, document.sentences, least, share)):
        return
    again = {match.span.start for match in _again(document, _paragraphs(document), least=1, share=85)}
    kept = {span.start for span in _paragraphs(document) if _trim(document, span).start not in again}
    some = [span for span in document.sentences if document.paragraph(span.start).start in kept]
    yield from _again(document, some, least, share)


def _running(document: Document, least: int) -> Iterator[Match]:
    """Each sentence that says word for word what the one before it says; whole paragraphs have a rule of their own."""
    lower = document.folded.lower
    whole: set[Span] = set()
    for before, here in pairwise(document.sentences):
        if abs((here.end - here.start) - (before.end - before.start)) > _BLANKS:
            continue
        words = _WORD.findall(lower, *here)
        if len(words) < least or words != _WORD.findall(lower, *before):
            continue
        again = _trim(document, here)
        whole = whole or {_trim(document, span) for span in document.paragraphs}
        if again not in whole:
            yield _second(document, again, _trim(document, before))


def _headline(document: Document, form: Repeat) -> Iterator[Match]:
    """The headline again as one of the first paragraphs, perhaps with a credit after it."""
    if len(document.blocks) < 3 or document.blocks[0].region != "headline":
        return
    first = Span(document.blocks[0].start, document.blocks[0].end)
    known = _pieces(document, first)
    count = len(_WORD.findall(document.folded.lower, first.start, first.end))
    for block in document.blocks[1:4] if count >= form.least else ():
        span = Span(block.start, block.end)
        words = len(_WORD.findall(document.folded.lower, span.start, span.end))
        if words <= count + 6 and 100 * len(known & _pieces(document, span)) >= form.share * len(known):
            yield _second(document, _trim(document, span), _trim(document, first))


def _pieces(document: Document, span: Span) -> set[int]:
    words = _WORD.findall(document.folded.lower, span.start, span.end)
    return set(_hashes(words)) or {hash(tuple(words))}


def _hashes(words: Iterable[str]) -> Iterator[int]:
    """Each run of so many words as a number."""
    ahead = (islice(some, at, None) for at, some in enumerate(tee(words, _PIECE)))
    return map(hash, zip(*ahead, strict=False))


def _repeated(document: Document, spans: Sequence[Span], least: int, share: int) -> set[int]:
    """The pieces that may stand twice; none where no span has enough of them."""
    if least >= _PIECE and _ALL * _repeats(document) < share * (least - _PIECE + 1):
        return set()
    each = chain.from_iterable(_pieces_of(document, span, least) for span in spans)
    found = set(repeated(each, len(words_of(document).tokens)))
    enough = share if share == _ALL else min(share, _HALF)
    pieces = (set(_pieces_of(document, span, least)) for span in spans) if found else ()
    return found if any(one and _ALL * len(one & found) >= enough * len(one) for one in pieces) else set()


def _again(document: Document, spans: Sequence[Span], least: int, share: int) -> Iterator[Match]:
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
            yield _second(document, _trim(document, here), _trim(document, spans[best]))


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


def _pieces_of(document: Document, span: Span, least: int) -> Iterable[int]:
    """The pieces of a span of so many words or more: of a long article they are not held."""
    held: dict[Span, tuple[int, Sequence[int]]] = document.memo("pieces", dict)
    if span in held:
        count, pieces = held[span]
        return pieces if count >= least else ()
    words = _WORD.findall(document.folded.lower, *span)
    made = _hashes(words) if words[_PIECE:] else (hash(tuple(words)),)
    if len(document.text) > _LONG:
        return made if len(words) >= least else ()
    held[span] = len(words), tuple(made)
    return _pieces_of(document, span, least)


def _alike(document: Document, here: Span, there: Span) -> bool:
    """Whether two texts differ in so few words that one is the other with a slip or a cut."""
    from rapidfuzz.distance import Indel

    words, others = (_WORD.findall(document.folded.lower, *span) for span in (here, there))
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
        pieces = _hashes(filterfalse(marks.__contains__, tokens))
        if len(tokens) > FEW:
            return sum(1 for _ in repeated(pieces, len(tokens)))
        every = list(pieces)
        return len(every) - len(set(every))

    return document.memo("repeats", find)


def _trim(document: Document, span: Span) -> Span:
    text = document.text[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))


def _second(document: Document, here: Span, there: Span) -> Match:
    line, _ = document.position(there.start)
    values = {"match": document.text[here.start : here.end], "there-line": str(line)}
    return Match(here, values, (Note(document.name, there, "it stands here first"),))
