"""Text that stands twice: a word or phrase twice running, a sentence or a paragraph again."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import eq
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds.stands_again import WORD, again, hashes, second, trim
from newslint.matching.near import spellings
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

# A longer phrase that stands twice in a quotation was said so.
_SPOKEN = 5
# A phrase of twelve words that stands twice, some of a few parts, begins again within so many words and marks.
_SOON = 40
# How far back the words before a doubled word are looked for; characters.
_BEHIND = 60
# Two sentences that say the same differ in length by no more; characters.
_BLANKS = 5
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
                return again(document, _paragraphs(document), form.least, form.share)
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
    if not any(True for _ in again(document, document.sentences, least, share)):
        return
    whole = {match.span.start for match in again(document, _paragraphs(document), least=1, share=85)}
    kept = {span.start for span in _paragraphs(document) if trim(document, span).start not in whole}
    some = [span for span in document.sentences if document.paragraph(span.start).start in kept]
    yield from again(document, some, least, share)


def _running(document: Document, least: int) -> Iterator[Match]:
    """Each sentence that says word for word what the one before it says; whole paragraphs have a rule of their own."""
    lower = document.folded.lower
    whole: set[Span] = set()
    for before, here in pairwise(document.sentences):
        if abs((here.end - here.start) - (before.end - before.start)) > _BLANKS:
            continue
        words = WORD.findall(lower, *here)
        if len(words) < least or words != WORD.findall(lower, *before):
            continue
        told = trim(document, here)
        whole = whole or {trim(document, span) for span in document.paragraphs}
        if told not in whole:
            yield second(document, told, trim(document, before))


def _headline(document: Document, form: Repeat) -> Iterator[Match]:
    """The headline again as one of the first paragraphs, perhaps with a credit after it."""
    if len(document.blocks) < 3 or document.blocks[0].region != "headline":
        return
    first = Span(document.blocks[0].start, document.blocks[0].end)
    known = _pieces(document, first)
    count = len(WORD.findall(document.folded.lower, first.start, first.end))
    for block in document.blocks[1:4] if count >= form.least else ():
        span = Span(block.start, block.end)
        words = len(WORD.findall(document.folded.lower, span.start, span.end))
        if words <= count + 6 and 100 * len(known & _pieces(document, span)) >= form.share * len(known):
            yield second(document, trim(document, span), trim(document, first))


def _pieces(document: Document, span: Span) -> set[int]:
    words = WORD.findall(document.folded.lower, span.start, span.end)
    return set(hashes(words)) or {hash(tuple(words))}
