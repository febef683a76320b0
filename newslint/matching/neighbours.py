"""The words of a sentence as the language model has them, so that a word can be judged by those beside it."""

from newslint.matching.ngrams import fit
from newslint.patterns import regex

# What has no part in a sentence's run of words is passed over: commas, quotation marks, brackets.
_TOKEN = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|[^\s,\"'()\[\]]")
_START, _END, _FIGURE = "<s>", "</s>", "ten"


class Run:
    """The tokens of a sentence in lower case with their offsets, and how well a word would stand in a place of it."""

    def __init__(self, lower: str, start: int, end: int) -> None:
        self.tokens = [(found[0], found.start()) for found in _TOKEN.finditer(lower, start, end)]
        self._words: list[str] = []

    def at(self, offset: int) -> int | None:
        """The number of the token that begins at an offset."""
        return next((number for number, (_, start) in enumerate(self.tokens) if start == offset), None)

    def beside(self, number: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """The two words before a token and the two behind it; empty where nothing is known of one."""
        run = self._words = self._words or ["", _START, *(_plain(one) for one, _ in self.tokens), _END, ""]
        return (run[number], run[number + 1]), (run[number + 3], run[number + 4])

    def fit(self, number: int, word: str) -> int:
        """How well a word would stand in the place of a token, in tenths of a power of ten."""
        before, after = self.beside(number)
        return fit(before, word, after)


def _plain(token: str) -> str:
    """A word as the model has it; empty for a mark."""
    if token[0].isalpha():
        return token
    return _FIGURE if token[0].isdecimal() else _END if token in {".", "!", "?", ";"} else ""
