"""Where sentences begin and end, so that a rule can stay within one."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from newslint.patterns import regex
from newslint.span import Span
from newslint.text import Folded

LONGEST = 2000
"""Characters: a longer sentence is cut, so that work within a sentence stays bounded."""


class Stretch(Protocol):
    """A paragraph: anything with a place, such as a Span or a reader's Block."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""


# A stop, the marks and brackets that close after it, a reference such as [4]; then the blanks before the next sentence.
_STOP = regex(r"""([.!?…]["')\]]*+(?:\[\d{1,3}\])?+)\s++""")
_INK = regex(r"\S")
_OPENING = "\"'([{"
# iPhone and eBay begin sentences, other small letters do not.
_BRAND = regex(r"[a-z]{1,2}[A-Z]")
_WORD_AHEAD = regex(r"[\"'(\[{]{0,4}([\w'-]{1,30})(?=([\s,:…]|\.\.|\Z)?)")
# Letters with stops between them: U.S, p.m, D.C, Ph.D.
_DOTTED = regex(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")
_SPEAKER = regex(
    r"(?:(?:[A-Z][\w'’-]*|[A-Z]\.|Mr\.|Mrs\.|Ms\.|Dr\.|Sen\.|Rep\.|Gov\.|Gen\.) +){1,4}(?:has |had |later )?"
    r"(?:said|says|asked|asks|added|told|wrote|writes|wondered|replied|shouted|cried|tweeted|demanded|joked|quipped)\b"
)
_NAMES_THAT_SHOUT = frozenset(
    ("Yahoo", "Yum", "Jeopardy", "Mia", "Oklahoma", "Ahoy", "Which", "Guess", "Wham", "Jackpot")
)

# Stands before a name or an explanation, so a sentence does not end on it.
_BEFORE_NAME = frozenset(
    "mr mrs ms mx dr prof gen lt col maj capt cpt sgt cpl pvt pfc cmdr adm brig sen sens rep reps gov govs rev fr "
    "hon messrs mme mlle amb atty supt insp det cllr st-sgt ald asst assoc dep vs v viz cf eg ie e.g i.e approx "
    "mt ft bbl dir lt.-col drs profs gens sgts revs lts".split()
)
# Stands before a figure; without one it is a word: "No. 10", but "She said no. He went."
_BEFORE_FIGURE = frozenset("no nos fig figs art arts sec p pp vol vols ch op ca c par para sect".split())
# May end a sentence or not: the next word tells.
_EITHER = frozenset(
    "inc corp ltd co cos bros plc llc jr sr esq st ave blvd rd hwy pkwy sq ste dept univ assn bldg jan feb mar "
    "apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo "
    "conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex "
    "va vt wash wis wisc wyo ont que alta sask ph.d d.phil pres".split()
)
_STARTERS = frozenset(
    "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your But And Or "
    "So Yet Nor In On At By For From With Without Within After Before During While When Where Why What Who Whose "
    "Which How As If Although Though Because Since Until Unless Once Despite Instead However Meanwhile Now Then "
    "Some Many Most Both Each Every Several Such No Not One Also Even Under Over Between Among Only Still Perhaps "
    "Last Nearly About Asked According To Of Is Are Was Were Do Does Did Can Could Will Would Should Let Neither "
    "Either Other Others Another More Much Few Just Like Through Throughout Against Amid Along Earlier Later "
    "Today Yesterday Tomorrow It's He's She's They're We're I'm That's There's Nobody Nothing Everyone Everything "
    "Someone Something Additionally Moreover Furthermore Officials Police Critics".split()
)
_CLOCK = frozenset(("a.m", "p.m"))
_ZONE = regex(r"[A-Z]{1,3}T|GMT|UTC")
_AFTER_CLOCK = frozenset(
    "Eastern Central Mountain Pacific London Moscow Beijing Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)


def sentences(text: Folded, paragraphs: Sequence[Stretch]) -> tuple[Span, ...]:
    """The sentences in order, without the blanks around them; none crosses a paragraph or passes ``LONGEST``."""
    found: list[Span] = []
    plain = text.plain
    for paragraph in paragraphs:
        end = paragraph.end
        ink = _INK.search(plain, paragraph.start, end)
        if not ink:
            continue
        start = ink.start()
        for stop in _STOP.finditer(plain, start, end):
            following = stop.end()
            if following < end and _ends(plain, start, stop, end):
                last = stop.end(1)
                if last - start <= LONGEST:
                    found.append(Span(start, last))
                else:
                    found += _bounded(plain, start, last)
                start = following
        found += _bounded(plain, start, start + len(plain[start:end].rstrip()))
    return tuple(found)


def _bounded(plain: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, in pieces of at most ``LONGEST`` characters: cut at a blank if a piece's second half has one."""
    while end - start > LONGEST:
        cut = plain.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield Span(start, start + len(plain[start:cut].rstrip()))
        ink = _INK.search(plain, cut, end)
        start = ink.start() if ink else end
    if start < end:
        yield Span(start, end)


def _ends(plain: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at ``start`` ends at ``stop``."""
    at, following = stop.start(), stop.end()
    first = plain[following]
    if first in "-–—,;:.!?/&":
        return False
    letter = following + (first in _OPENING)
    if plain[letter : letter + 1].islower() and not _BRAND.match(plain, letter, end):
        return False
    kind = plain[at]
    if kind == ".":
        return _stop_ends(plain, start, at, following, end)
    if kind == "…":
        return at > start
    blank = plain.rfind(" ", max(start, at - 20), at)
    if plain[blank + 1 : at] in _NAMES_THAT_SHOUT:
        return _starts(plain, following, end)
    quoted = stop.end(1) > at + 1 and plain[stop.end(1) - 1] in "\"'"
    return not (quoted and _SPEAKER.match(plain, following, min(end, following + 90)))


def _stop_ends(plain: str, start: int, at: int, following: int, end: int) -> bool:
    """Whether a full stop ends its sentence, by the word before it and the word after it."""
    blank = max(plain.rfind(" ", max(start, at - 24), at), start - 1)
    word = plain[blank + 1 : at].lstrip(_OPENING)
    if len(word) > 5 and "." not in word and "-" not in word:
        return True
    if not word or word[-1] in ".!?":
        return at - start > 3
    if blank < start and (len(word) == 1 or (word.isdigit() and len(word) < 4)):
        return False  # numbers a point or names a speaker: "4. Repairs", "Q. What then?"
    return _word_ends(plain, word, following, end)


def _word_ends(plain: str, word: str, following: int, end: int) -> bool:
    """Whether a sentence ends on this word with its stop, which may be an abbreviation."""
    key = word.rsplit("-", 1)[-1].lower()
    if key in _BEFORE_NAME:
        return False
    if key in _BEFORE_FIGURE:
        return not plain[following].isdigit() and (len(word) > 1 or _starts(plain, following, end))
    if key in _CLOCK:
        return not plain[following].isdigit() and not _clock_goes_on(plain, following, end)
    initial = len(word) == 1 and word.isupper()
    if initial or (key in _EITHER and word[0].isupper()) or _DOTTED.fullmatch(word):
        return _starts(plain, following, end)
    return True


def _starts(plain: str, following: int, end: int) -> bool:
    """Whether the next word is one that begins sentences, and no name: "in the U.S. The president"."""
    ahead = _WORD_AHEAD.match(plain, following, min(end, following + 40))
    return ahead is not None and ahead[1] in _STARTERS and ahead[2] is not None


def _clock_goes_on(plain: str, following: int, end: int) -> bool:
    """Whether a day, a month or a time zone follows "p.m."."""
    ahead = _WORD_AHEAD.match(plain, following, min(end, following + 40))
    return ahead is not None and (ahead[1] in _AFTER_CLOCK or _ZONE.fullmatch(ahead[1]) is not None)
