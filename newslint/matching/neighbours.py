"""The words of a sentence as the language model has them, so that a word can be judged by those beside it."""

from functools import cached_property

from newslint.matching.ngrams import fit
from newslint.patterns import regex

# What has no part in a sentence's run of words is passed over: commas, quotation marks, brackets.
_TOKEN = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|[^\s,\"'()\[\]]")
_START, _END, _FIGURE = "<s>", "</s>", "ten"


class Run:
    """The tokens of a sentence in lower case, and how well a word would stand in a place of it."""

    def __init__(self, lower: str, start: int, end: int) -> None:
        self.tokens = _TOKEN.findall(lower, start, end)
        self._where = (lower, start, end)

    @cached_property
    def starts(self) -> list[int]:
        """The offsets of the tokens."""
        return [found.start() for found in _TOKEN.finditer(*self._where)]

    def at(self, offset: int) -> int | None:
        """The number of the token that begins at an offset."""
        return self.starts.index(offset) if offset in self.starts else None

    def word(self, number: int) -> str:
        """A token as the model has it, with what it takes for the two ends; empty where nothing is known of it."""
        if 0 <= number < len(self.tokens):
            token = self.tokens[number]
            return token if token[0].isalpha() else _plain(token)
        return _START if number == -1 else _END if number == len(self.tokens) else ""

    def beside(self, number: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """The two words before a token and the two behind it; empty where nothing is known of one."""
        word = self.word
        return (word(number - 2), word(number - 1)), (word(number + 1), word(number + 2))

    def fit(self, number: int, word: str) -> int:
        """How well a word would stand in the place of a token, in tenths of a power of ten."""
        before, after = self.beside(number)
        return fit(before, word, after)


def _plain(token: str) -> str:
    """A mark or figure as the model has it; empty where it has none."""
    return _FIGURE if token[0].isdecimal() else _END if token in {".", "!", "?", ";"} else ""
