"""Reads the language model that comes with pocketsphinx: n-grams, their probabilities and back-off weights."""

import struct
from array import array
from pathlib import Path
from typing import NamedTuple

_MAGIC = b"Trie Language Model"
_LEVELS = 1 << 16
# The file counts in powers of 1.0001.
_UNIT = 4.342727686e-5


class Model(NamedTuple):
    """Words by number; per word, pair and triple the power of ten of its probability, and of its back-off weight."""

    words: list[str]
    single: list[tuple[float, float]]
    double: dict[tuple[int, int], tuple[float, float]]
    triple: dict[tuple[int, int, int], float]

    def together(self, one: int, other: int) -> float | None:
        """How much oftener a word follows another than by chance, with what that costs what follows both."""
        known = self.double.get((one, other))
        return known and known[0] + known[1] - self.single[one][1] - self.single[other][0]

    def beyond(self, one: int, other: int, third: int) -> float:
        """How much oftener a word that is known to follow two does so than the second of them makes likely."""
        first, last = self.double.get((one, other)), self.double.get((other, third))
        likely = last[0] if last else self.single[other][1] + self.single[third][0]
        return self.triple[one, other, third] - likely - (first[1] if first else 0)


def read(path: str) -> Model:
    """The model of a file such as en-us.lm.bin: a trie that leads from a word to those before it."""
    data = Path(path).read_bytes()
    head = len(_MAGIC)
    if data[:head] != _MAGIC or data[head] != 3:
        raise ValueError(f"{path}: expected a language model of three words as pocketsphinx writes it")
    singles, doubles, triples, quantised = struct.unpack_from("<4I", data, head + 1)
    at = head + 17
    tables = []
    for _ in range(3 if quantised else 0):
        tables.append([one * _UNIT for one in array("f", data[at : at + 4 * _LEVELS])])
        at += 4 * _LEVELS
    starts = [struct.unpack_from("<ffI", data, at + 12 * number) for number in range(singles + 1)]
    at += 12 * (singles + 1)
    word_bits, next_bits = singles.bit_length(), triples.bit_length()
    second = _Bits(data, at, word_bits + 32 + next_bits, doubles)
    third = _Bits(data, second.end, word_bits + 16, triples)
    model = Model(data[third.end + 4 :].decode("latin-1").split("\0")[:singles], [], {}, {})
    for word in range(singles):
        model.single.append((starts[word][0] * _UNIT, starts[word][1] * _UNIT))
        for number in range(starts[word][2], starts[word + 1][2]):
            entry = second.entry(number)
            before, rest = entry & ((1 << word_bits) - 1), entry >> word_bits
            model.double[before, word] = tables[0][rest >> 16 & 0xFFFF], tables[1][rest & 0xFFFF]
            last = second.entry(number + 1) >> word_bits + 32
            for place in range(rest >> 32, last):
                entry = third.entry(place)
                model.triple[entry & ((1 << word_bits) - 1), before, word] = tables[2][entry >> word_bits]
    return model


class _Bits:
    """Entries of so many bits each, with one more behind them that only says where the last one ends."""

    def __init__(self, data: bytes, start: int, width: int, count: int) -> None:
        self._data, self._start, self._width = data, start, width
        self.end = start + ((1 + count) * width + 7) // 8 + 8

    def entry(self, number: int) -> int:
        at = number * self._width
        first = self._start + (at >> 3)
        bits = int.from_bytes(self._data[first : first + 16], "little") >> (at & 7)
        return bits & ((1 << self._width) - 1)
