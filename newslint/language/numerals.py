"""Numbers as they are printed, in digits or in words: what they are worth, and to which digit they were given."""

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import stretches

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = _ONES | _TENS
SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
DENOMINATORS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# More digits than this are a key, a serial number or a damaged text, never a figure.
LONGEST = 15

_WORDS = (*_SMALL, "half", "quarter", "third", "dozen", "hundred", "thousand", "million", "billion", "trillion")
# With one of these no text begins as with a number.
_NOT_FIRST = frozenset(("quarter", "third", "hundred", "thousand", "million", "billion", "trillion"))
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_LETTERS_AND_DIGITS = _LETTERS | frozenset("0123456789")

_DIGITS = regex(r"([0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]+|(?=\.[0-9]))(\.[0-9]+)?([½¼¾])?")
_ONE_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_20 = "|".join(sorted(_ONES, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_ONE_TO_NINE})(?![a-z]))?|{_BELOW_20})"
_BELOW_1000 = rf"{_BELOW_100}(?: +hundred(?![a-z])(?: +(?:and +)?{_BELOW_100}(?![a-z]))?)?"
_WORDED = regex(
    rf"{_BELOW_1000}(?:[ -]+(?:dozen|thousand|million|billion|trillion)(?![a-z])"
    rf"(?: +(?:and +)?{_BELOW_1000}(?![a-z])(?!-))?){{0,4}}"
)
_SCALE_AFTER = regex(r"(?: +|-)?(hundred|thousand|million|billion|trillion|dozen|[mbt]n|trn|k)(?![^\W_])")
_DENOMINATOR_AFTER = regex(r"[ -]([a-z]+)(?![a-z-])")
_AND_A_HALF = regex(r" +and +a +half(?![a-z])")
_OF_A_SCALE = regex(r"(half|quarter)(?: +of)?(?: +an?)? +(dozen|hundred|thousand|million|billion|trillion)(?![a-z])")
_SHARE_OF = regex(r"(half|third|quarter)(?= +(?:of|the|its|their|his|her|all)(?![a-z]))")
# Round numbers only, and no spell of time after them: "12 in 15 attacks" and "two in three days" are no shares.
_OUT_OF = regex(
    r" +(?:(?:in|out +of)(?: +every)? +(?=[1-9a-z])|of +(?=10(?!0)|100|ten))"
    r"(1,000|1000|100|50|20|10|[3-9]|three|four|five|six|seven|eight|nine|ten|twelve)"
    r"(?![^\W_]|[,.][0-9]|-| +(?:years|months|weeks|days|hours|minutes|seconds|"
    r"states|countries|cities|places|million)\b)"
)


@lru_cache(maxsize=1)
def _scan() -> AhoCorasick:
    """Finds number words and digits, many times as fast as a regular expression; the words come first."""
    return AhoCorasick([*_WORDS, *"0123456789"], matchkind=MatchKind.LeftmostLongest)


def starts(lower: str) -> Iterator[int]:
    """Where a number may start: the first of some digits, or the first letter of a number word."""
    done = -1
    for which, start, end in _words_and_digits(lower):
        if which >= len(_WORDS):
            if start != done:
                yield start
            done = end
        elif lower[end : end + 1] in _LETTERS:
            continue
        elif start:
            if lower[start - 1] not in _LETTERS_AND_DIGITS:
                yield start
        elif _WORDS[which] not in _NOT_FIRST:
            yield start


def _words_and_digits(lower: str) -> Iterator[tuple[int, int, int]]:
    scan = _scan().find_matches_as_indexes
    for first, last in stretches(lower):
        for which, start, end in scan(lower[first:last]):
            yield which, first + start, first + end


class Numeral(NamedTuple):
    """A number: where it ends, its value, the place value of its last significant digit, and whether it is a share."""

    end: int
    value: float
    step: float
    fraction: bool = False

    def times(self, scale: float, end: int) -> "Numeral":
        """The number with its scale, free of the dust of floating point: 8.13 million is 8130000."""
        return Numeral(end, round(self.value * scale, 6), round(self.step * scale, 6))


def in_digits(lower: str, start: int) -> Numeral | None:
    """The number whose first digit is at ``start``, with its scale word: "3.5bn", "90,000", "2½ million"."""
    found = _DIGITS.match(lower, start)
    if found is None or found[1].count(",") + LONGEST < len(found[1]) or len(found[2] or "") > LONGEST:
        return None
    whole, part, vulgar = found[1].replace(",", ""), found[2], found[3]
    value = float(whole + (part or "")) + _VULGAR.get(vulgar or "", 0)
    step = 10.0 ** (1 - len(part)) if part else 0.5 if vulgar else _last_place(whole)
    return _scaled(lower, Numeral(found.end(), value, step))


def in_words(lower: str, start: int) -> Numeral | None:
    """The number whose first word is at ``start``: "ninety thousand", "two-thirds", "half a million"."""
    if found := _OF_A_SCALE.match(lower, start):
        return Numeral(found.end(), SCALES[found[2]] / DENOMINATORS[found[1]], SCALES[found[2]] / 10)
    if found := _SHARE_OF.match(lower, start):
        return Numeral(found.end(), 1 / DENOMINATORS[found[1]], 0.01, fraction=True)
    if found := _WORDED.match(lower, start):
        value = float(worth(found[0]))
        if share_of := _share(lower, found.end(), value):
            return share_of
        if half := _AND_A_HALF.match(lower, found.end()):
            return _scaled(lower, Numeral(half.end(), value + 0.5, 0.5))
        return Numeral(found.end(), value, 12.0 if found[0].endswith("dozen") else _last_place(str(int(value))))
    word = _SCALE_AFTER.match(lower, start)
    if word is None:
        return None
    size = float(SCALES[word[1]])
    return _scaled(lower, Numeral(word.end(), size, 1.0 if word[1] == "dozen" else size))


def worth(words: str) -> int:
    """The value of a whole number in words or digits: "two hundred and fifty" is 250."""
    if words.isdigit():
        return int(words)
    total, below = 0, 0
    for word in words.replace("-", " ").split():
        if word in _SMALL:
            below += _SMALL[word]
        elif word == "hundred":
            below *= 100
        elif word != "and":
            total += below * SCALES[word]
            below = 0
    return total + below


def share_of_so_many(lower: str, number: Numeral) -> Numeral | None:
    """The share that a number and what follows it make together: "two in five", "3 out of 10"."""
    found = _OUT_OF.match(lower, number.end)
    if found is None or number.value % 1:
        return None
    whole = float(found[1].replace(",", "")) if found[1][0].isdigit() else float(_SMALL[found[1]])
    return Numeral(found.end(), number.value / whole, 0.01, fraction=True) if 0 < number.value < whole else None


def _share(lower: str, end: int, count: float) -> Numeral | None:
    found = _DENOMINATOR_AFTER.match(lower, end)
    if found is None or not 0 < count < 10:
        return None
    parts = DENOMINATORS.get(found[1], 0)
    if count >= parts or (parts == 4 and count == 2) or (count == 1) == found[1].endswith("s"):
        return None
    return Numeral(found.end(), count / parts, 0.01, fraction=True)


def _scaled(lower: str, number: Numeral) -> Numeral:
    found = _SCALE_AFTER.match(lower, number.end)
    if found is None:
        return number
    scale = SCALES[found[1]]
    again = _SCALE_AFTER.match(lower, found.end())
    if again is not None and again[1] in ("thousand", "million", "billion", "trillion"):
        found, scale = again, scale * SCALES[again[1]]
    return number.times(scale, found.end())


def _last_place(digits: str) -> float:
    """Zeros at the end may be rounding: 90000 is given to the ten thousand, 1234 to the unit."""
    significant = digits.rstrip("0")
    return 10.0 ** (len(digits) - len(significant)) if significant else 1.0
