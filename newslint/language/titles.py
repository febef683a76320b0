"""The offices, ranks and posts that a text names, and which of them stand directly before a name."""

from collections.abc import Sequence
from functools import lru_cache

from newslint.language.names import Phrases, find_phrases, phrases
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded

# A title has no more words before its head than this ("former deputy assistant foreign minister").
_MOST_MODIFIERS = 4
_MOST_LENGTH = 24
_GLUED = regex(r"\b(?:ex|then|vice|co)-$")
# "President" a thousand times over is no title: characters of titles in a row.
_LONGEST_CHAIN = 80


class Title(NamedTuple):
    """An office as printed, with what belongs before it (deputy, foreign, former); ``title`` in lower case."""

    start: int
    end: int
    title: str


class Prefix(NamedTuple):
    """What may stand before a name: a title, an occupation, or a form of address."""

    start: int
    end: int
    title: str
    honorific: str


class _Lists(NamedTuple):
    offices: Phrases
    prefixes: Phrases
    printed: frozenset[str]
    honorifics: frozenset[str]
    modifiers: frozenset[str]


@lru_cache(maxsize=8)
def _lists(lexicon: Lexicon) -> _Lists:
    offices = [entry.lower() for entry in lexicon.entries("titles")]
    others = [entry.lower() for name in ("occupations", "honorifics") for entry in lexicon.entries(name)]
    printed = {
        entry.lower() for name in ("titles", "honorifics") for entry in lexicon.entries(name) if entry[0].isupper()
    }
    return _Lists(
        phrases(offices),
        phrases(offices + others),
        frozenset(printed),
        lexicon.folded("honorifics"),
        lexicon.folded("title-modifiers"),
    )


def titles(text: Folded, sentences: Sequence[Span], lexicon: Lexicon) -> tuple[Title, ...]:
    """The offices in a text, capitalised or not, in order."""
    del sentences  # every search for names is called alike
    lists = _lists(lexicon)
    found = []
    for start, end, phrase in find_phrases(lists.offices, text.lower):
        if phrase not in lists.printed or text.plain[start].isupper():
            begin = _with_modifiers(text, start, lists.modifiers)
            found.append(Title(begin, end, " ".join(text.lower[begin:end].split())))
    return tuple(found)


def prefixes(text: Folded, lexicon: Lexicon) -> dict[int, Prefix]:
    """Titles and forms of address by the place where a name would start behind them."""
    lists, plain, lower = _lists(lexicon), text.plain, text.lower
    size, found = len(plain), dict[int, Prefix]()
    for start, end, phrase in find_phrases(lists.prefixes, lower):
        after = end
        while after < size and plain[after] == " ":
            after += 1
        # A name has a capital, or a small word before it: "Mr. de Blasio".
        if after == end or after >= size or not (plain[after].isalpha() or plain[after] == '"'):
            continue
        if phrase in lists.printed and not plain[start].isupper():
            continue
        before = found.get(start)
        if phrase in lists.honorifics:
            honorific = phrase.rstrip(".")
            if before is None or start - before.start > _LONGEST_CHAIN:
                before = Prefix(start, end, "", "")
            found[after] = Prefix(before.start, end, before.title, honorific)
            continue
        begin = _with_modifiers(text, start, lists.modifiers)
        inner = found.get(begin)
        if inner and start - inner.start > _LONGEST_CHAIN:
            inner = None
        whole = inner.start if inner else begin
        found[after] = Prefix(whole, end, " ".join(lower[whole:end].split()), inner.honorific if inner else "")
    return found


def _with_modifiers(text: Folded, start: int, modifiers: frozenset[str]) -> int:
    """Where a title begins, counting the words that belong to it."""
    for _ in range(_MOST_MODIFIERS):
        begin = word_before(text.plain, start)
        word = text.lower[begin:start].strip()
        _, _, tail = word.rpartition("-")
        if tail not in modifiers or text.plain[begin:start].strip() == "Then":
            break
        start = begin
    glued = text.lower.endswith("-", 0, start) and _GLUED.search(text.lower, max(0, start - 6), start)
    return glued.start() if glued else start


def word_before(plain: str, start: int) -> int:
    """Where the word before a place starts, if only blanks lie between; else the place itself."""
    end = start
    while end and plain[end - 1] == " ":
        end -= 1
    if end == start:
        return start
    least = max(0, end - _MOST_LENGTH)
    word = plain[least:end].rpartition(" ")[2]
    if word.isalpha():
        return end - len(word)
    begin = end
    while begin > least and not plain[begin - 1].isspace() and plain[begin - 1] not in '("':
        begin -= 1
    return begin if begin < end and plain[end - 1] not in ',;:!?)"' else start
