"""What build_spun.py reads: thesauri, what spinners put for a word, and which words stand side by side in English."""

import itertools
import json
import math
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newslint.kinds.expressions import singulars
from newslint.lexicon import parse_list
from newslint.matching.frequency import level

SOURCES = Path(__file__).resolve().parent / "spun"
# Where a synonym comes from: the word itself, what spinners put, a thesaurus, what nobody but spinners puts.
OWN, SPINNER, NEAR, TELLTALE = range(4)
# Words that are never replaced, and never what is put.
FIXED = frozenset(
    "of the in and at on for to a an from as is be with by not no without up down off out over under".split()
)
# The rarity of a thesaurus' words up to which they are used: spinners seldom put what readers have never seen.
_KNOWN = 7
# Words from this frequency on (power of ten) stand beside anything; what the model does not know is below UNKNOWN.
_EMPTY, UNKNOWN = -2.7, -9.0
_PHRASE = re.compile(r"[a-z'-]+(?: [a-z'-]+){0,3}")

# For each word what may stand for it, and where that comes from.
Grades = dict[str, dict[str, int]]
Beside = dict[str, set[str]]


class Model(NamedTuple):
    """How often a word stands, as a power of ten; how much oftener two stand together than by chance, if they do."""

    frequency: Callable[[str], float]
    together: Callable[[str, str], float | None]


class WordNet(NamedTuple):
    """Synonyms, words of a wider or narrower meaning, its terms, and the pairs of words in its glosses."""

    synonyms: Beside
    kin: Beside
    terms: set[str]
    pairs: set[tuple[str, str]]


def wordnet(folder: str) -> WordNet:
    """WordNet as its data files have it."""
    read = WordNet(defaultdict(set), defaultdict(set), set(), set())
    for part in ("noun", "verb", "adj", "adv"):
        sets: dict[str, list[str]] = {}
        links = []
        for line in (Path(folder) / f"data.{part}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            head, _, gloss = line.partition(" | ")
            fields = head.split()
            count = int(fields[3], 16)
            names = (re.sub(r"\(.*\)", "", fields[4 + 2 * n]) for n in range(count))
            sets[fields[0]] = [name.replace("_", " ").lower() for name in names]
            at = 4 + 2 * count
            pointers = _fours(fields[at + 1 :])
            links += [(fields[0], pointer[1]) for pointer in pointers if pointer[0] in {"@", "&", "~"}]
            read.pairs.update(itertools.pairwise(re.findall(r"[a-z]+|[^\sa-z]", gloss.lower())))
        for one, other in links:
            for word in sets[one]:
                read.kin[word].update(sets.get(other, ()))
        for words in sets.values():
            read.terms.update(words)
            for word in words:
                read.synonyms[word].update(words)
    return read


def _fours(fields: list[str]) -> list[tuple[str, ...]]:
    return [tuple(fields[at : at + 4]) for at in range(0, len(fields) - 3, 4)]


def synonyms(wanted: set[str], net: WordNet, moby: str, tortured: str) -> Grades:
    """All that may stand for each word of the expressions.

    Of the wide thesaurus only what WordNet, too, has as a wider or narrower word: the rest is mostly another sense.
    """
    distant: Beside = defaultdict(set)
    for line in Path(moby).read_text("latin-1").splitlines():
        head, *rest = line.split(",")
        distant[head].update(rest)
    sure, telling = _spinners(wanted, tortured), _listed("telltale.txt")
    found: Grades = {}
    for word in sorted(wanted - FIXED):
        others = net.synonyms[word] | (net.kin[word] & distant[word])
        grades = {other: NEAR for other in others if " " not in other and level(other) <= _KNOWN}
        grades |= dict.fromkeys(sure[word], SPINNER) | dict.fromkeys(telling[word], TELLTALE)
        found[word] = {
            other: grade
            for other, grade in grades.items()
            if _PHRASE.fullmatch(other) and other not in FIXED and word not in singulars(other)
        }
    return found


def _spinners(wanted: set[str], tortured: str) -> Beside:
    """What spinners put, by the project's own list and by phrases of science papers that were spun word by word."""
    found = _listed("words.txt")
    for phrase in json.loads(Path(tortured).read_text("utf-8"))["phrases"]:
        said, meant = (_plain(phrase[key]) for key in ("tortured", "correct"))
        if len(said) == len(meant):
            for word, other in zip(meant, said, strict=True):
                right = next((form for form in singulars(word) if form in wanted), "")
                put = next((form for form in reversed(list(singulars(other))) if form in wanted), other)
                if right and right not in put and put not in right and put not in FIXED and len(put) > 2:
                    found[right].add(put)
    return found


def _listed(name: str) -> Beside:
    found: Beside = defaultdict(set)
    for entry in parse_list((SOURCES / name).read_text("utf-8")):
        word, _, rest = entry.partition(": ")
        found[word].update(rest.split(", "))
    return found


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z-]+", re.sub(r"\(.*?\)|\[.*?\]", "", text.lower()))


def model(path: str) -> Model:
    """A language model of pocketsphinx, in which words and pairs are found that it has seen."""
    from pocketsphinx import Config, LogMath, NGramModel

    known = NGramModel(Config(), LogMath(), path)
    unit = math.log10(1.0001)
    probes = ("zebra", "violin", "glacier", "tuba", "walnut")

    @cache
    def frequency(word: str) -> float:
        return max(known.prob([word]) * unit, UNKNOWN)

    @cache
    def unseen(word: str) -> float:
        """What the model gives to any pair that it has not seen."""
        return sorted(known.prob([probe, word]) * unit - frequency(probe) for probe in probes)[len(probes) // 2]

    def together(first: str, second: str) -> float | None:
        if min(frequency(first), frequency(second)) <= UNKNOWN:
            return None
        more = float(known.prob([second, first]) * unit - frequency(second))
        return more if abs(more - unseen(first)) > 0.002 else None

    return Model(frequency, together)


def bigrams(path: str) -> tuple[Beside, Beside]:
    """The words after each word, and those before it."""
    after: Beside = defaultdict(set)
    before: Beside = defaultdict(set)
    for line in Path(path).read_text("utf-8-sig").splitlines():
        one, other, _ = line.split()
        after[one].add(other)
        before[other].add(one)
    return after, before


def lone(beside: Beside, frequency: Callable[[str], float]) -> Beside:
    """The same without words that stand beside anything."""
    empty = {word for word in set().union(*beside.values()) if frequency(word) > _EMPTY} | FIXED
    return defaultdict(set, {word: others - empty for word, others in beside.items()})
