"""Places in a row, “the sixth time”, “the 38th state”, as figures that count what stands behind them."""

from newslint.language.counted import singular
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.text import Folded

_IN_WORDS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL = regex(rf"(?<![\w-])(?:({'|'.join(_IN_WORDS)})|([1-9][0-9]{{0,2}})(?:st|nd|rd|th)) ([a-z][a-z-]+)")
# Of such things each has its own number, or the word is a share, a date or the end of the phrase.
_NAMED_BY_NUMBER = frozenset(
    "floor century grade half quarter place year person party world amendment district circuit street avenue day month"
    " anniversary birthday minute and or of in on to at for by with from was is has that as but it if a an i he she"
    " they his her their its we you this there".split()
)


def ordinals(text: Folded) -> tuple[Figure, ...]:
    """The ordinals in front of a noun in small letters; their value is the place, their noun the next word."""
    return tuple(
        Figure(
            *(found.start(), found.start(3) - 1) * 2,
            value=_IN_WORDS.index(found[1]) + 2 if found[1] else float(found[2]),
            step=1.0,
            kind="ordinal",
            counted=singular(found[3]),
            counted_start=found.start(3),
            counted_end=found.end(3),
        )
        for found in _ORDINAL.finditer(text.lower)
        if found[3] not in _NAMED_BY_NUMBER and not text.plain[found.start()].isupper()
    )
