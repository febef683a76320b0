"""Words that no dictionary has and that are a letter or two from a common one; spellings of the other country."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds import in_context, mixed_spellings, wordlist
from newslint.lexicon import Lexicon, Ordered
from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.neighbours import Run
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

# A word alone in lower case: no part of an address, a handle, a compound with a hyphen or a dropped letter (talkin'),
# nor of one with a quotation mark or brackets inside it.
_WORD = regex(r"""(?<![\w@#&/.'’*$-])(?<!\w["\[])[a-z]{2,24}(?=(?:'s)?(?![\w@/'*&-]|\.\w|["\]]\w))""")
# A word with a capital where the next is in lower case.
_FIRST = regex(r"[A-Z][a-z]{1,23}(?= [a-z])")
_ANY = regex(r"[^\W\d_]+")
_LENGTHS = (2, 24)
# Shorter ones are near too many words to be judged but by those beside them.
_ALONE = 5
_SIC = regex(r"[\[(]sic[\])]")
# Characters behind a word in which a writer says so.
_NEAR = 60
# Words found in the list, so that they are not looked up in each article.
_KNOWN: set[str] = set()
_MOST_KNOWN = 100_000
# So many unknown words in an article are another language or a list of words, no slips.
_MOST = 40
# So many before prefixes and compounds are taken away are not worth the look.
_UNREADABLE = 400
# A word that stands so often is the article's own term.
_TERM = 4


@form
class Spelling(Form):
    """``variety``: report the spellings of the other country, or of both where mixed, not words that nobody knows."""

    variety: Literal["", "american", "british", "mixed"] = field(
        default="",
        metadata={"help": "the country whose spellings are wanted; mixed: two in one article; else misspelt words"},
    )
    pairs: str = field(
        default="", metadata={"help": "for mixed: a word list with more spellings of one word, each `one: other`"}
    )
    sure: bool = field(default=False, metadata={"help": "only those that are a letter off one common word alone"})
    allow: tuple[str, ...] = field(default=(), metadata={"help": "words that are right here"})


def compile_rule(form: Spelling, setting: Setting) -> Compiled:
    """``{word}`` is the word as it should be, ``{others}`` what else it may be."""
    allow = frozenset(word.lower() for word in form.allow)
    pairs = _pairs(form.pairs, setting) if form.pairs else {}

    def find(document: Document, _hits: Hits) -> Iterable[Match]:
        if form.variety == "mixed":
            return (match for match in mixed_spellings.mixed(document, pairs) if match.values["match"] not in allow)
        if form.variety:
            return _foreign(document, form.variety, allow | _house(setting.lexicon))
        return _misspelt(document, allow, sure=form.sure)

    return Compiled(ALWAYS, find, frozenset({"match", "word", "others"}))


def _pairs(name: str, setting: Setting) -> dict[str, str]:
    """The words of a list with two spellings, each with the other."""
    pairs = {}
    for entry in setting.lexicon.entries(name):
        one, _, other = entry.partition(": ")
        if not other:
            message = f"“{entry}” in the list {name} is no pair; expected `one spelling: the other`"
            setting.problems.append(Problem(("pairs",), message))
        pairs[one] = other
    return pairs


def _house(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.folded("house-words")


def _foreign(document: Document, variety: str, allow: frozenset[str]) -> Iterator[Match]:
    wrong = wordlist.variants(variety)
    for found in _WORD.finditer(document.folded.plain):
        right = wrong.get(found[0])
        if right and found[0] not in allow:
            yield _match(Span(*found.span()), found[0], (right,))


class Unknown(NamedTuple):
    """An unknown word, where it stands, and whether it may be right: one made of words, or a name for all we know."""

    span: Span
    word: str
    possible: bool = False


def _misspelt(document: Document, allow: frozenset[str], *, sure: bool) -> Iterator[Match]:
    """The unknown words of an article for which there is a common one that may be meant, or that surely is."""
    for span, word, near, certain in document.memo("misspelt words", lambda: list(_judged(document))):
        if word not in allow and (certain or not sure):
            yield _match(span, word, near)


def _judged(document: Document) -> Iterator[tuple[Span, str, tuple[str, ...], bool]]:
    """The unknown words, what may be meant by each, and whether that is sure."""
    sentences = document.sentences
    runs: dict[int, Run] = {}
    for span, word, possible in _unknown(document):
        number = _sentence(document, span.start)
        if number not in runs:
            runs[number] = Run(document.folded.lower, *sentences[number])
        run = runs[number]
        at = run.at(span.start)
        usual = document.text[span.start].isupper()
        by_context = in_context.meant(run, at, word, possible=possible, usual=usual) if at is not None else None
        alone = wordlist.meant(word) if not possible else ()
        near = wordlist.near(word) if len(word) >= _ALONE and not possible else ()
        if by_context:
            near = (by_context.word, *(one for one in near if one != by_context.word))
        if near:
            yield span, word, alone or near[:3], bool(alone) or bool(by_context and by_context.sure)


def _unknown(document: Document) -> list[Unknown]:
    """The words of an article that are in no dictionary, nor its own, in order."""
    places, opening = _strange(document)
    if len(places) > _UNREADABLE:
        return []
    made = {word for word in places if wordlist.known(word)}
    if max(len(places) - len(made), len(made)) > _MOST:
        return []
    own = _own(document) if places else None
    slips = [word for word in places if own and len(places[word]) < _TERM and not own(word)]
    made.update(word for word in slips if wordlist.prefixed(word))
    found = [Unknown(Span(at, at + len(word)), word, word in made) for word in slips for at in places[word]]
    return sorted(
        one for one in found + opening if not _foreign_phrase(document, one.span) and not _sic(document, one.span)
    )


def _opening(document: Document, word: str, at: int) -> bool:
    """Whether an unknown word opens a sentence with a capital, as a name may, and is no name that is known."""
    if not _FIRST.match(document.folded.plain, at) or word in listed(document.lexicon) or wordlist.known(word):
        return False
    sentence = document.sentences[_sentence(document, at)]
    begin = document.folded.plain[sentence.start : at]
    return not any(map(str.isalnum, begin)) and not _of_a_person(document.lexicon, word)


def _sentence(document: Document, at: int) -> int:
    """The number of the sentence in which a character stands."""
    return bisect_right(document.sentences, at, key=lambda one: one.start) - 1


def _strange(document: Document) -> tuple[dict[str, list[int]], list[Unknown]]:
    """The words in lower case that are in no list, and where they stand; those that open a sentence."""
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    words = words_of(document)
    new = {word for word in words.known - _KNOWN if _LENGTHS[0] <= len(word) <= _LENGTHS[1]}
    strange = {word for word in new if level(word) == UNKNOWN}
    _KNOWN.update(new - strange)
    plain = document.folded.plain
    found, opening = {}, []
    for word in sorted(strange):
        places = [at for at in words.places(word) if (alone := _WORD.match(plain, at)) and alone[0] == word]
        if places:
            found[word] = places
        elif words.count(word) == 1 and _opening(document, word, words.places(word)[0]):
            at = words.places(word)[0]
            opening.append(Unknown(Span(at, at + len(word)), word, possible=True))
    return found, opening


def _match(span: Span, word: str, near: tuple[str, ...]) -> Match:
    others = " or ".join(f"“{one}”" for one in near)
    # offered to be written only where no other word is as near
    close = [one for one in near if _one_slip(word, one)]
    fix = Fix(near[0], safe=False) if len(near) == 1 or close == [near[0]] else None
    return Match(span, {"match": word, "word": near[0], "others": others}, fix=fix)


def _one_slip(wrong: str, right: str) -> bool:
    """Whether one letter too many, missing or other, or two that changed places, makes the one of the other."""
    start = next((at for at, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), None)
    if start is None:
        return abs(len(wrong) - len(right)) == 1
    a, b = wrong[start:], right[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _own(document: Document) -> Callable[[str], bool]:
    """Whether a word belongs to the article, the desk or the fact sheets: a name, a term, a word of a list."""
    lexicon = document.lexicon
    names = {found[0].lower() for found in _ANY.finditer(document.folded.plain) if not found[0].islower()}
    every = listed(lexicon)

    def own(word: str) -> bool:
        # of a word that everybody knows such an ending makes no name
        ended = (one for one in (word.removesuffix("s"), word.removesuffix("es")) if level(one) == UNKNOWN)
        if word in names or word in every or any(one in names or one in every for one in ended):
            return True
        return _of_a_person(lexicon, word)

    return own


def _of_a_person(lexicon: Lexicon, word: str) -> bool:
    return bool(lexicon.facts and lexicon.facts().people(word))


def listed(lexicon: Lexicon) -> Ordered:
    """Every word of every list in force."""

    def make() -> str:
        entries = (entry for name in lexicon.lists for entry in lexicon.entries(name))
        words = {word.lower() for entry in entries for word in _ANY.findall(entry)}
        return "".join(f"\n{word}" for word in sorted(words)) + "\n"

    return lexicon.memo("listed in order", lambda: Ordered(lexicon.memo("listed", make)))


def _foreign_phrase(document: Document, span: Span) -> bool:
    """Whether another unknown word stands right beside it, as in a phrase of another language."""
    plain, every = document.folded.plain, listed(document.lexicon)
    before = _ANY.findall(plain, max(span.start - 30, 0), span.start)
    after = _ANY.findall(plain, span.end, min(span.end + 30, len(plain)))
    beside = [word for word in (*before[-1:], *after[:1]) if len(word) > 1 and word.islower()]
    return any(level(word) == UNKNOWN and word not in every for word in beside)


def _sic(document: Document, span: Span) -> bool:
    """Whether the writer says that it stands so in what is quoted."""
    return bool(_SIC.search(document.folded.lower, span.end, span.end + _NEAR))
