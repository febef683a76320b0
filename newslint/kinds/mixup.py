"""Words that were typed for another word: found by the words beside them, since no dictionary sees anything wrong."""

from collections.abc import Container, Iterable, Iterator, Mapping
from operator import methodcaller

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.lexicon import Lexicon
from newslint.matching.frequency import COMMON
from newslint.matching.neighbours import Run
from newslint.matching.ngrams import fit, weight
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

_ENTRY = regex(r"[a-z']+: [a-z']+ -?\d+(?:, [a-z']+ -?\d+)*")
_PARTED = methodcaller("split", ": ")
_JOINED = frozenset("-/@#&_.'")
# In tenths of a power of ten: a word that stands twice is likely meant, one that the article has elsewhere is likelier;
# the words of every article tell nothing.
TWICE, ELSEWHERE = 12, 9
# Where its two neighbours speak so much for what is written, nothing else is looked for.
ENOUGH = 24
# A word that stands so often is what the article is about.
TOPIC = 4
# So much beyond what an entry asks is hardly anything else.
SURE = 12


@form
class Mixup(Form):
    """``pairs`` names the word list whose entries are ``what is written: what is meant 31, something else 28``.

    The figure says how much must speak for what is meant, in tenths of a power of ten. Without ``doubtful`` only what
    is well beyond that is reported.
    """

    pairs: str = field(default="mixed-up", metadata={"help": "the word list of pairs"})
    doubtful: bool = field(default=False, metadata={"help": "report what may be a slip, and only that"})


class Place(NamedTuple):
    """Where a word stands, and the two words before it and behind it as the model has them."""

    span: Span
    word: str
    before: tuple[str, str]
    after: tuple[str, str]


class Slip(NamedTuple):
    """What may be a slip: where it stands, what may be meant, and how much speaks for it beyond what is asked."""

    span: Span
    meant: str
    beyond: int


def compile_rule(form: Mixup, setting: Setting) -> Compiled:
    """``{word}`` is what is meant."""
    if not setting.lexicon.entries(form.pairs):
        setting.problems.append(Problem(("pairs",), "no such word list; expected one in lists/ that holds pairs"))
    for entry in () if setting.prepared.sound else setting.lexicon.entries(form.pairs):
        if not _ENTRY.fullmatch(entry):
            message = f"“{entry}” in a list of pairs is none; expected `what is written: what is meant 31`"
            setting.problems.append(Problem(("pairs",), message))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        for slip in document.memo(("mixed-up words", form.pairs), lambda: list(_slips(document, form.pairs))):
            if (slip.beyond < SURE) == form.doubtful and setting.allowed(document, slip.span):
                written = document.text[slip.span.start : slip.span.end]
                right = slip.meant if written.islower() else slip.meant.capitalize()
                yield Match(slip.span, {"match": written, "word": right}, fix=Fix(right, safe=False))

    return Compiled(ALWAYS, find, frozenset({"match", "word"}))


def _pairs(lexicon: Lexicon, name: str) -> Mapping[str, str]:
    """What is written by what may be meant, as the list has it."""
    return lexicon.memo(("mixed-up words", name), lambda: dict(map(_PARTED, lexicon.entries(name))))


def _slips(document: Document, name: str) -> Iterator[Slip]:
    """The likeliest slip of each place."""
    known, words = _pairs(document.lexicon, name), words_of(document)
    asked = {word for word in words.known if word in known and (word in COMMON or words.count(word) < TOPIC)}
    if "'" in words.known:
        asked |= {word for word in known if "'" in word and word.partition("'")[0] in words.known}
    for place in places(document, asked) if asked else ():
        slip = _likeliest(document, place, known[place.word])
        if slip and slip.beyond >= 0:
            yield slip


def places(document: Document, asked: Container[str]) -> Iterator[Place]:
    """Where the words asked for stand by themselves."""
    plain, lower = document.folded.plain, document.folded.lower
    for sentence in document.sentences:
        run = Run(lower, sentence.start, sentence.end)
        for number, (word, start) in enumerate(run.tokens):
            if word in asked and _stands_alone(plain, Span(start, start + len(word)), first=not number):
                yield Place(Span(start, start + len(word)), word, *run.beside(number))


def _stands_alone(plain: str, span: Span, *, first: bool) -> bool:
    """Whether a word is no part of another one, and no name by its capital."""
    word = plain[span.start : span.end]
    if not word.islower() and not (first and word[1:].islower()):
        return False
    before, after = plain[max(span.start - 1, 0) : span.start], plain[span.end : span.end + 1]
    return before not in _JOINED and (after not in _JOINED or after in {".", "'"})


def _likeliest(document: Document, place: Place, meant: str) -> Slip | None:
    """What is likeliest meant in place of a word, and how much speaks for it beyond what is asked."""
    before, word, after = place.before, place.word, place.after
    if weight(f"{before[1]} {word}") + weight(f"{word} {after[0]}") > ENOUGH:
        return None
    words, best = words_of(document), None
    against = fit(before, word, after) + (TWICE if words.count(word) > 1 and word not in COMMON else 0)
    for one in meant.split(", "):
        other, _, asked = one.rpartition(" ")
        least = against + int(asked) - (ELSEWHERE if other in words.known and other not in COMMON else 0)
        beyond = fit(before, other, after, least) - least
        if best is None or beyond > best.beyond:
            best = Slip(place.span, other, beyond)
    return best
