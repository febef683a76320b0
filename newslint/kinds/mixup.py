"""Words that were typed for another word: found by the words beside them, since no dictionary sees anything wrong."""

from collections.abc import Container, Iterable, Iterator, Sequence
from operator import methodcaller

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.lexicon import Lexicon
from newslint.matching.frequency import COMMON
from newslint.matching.neighbours import Run
from newslint.matching.ngrams import Gap, Word, hashed
from newslint.matching.words import Hits, Words, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.shelf import Shelf, packed, unpacked
from newslint.span import Span

_ENTRY = regex(r"[a-z']+: [a-z']+ -?\d+~?(?:, [a-z']+ -?\d+~?)*")
_PARTED = methodcaller("split", ": ")
_JOINED = frozenset("-/@#&_.'")
# In tenths of a power of ten: a word that stands twice is likely meant, one that the article has elsewhere is likelier;
# the words of every article tell nothing.
TWICE, ELSEWHERE = 12, 9
# Triples seldom say more than this beyond pairs; what pairs and they say together is seldom more than that.
TRIPLES, MOST = 45, 75
# Where its two neighbours speak so much for what is written, nothing else is looked for.
ENOUGH = 40
# A word that stands so often is what the article is about.
TOPIC = 4
# So much beyond what an entry asks is hardly anything else; beyond this, where an entry asks for less.
SURE, WARY = 12, 4


@form
class Mixup(Form):
    """``pairs`` names the word list whose entries are ``what is written: what is meant 31, something else 28``.

    The figure says how much must speak for what is meant, in tenths of a power of ten. Without ``doubtful`` only what
    is well beyond that is reported; of words that do not sound alike (those that do have ``~`` behind the figure)
    nothing else ever is.
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
    if not setting.prepared.sound:
        wrong = [entry for entry in setting.lexicon.entries(form.pairs) if not _ENTRY.fullmatch(entry)]
        for entry in wrong:
            message = f"“{entry}” in a list of pairs is none; expected `what is written: what is meant 31`"
            setting.problems.append(Problem(("pairs",), message))
        if not wrong:
            # so that it is kept
            pairs_of(setting.lexicon, form.pairs)

    def find(document: Document, _: Hits) -> Iterable[Match]:
        for slip in document.memo(("mixed-up words", form.pairs), lambda: list(_slips(document, form.pairs))):
            if (slip.beyond < SURE) == form.doubtful and setting.allowed(document, slip.span):
                written = document.text[slip.span.start : slip.span.end]
                right = slip.meant if written.islower() else slip.meant.capitalize()
                yield Match(slip.span, {"match": written, "word": right}, fix=Fix(right, safe=False))

    return Compiled(ALWAYS, find, frozenset({"match", "word"}))


# So many words on each side of a word may hold the one that would be meant.
_BESIDE = 20


class Meant(NamedTuple):
    """What may be meant: the word, whether it stands in every article, what is asked, whether it sounds like it."""

    word: str
    hashed: Word
    common: bool
    asked: int
    alike: bool


class Entry(NamedTuple):
    """A word of the list, what may be meant by it, and beyond which fit that is not looked at."""

    written: Word
    meant: Sequence[Meant]
    enough: int


class Pairs:
    """The entries of a list, each read when it is asked for; ``cut`` are words that hold an apostrophe."""

    def __init__(self, kept: tuple[bytes, bytes, Sequence[str]]) -> None:
        ends, parts, self.cut = kept
        self._meant: Shelf[str] = unpacked(ends, parts)
        self._read: dict[str, Entry] = {}

    def of(self, words: frozenset[str]) -> dict[str, str]:
        """The entries of those of some words that stand in the list."""
        return self._meant.of(words)

    def entry(self, word: str, line: str) -> Entry:
        """What may be meant by a word, whose entry is given."""
        if word not in self._read:
            parts = (one.rpartition(" ") for one in line.split(", "))
            meant = [
                Meant(other, hashed(other), other in COMMON, int(asked.rstrip("~")), asked[-1] == "~")
                for other, _, asked in parts
            ]
            enough = max(MOST - one.asked + (0 if one.common else ELSEWHERE) for one in meant)
            self._read[word] = Entry(hashed(word), meant, min(enough, ENOUGH))
        return self._read[word]


def pairs_of(lexicon: Lexicon, name: str) -> tuple[bytes, bytes, Sequence[str]]:
    """The entries of a list as a packed shelf, and those of its words that hold an apostrophe."""

    def make() -> tuple[bytes, bytes, Sequence[str]]:
        meant: dict[str, str] = dict(map(_PARTED, lexicon.entries(name)))
        return *packed(meant), tuple(word for word in meant if "'" in word)

    return lexicon.memo(("pairs", name), make)


def _pairs(lexicon: Lexicon, name: str) -> Pairs:
    return lexicon.memo(("mixed-up words", name), lambda: Pairs(pairs_of(lexicon, name)))


def _slips(document: Document, name: str) -> Iterator[Slip]:
    """The likeliest slip of each place."""
    pairs, words = _pairs(document.lexicon, name), words_of(document)
    found = pairs.of(words.known)
    asked = {
        word: pairs.entry(word, line) for word, line in found.items() if word in COMMON or words.count(word) < TOPIC
    }
    if "'" in words.known:
        cut = pairs.of(frozenset(word for word in pairs.cut if word.partition("'")[0] in words.known))
        asked |= {word: pairs.entry(word, line) for word, line in cut.items()}
    for run, number in _asked(document, asked) if asked else ():
        word = run.tokens[number]
        best = _likeliest(words, run, number, asked[word])
        if best and _stands_alone(document.folded.plain, run, number):
            start = run.starts[number]
            yield Slip(Span(start, start + len(word)), *best)


def places(document: Document, asked: Container[str]) -> Iterator[Place]:
    """Where the words asked for stand by themselves."""
    for run, number in _asked(document, asked):
        if _stands_alone(document.folded.plain, run, number):
            start, word = run.starts[number], run.tokens[number]
            yield Place(Span(start, start + len(word)), word, *run.beside(number))


def _asked(document: Document, asked: Container[str]) -> Iterator[tuple[Run, int]]:
    """The words asked for: the sentence of each, and its number there."""
    lower = document.folded.lower
    for sentence in document.sentences:
        run = Run(lower, sentence.start, sentence.end)
        for number, word in enumerate(run.tokens):
            if word in asked:
                yield run, number


def _stands_alone(plain: str, run: Run, number: int) -> bool:
    """Whether a word is no part of another one, and no name by its capital."""
    start = run.starts[number]
    end = start + len(run.tokens[number])
    word = plain[start:end]
    if not word.islower() and (number or not word[1:].islower()):
        return False
    before, after = plain[max(start - 1, 0) : start], plain[end : end + 1]
    return before not in _JOINED and (after not in _JOINED or after in {".", "'"})


def _likeliest(words: Words, run: Run, number: int, entry: Entry) -> tuple[str, int] | None:
    """What is likely meant in place of a word, and how much speaks for it beyond what is asked; nothing if less does.

    What three words say is asked where what two say may be enough with it.
    """
    gap, best = Gap(run.word(number - 1), run.word(number + 1)), None
    against = gap.pairs(entry.written)
    if against > entry.enough:
        return None
    word = run.tokens[number]
    more = TWICE if word not in COMMON and words.count(word) > 1 else 0
    written: int | None = None
    for other, known, common, asked, alike in entry.meant:
        # “the patients' patience”: who sets the two side by side knows them apart
        if not common and other in run.tokens[max(number - _BESIDE, 0) : number + _BESIDE + 1]:
            continue
        least = against + more + asked - (0 if common or other not in words.known else ELSEWHERE)
        if least > MOST:
            continue
        beyond = gap.pairs(known) - least
        if beyond >= -TRIPLES:
            far, last = run.word(number - 2), run.word(number + 2)
            written = gap.triples(far, entry.written, last) if written is None else written
            beyond += gap.triples(far, known, last) - written
            over = beyond - max(WARY - asked, 0)
            if (beyond >= 0 if alike else over >= SURE) and (best is None or over > best[1]):
                best = other, over
    return best
