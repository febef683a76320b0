"""What every search for names needs: capitalised runs, the word lists in force, and @handles."""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter, methodcaller

from ahocorasick_rs import AhoCorasick, MatchKind

from newslint.lexicon import Lexicon, plain_all
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded, stretches, threes, word_ends, word_starts

# ``re`` has no class for capitals: those of the Latin, Greek and Cyrillic blocks are named one by one.
_CAPITALS = "".join(
    char for char in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x530), *range(0x1E00, 0x2000))) if char.isupper()
)
CAPITAL = f"[{_CAPITALS}]"
_DOTTED = (
    "Adm|Brig|Capt|Cmdr|Col|Cpl|Det|Dr|Ft|Gen|Gov|Hon|Insp|Jr|Lt|Maj|Messrs|Mme|Mr|Mrs|Ms|Mt|Pfc|Pres|Prof|"
    "Rep|Reps|Rev|Sen|Sens|Sgt|Sr|St|Supt|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
_JOINED = r"(?:-\w++|'(?!s\b|S\b)\w++)*+"
_WORD = rf"(?:{CAPITAL}\.(?:-?{CAPITAL}\.)*+|(?=\w{{2,6}}\.)(?:{_DOTTED})\.(?!\w)|{CAPITAL}\w*+{_JOINED})"
# The same, its first letter taken apart: a pattern that begins with a set of letters finds its places fast.
_TAILS = "|".join(f"(?<={title[0]}){title[1:]}" for title in _DOTTED.split("|"))
_FIRST_WORD = rf"{CAPITAL}(?<![\w@#&/].)(?:\.(?:-?{CAPITAL}\.)*+|(?=\w{{1,5}}\.)(?:{_TAILS})\.(?!\w)|\w*+{_JOINED})"
_SMALL = "(?:(?:af|bin|bint|da|dal|das|de|degli|del|della|den|der|di|do|dos|du|ibn|la|ten|ter|van|von|zu|zum) +)"
_ARTICLE = "(?:(?:al|ad|an|ar|as|ash|at|az|el|ul)-)"
# A run: capitalised words with blanks between, small words of surnames, and ", Jr." Eleven words at most: an
# all-capitals page must not make one name.
_RUN = regex(rf"{_FIRST_WORD}(?:(?:,(?= [JS]r\b))? {{1,4}}{_SMALL}{{0,3}}{_ARTICLE}?{_WORD}){{0,11}}+")
_HANDLE = regex(r"@(?<![\w@.+/-]@)(\w{2,30})(?![\w@]|\.\w)")
_LOWER_WORD = regex(r"(?<![\w'])[^\W\d_A-Z][\w'-]*")
# Characters: a run over less text than this looks at once for the phrases that stand there.
_SHORT_RUN = 20_000
# What headline case leaves small.
_HEADLINE_SMALL = frozenset(
    (
        "a an the of in on to for and or nor at by from with as but so is be it up out off over after into amid "
        "vs via per s than that are was not no all his her its 'em v de la el von van der bin al du"
    ).split(),
)
_EDGES = frozenset(("", " ", ",", "."))
_OPENING = " \"'([{-\u2014\u2013…*•>"


class Handle(NamedTuple):
    """An @name on a social network; ``name`` is without the @."""

    start: int
    end: int
    name: str


def handles(text: Folded) -> tuple[Handle, ...]:
    """The @handles of a text; the @ of an e-mail address is none."""
    return tuple(Handle(*hit.span(), hit[1]) for hit in _HANDLE.finditer(text.plain))


def capitalised_runs(text: Folded) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of every run of capitalised words, in order."""
    plain, ends = text.plain, _runs(text)
    return ((start, end, plain[start:end]) for start, end in zip(ends[::2], ends[1::2], strict=True))


@lru_cache(maxsize=1)
def _runs(text: Folded) -> "array[int]":
    """Start and end of each in turn; several searches ask for those of one text."""
    return array("I", chain.from_iterable(map(methodcaller("span"), _RUN.finditer(text.plain))))


def openings(text: Folded, sentences: Sequence[Span]) -> frozenset[int]:
    """Where the first word of each sentence starts, behind its opening quotation marks."""
    plain, places = text.plain, []
    for start, end in sentences:
        at = start
        while at < end and plain[at] in _OPENING:
            at += 1
        places.append(at)
    return frozenset(places)


def headline_case(plain: str, sentence: Span) -> bool:
    """Whether a sentence has Every Word With a Capital, so that a capital proves nothing."""
    return all(hit[0] in _HEADLINE_SMALL for hit in _LOWER_WORD.finditer(plain, *sentence))


class Phrases:
    """Many phrases to find in one pass."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._scan: AhoCorasick | None = None
        self._asked = 0

    def suited(self, text: str) -> tuple[tuple[str, ...], AhoCorasick]:
        """The phrases to look for in a text, ready to be found; to make all ready pays in a longer run."""
        self._asked += len(text)
        if self._scan is None and self._asked < _SHORT_RUN:
            known = threes(text)
            some = [phrase for phrase in self._phrases if phrase[:3] in known or not phrase[2:]]
            there = tuple(phrase for phrase in some if phrase in text)
            return there, _scan(there)
        if self._scan is None:
            self._scan = _scan(self._phrases)
        return self._phrases, self._scan


def _scan(phrases: Sequence[str]) -> AhoCorasick:
    return AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest)


def phrases(entries: Sequence[str]) -> Phrases:
    """Prepares phrases, as printed or all in lower case; the longest of those at a place is found."""
    return Phrases(tuple(dict.fromkeys(plain_all(entries))))


def find_phrases(wanted: Phrases, text: str) -> list[tuple[int, int, str]]:
    """Start, end and phrase, wherever a phrase stands as whole words."""
    known, scan = wanted.suited(text)
    # no phrase goes on in the next line
    stretched = ((first, scan.find_matches_as_indexes(text[first:last])) for first, last in stretches(text, "\n"))
    found = ((first + start, first + end, which) for first, some in stretched for which, start, end in some)
    return [
        (start, end, known[which])
        for start, end, which in found
        # most stand between blanks
        if (text[start - 1 : start] in _EDGES or word_starts(text, start))
        and (text[end : end + 1] in _EDGES or word_ends(text, end))
    ]


class Names(NamedTuple):
    """The word lists that tell names from other words, folded, ready for look-up."""

    given: frozenset[str]
    doubtful: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    surnames: frozenset[str]
    known: frozenset[str]
    family_first: frozenset[str]
    stop: frozenset[str]
    named_after: frozenset[str]
    honorifics: frozenset[str]
    belonging: frozenset[str]
    blocked: Phrases
    nicknames: dict[str, frozenset[str]]
    holders: dict[str, str]
    famous: frozenset[str]
    famous_firsts: frozenset[str]


@lru_cache(maxsize=8)
def name_lists(lexicon: Lexicon) -> Names:
    """The lists of one lexicon, prepared once."""
    folded = lexicon.folded
    given, surnames = folded("first-names"), folded("surnames")
    places = folded("countries", "us-states", "cities", "regions")
    ordinary = folded("not-names", "demonyms", "titles", "org-nouns", "named-after", "organisations", "honorifics")
    kept = frozenset(name for name in folded("known-surnames") | given)
    multi = [
        entry
        for name in ("countries", "us-states", "cities", "regions", "organisations", "not-names")
        for entry in lexicon.entries(name)
        if " " in entry
    ]
    holders = {
        name.rsplit(" ", 1)[1].rpartition("-")[2]: name.rsplit(" ", 1)[0]
        for name in map(str.lower, lexicon.entries("first-families"))
        if " " in name
    }
    famous = lexicon.entries("known-people")
    return Names(
        given,
        folded("first-names-ambiguous"),
        folded("first-names-female"),
        folded("first-names-male"),
        surnames,
        folded("known-surnames") | (holders.keys() - surnames),
        folded("family-first"),
        (ordinary | (places - surnames)) - kept,
        folded("named-after"),
        folded("honorifics"),
        folded("demonyms", "countries", "us-states", "cities", "regions", "organisations"),
        phrases(multi),
        _nicknames(lexicon.entries("nicknames")),
        holders,
        frozenset(famous),
        frozenset(map(itemgetter(0), map(methodcaller("partition", " "), famous))),
    )


def _nicknames(entries: Sequence[str]) -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for entry in entries:
        short, *full = entry.lower().split()
        forms.setdefault(short, set()).update(full)
    return {short: frozenset(full) for short, full in forms.items()}
