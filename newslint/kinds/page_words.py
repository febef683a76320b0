"""The words of a line as pages have them, and the phrases of a word list, both read by labels and by speech."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

Phrases = Mapping[str, Sequence[Sequence[str]]]


def read_phrases(entries: Iterable[str]) -> Phrases:
    """Phrases, or labels, by their first word, the longest last."""
    return {first: tuple(several) for first, several in groupby(sorted(map(str.split, entries)), itemgetter(0))}


def words_of_line(text: str, word: re.Pattern[str]) -> list[str]:
    """The words of a line in small letters, with plain apostrophes."""
    found: list[str] = word.findall(text.replace("’", "'").lower())
    return found
