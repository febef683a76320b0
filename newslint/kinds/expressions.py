"""What spinning software puts for the words of fixed expressions (data/spun.z, tortured.txt), by an article's words."""

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.shelf import Shelf, packed, unpacked

_FOLDER = Path(__file__).resolve().parent.parent / "data"
_DATA, _PUBLISHED = _FOLDER / "spun.z", _FOLDER / "tortured.txt"
SPLIT = regex(r"\w+|[^\w\s]")
_PHRASES = regex(r"(?m)^(\w+)\t(.+)$")
# Weights are kept in tenths. With so many a wording may be a spun expression; with so many it is hardly anything else.
SCALE, DOUBTFUL, CERTAIN = 10, 13, 31
# What the word itself weighs, in the first place of an expression and in a later one.
OWN_WEIGHTS = (20, 17)

# For each token what it may stand for: options as ``Option`` has them, in one string.
Options = Mapping[str, str]
Kept = tuple[tuple[bytes, bytes], ...]


class Option(NamedTuple):
    """The words that are written, the word of an expression for which they may stand, and their weight."""

    written: str
    meant: str
    weight: int


class Expression(NamedTuple):
    """An expression: its words after the first two, what it weighs by itself, and how it is written."""

    more: tuple[str, ...]
    weight: int
    text: str


class Phrase(NamedTuple):
    """A published phrase of spinning software, what was meant, and whether it is hardly anything else."""

    said: str
    meant: str
    certain: bool


def published() -> dict[str, str]:
    """The published phrases, by their first word; each set of them as ``phrases`` reads it."""
    return dict(_PHRASES.findall(_PUBLISHED.read_bytes().decode()))


@lru_cache(maxsize=1024)
def phrases(known: str) -> tuple[Phrase, ...]:
    """Phrases as the file has them: the phrase, what was meant, and 1 where it is hardly anything else."""
    found = (one.split("|") for one in known.split(";"))
    return tuple(Phrase(said, meant, sure == "1") for said, meant, sure in found)


def tables() -> list[dict[str, str]]:
    """Options of what ends the first word and of what begins a later one; the expressions, and what is no spun one."""
    lines, words, vetoed = (part.split("\n") for part in zlib.decompress(_DATA.read_bytes()).decode().split("\n\n"))
    ends: dict[str, list[str]] = {}
    begins: dict[str, list[str]] = {}
    expressions: dict[str, str] = {}
    own: tuple[set[str], set[str]] = set(), set()
    for line in lines:
        first, *rest = line.split("\t")[0].lower().split()
        own[0].add(first)
        own[1].update(rest)
        expressions[first] = expressions[first] + "\n" + line if first in expressions else line
    for words_of_place, found, weight in zip(own, (ends, begins), OWN_WEIGHTS, strict=True):
        for word in words_of_place:
            found.setdefault(word, []).append(f"{word}\t{word}\t{weight}")
    for line in words:
        meant, *others = line.split("\t")
        for other in others:
            written, first_weight, later_weight = other.split(":")
            tokens = SPLIT.findall(written)
            if meant in own[0]:
                ends.setdefault(tokens[-1], []).append(f"{written}\t{meant}\t{first_weight}")
            if meant in own[1]:
                begins.setdefault(tokens[0], []).append(f"{written}\t{meant}\t{later_weight}")
    return [
        {token: "\n".join(sorted(some)) for token, some in ends.items()},
        {token: "\n".join(sorted(some)) for token, some in begins.items()},
        expressions,
        dict(line.split("\t", 1) for line in vetoed),
    ]


def kept() -> Kept:
    """The tables as packed shelves."""
    return tuple(packed(one) for one in tables())


def shelves(lexicon: Lexicon) -> list[Shelf[str]]:
    """The tables, ready to be asked."""

    def ready() -> list[Shelf[str]]:
        return [unpacked(*one) for one in lexicon.memo("expressions", kept)]

    return lexicon.memo("shelves of expressions", ready)


@lru_cache(maxsize=4096)
def options(lines: str) -> tuple[Option, ...]:
    """Options as the table has them."""
    found = (line.split("\t") for line in lines.split("\n") if line)
    return tuple(Option(written, meant, int(weight)) for written, meant, weight in found)


@lru_cache(maxsize=4096)
def expressions(lines: str) -> dict[str, tuple[Expression, ...]]:
    """The expressions that begin with one word, by their second."""
    found: dict[str, tuple[Expression, ...]] = {}
    for line in lines.split("\n"):
        text, weight = line.split("\t")
        _, second, *more = text.lower().split()
        found[second] = (*found.get(second, ()), Expression(tuple(more), int(weight), text))
    return found


def singulars(word: str) -> Iterator[str]:
    """A word, and what it may be the plural of."""
    yield word
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield word[:-2]
