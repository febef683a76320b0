"""Words that no dictionary has and that are a letter or two from a common one; spellings of the other country."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.kinds import mixed_spellings, wordlist
from newslint.lexicon import Lexicon
from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.words import Hits, words_of
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

# A word alone in lower case: no part of an address, a handle, a compound with a hyphen or a dropped letter (talkin').
_WORD = regex(r"(?<![\w@#&/.'’*$-])[a-z]{5,24}(?=(?:'s)?(?![\w@/'*&-]|\.\w))")
_ANY = regex(r"[^\W\d_]+")
_LENGTHS = (5, 24)
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
        return _misspelt(document, allow, wordlist.meant if form.sure else wordlist.near)

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
            yield _match(found.span(), found[0], (right,))


def _misspelt(document: Document, allow: frozenset[str], meant: Callable[[str], tuple[str, ...]]) -> Iterator[Match]:
    """The unknown words of an article for which there is a common one that may be meant."""
    for span, word in document.memo("unknown words", lambda: _unknown(document)):
        near = meant(word) if word not in allow else ()
        if near:
            yield _match(span, word, near)


def _unknown(document: Document) -> list[tuple[tuple[int, int], str]]:
    """The words of an article that are in no dictionary, nor its own, with their places."""
    places = _strange(document)
    if not places or len(places) > _UNREADABLE:
        return []
    strange = [word for word in places if not wordlist.known(word)]
    if len(strange) > _MOST:
        return []
    own = _own(document)
    slips = [word for word in strange if len(places[word]) < _TERM and not own(word)]
    found = sorted((at, at + len(word), word) for word in slips for at in places[word])
    return [((start, end), word) for start, end, word in found if not _foreign_phrase(document, (start, end))]


def _strange(document: Document) -> dict[str, list[int]]:
    """The words in lower case that are in no list, and where they stand."""
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    words = words_of(document)
    new = {word for word in words.known - _KNOWN if _LENGTHS[0] <= len(word) <= _LENGTHS[1]}
    strange = {word for word in new if level(word) == UNKNOWN}
    _KNOWN.update(new - strange)
    plain = document.folded.plain
    found = {}
    for word in sorted(strange):
        places = [at for at in words.places(word) if (alone := _WORD.match(plain, at)) and alone[0] == word]
        if places:
            found[word] = places
    return found


def _match(span: tuple[int, int], word: str, near: tuple[str, ...]) -> Match:
    others = " or ".join(f"“{one}”" for one in near)
    # offered to be written only where no other word is as near
    close = [one for one in near if _one_slip(word, one)]
    fix = Fix(near[0], safe=False) if len(near) == 1 or close == [near[0]] else None
    return Match(Span(*span), {"match": word, "word": near[0], "others": others}, fix=fix)


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
        if any(one in names or one in every for one in (word, word.removesuffix("s"), word.removesuffix("es"))):
            return True
        return bool(lexicon.facts and lexicon.facts().people(word))

    return own


def listed(lexicon: Lexicon) -> frozenset[str]:
    """Every word of every list in force."""

    def make() -> frozenset[str]:
        entries = (entry for name in lexicon.lists for entry in lexicon.entries(name))
        return frozenset(word.lower() for entry in entries for word in _ANY.findall(entry))

    return lexicon.memo("listed", make)


def _foreign_phrase(document: Document, span: tuple[int, int]) -> bool:
    """Whether another unknown word stands right beside it, as in a phrase of another language."""
    plain = document.folded.plain
    before = _ANY.findall(plain, max(span[0] - 30, 0), span[0])
    after = _ANY.findall(plain, span[1], min(span[1] + 30, len(plain)))
    beside = [*before[-1:], *after[:1]]
    return any(word.islower() and len(word) > 3 and level(word) == UNKNOWN for word in beside)
