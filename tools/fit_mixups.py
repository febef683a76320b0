"""Fits rules/lists/mixed-up.txt to news: which pairs of words are worth looking for, and how much each asks.

Usage: fit_mixups.py MODEL DICTIONARY FOLDER..., with en-us.lm.bin and cmudict-en-us.dict of pocketsphinx 5.1.1 and
folders of correct news (.txt). What is asked of a pair rises with how often the model speaks up where nothing is wrong,
and falls with how many slips would be found, tried on words put in place of those of the texts. Writes
newslint/data/ngrams.bin with the words of all pairs, reads the texts, then writes the list, and the data anew with only
its words.
"""

import random
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import build_mixups
from language_model import Model, read
from mixups import Pairs, candidates
from rapidfuzz import fuzz
from sounds import heard_alike

from newslint.document import Document
from newslint.kinds.mixup import ELSEWHERE, ENOUGH, SURE, TOPIC, TWICE, WARY, Place, places
from newslint.lexicon import Lexicon
from newslint.matching.frequency import COMMON
from newslint.matching.ngrams import Gap, fit, hashed
from newslint.matching.words import words_of
from newslint.readers.plain import paragraphs

# How many places of a word are tried with another one in its stead.
TRIED = 40
# Worth of what is found: a pair of the list by hand, one that sounds alike or nearly so, a rare word a letter from a
# usual one, any words that are a letter apart.
WORTH = {"hand": 1.5, "sound": 1.8, "near": 1.2, "rare": 0.3, "letter": 0.05}
# It rises with how often what is meant stands in the texts, from and up to so many times.
SELDOM = {"hand": 0.7, "sound": 1.0, "near": 1.0, "rare": 0.1, "letter": 0.0}
USUAL = {"hand": 1.0, "sound": 1.5, "near": 1.0, "rare": 3.0, "letter": 6.0}
# A false alarm costs this much of a pair that is always found, and that much more where it would be a warning.
ALARM, LOUD = 1.0, 2.0
# How alarms thin out the more is asked: in tenths of a power of ten, one tenth is left of them.
FADING = 13.0
# Of this share of the places of a word another one seems likelier, at what is asked of 0; more where the word is rare.
FOOLED, FOOLED_RARE = 0.03, 1.2
# How much that counts beside the alarms there were.
BELIEF = 0.6
# Below this share of slips found, a pair is left out.
LEAST = {"hand": 0.1, "sound": 0.1, "near": 0.1, "rare": 0.15, "letter": 0.2}
# Two words of so many letters, and so much alike (0 to 100), are mixed up by those who think of the other one.
LONG, ALIKE = 7, 75
# What is asked at least and at most; less of a word that is hardly ever meant itself.
LOWEST = {"hand": -6, "sound": -9, "near": -9, "rare": WARY, "letter": WARY}
HIGHEST = 60
# What is said of a place that is not looked at.
NEVER = -1000


class Heard(NamedTuple):
    """What the model says where nothing is wrong, and where a word was put in place of another one."""

    alarms: dict[tuple[str, str], list[int]]
    slips: dict[tuple[str, str], list[int]]
    times: dict[str, int]


def articles(folders: Iterable[str]) -> Iterator[Document]:
    """The news, each text once."""
    seen = set()
    for folder in folders:
        for path in sorted(Path(folder).glob("*.txt")):
            text = path.read_text("utf-8-sig")
            if text not in seen:
                seen.add(text)
                yield Document(path.name, text, Lexicon({}), blocks=paragraphs(text))


def listen(news: Iterable[Document], pairs: Pairs) -> Heard:
    """Reads the news twice over: once for what speaks against correct words, once for what would betray a slip."""
    meant: dict[str, list[str]] = defaultdict(list)
    for written, other in pairs:
        meant[written].append(other)
    alarms: dict[tuple[str, str], list[int]] = defaultdict(list)
    tried: dict[str, list[tuple[Place, bool]]] = defaultdict(list)
    times: dict[str, int] = defaultdict(int)
    draw = random.Random(1)  # noqa: S311 - any places will do, the same ones each time
    wanted = set(meant) | {other for _, other in pairs}
    for document in news:
        words = words_of(document)
        for place in places(document, wanted):
            word = place.word
            times[word] += 1
            if len(tried[word]) < TRIED or draw.random() < TRIED / times[word]:
                at = len(tried[word]) if len(tried[word]) < TRIED else draw.randrange(TRIED)
                tried[word][at : at + 1] = [(place, words.count(word) > 1)]
            if word not in COMMON and words.count(word) >= TOPIC:
                continue
            if _fits(place, word):
                continue
            against = fit(place.before, word, place.after)
            against += TWICE if words.count(word) > 1 and word not in COMMON else 0
            for other in meant.get(word, ()):
                more = ELSEWHERE if other in words.known and other not in COMMON else 0
                said = fit(place.before, other, place.after) - against + more
                if said > LOWEST[pairs[word, other]] - FADING:
                    alarms[word, other].append(said)
    slips = {pair: list(_betrayed(pair, tried[pair[1]])) for pair in pairs}
    return Heard(alarms, slips, times)


def _betrayed(pair: tuple[str, str], tried: Iterable[tuple[Place, bool]]) -> Iterator[int]:
    """What speaks for a slip where what is written was put in place of what is meant."""
    written, meant = pair
    for place, elsewhere in tried:
        if _fits(place, written):
            yield NEVER
            continue
        more = ELSEWHERE if elsewhere and meant not in COMMON else 0
        yield fit(place.before, meant, place.after) - fit(place.before, written, place.after) + more


def _fits(place: Place, word: str) -> bool:
    """Whether a word would stand so well in a place that nothing else is looked for."""
    return Gap(place.before[1], place.after[0]).pairs(hashed(word)) > ENOUGH


def asked(pairs: Pairs, heard: Heard) -> Iterator[tuple[str, str, int]]:
    """The pairs that are worth it, with what they ask."""
    for pair, kind in sorted(pairs.items()):
        slips = heard.slips[pair]
        if slips:
            often = (heard.times.get(pair[1], 0) / TRIED) ** 0.5
            worth = WORTH[kind] * max(SELDOM[kind], min(USUAL[kind], often))
            alarms, times = sorted(heard.alarms.get(pair, ())), heard.times.get(pair[0], 0)
            gains = [
                (worth * _share(slips, least) - ALARM * _alarms(alarms, times, least), least)
                for least in range(LOWEST[kind], HIGHEST)
            ]
            gain, best = max(gains, key=lambda one: (one[0], -one[1]))
            if gain > 0 and _share(slips, best) >= LEAST[kind]:
                yield (*pair, best)


def _share(slips: list[int], least: int) -> float:
    return sum(one >= least for one in slips) / len(slips)


def _alarms(alarms: list[int], times: int, least: int) -> float:
    """How many false alarms are to be expected where so much is asked: those there were, and the near ones in part."""
    total = LOUD * (len(alarms) - bisect_left(alarms, max(least, WARY) + SURE))
    for less in (0.0, FADING / 2, FADING):
        total += (len(alarms) - bisect_left(alarms, least - less)) * 10 ** (-less / FADING) / 3
    fooled = (FOOLED + FOOLED_RARE / (1 + times)) * 10 ** (-least / FADING)
    return total + BELIEF * (times + 0.5) * min(fooled, 1.0)


def confusable(one: str, other: str) -> bool:
    """Whether two words, not short, are so alike to the eye that it takes some thought to tell them apart."""
    return min(len(one), len(other)) >= LONG and fuzz.ratio(one, other) >= ALIKE


def write(entries: Iterable[tuple[str, str, int]], told: Container[tuple[str, str]]) -> None:
    """Writes the list, with what stands above its first entry, and a mark on what may be told though it is not sure."""
    path = build_mixups.ROOT / "rules/lists/mixed-up.txt"
    head = [line for line in path.read_text("utf-8").splitlines(keepends=True) if line.startswith("#")]
    meant: dict[str, list[str]] = defaultdict(list)
    for written, other, least in sorted(entries, key=lambda one: (one[0], one[2], one[1])):
        meant[written].append(f"{other} {least}{'~' * ((written, other) in told)}")
    path.write_text("".join(head) + "".join(f"{one}: {', '.join(others)}\n" for one, others in meant.items()), "utf-8")


def main(model: Model, dictionary: str, folders: list[str]) -> None:
    pairs = candidates(model, Path(dictionary))
    print(f"{len(pairs)} pairs, {build_mixups.write(model, {word for pair in pairs for word in pair})} n-grams")
    entries = list(asked(pairs, listen(articles(folders), pairs)))
    told = set(heard_alike(Path(dictionary), {word for one in entries for word in one[:2]}))
    write(entries, told | {pair for pair, kind in pairs.items() if kind == "hand" and confusable(*pair)})
    print(f"{len(entries)} entries, {build_mixups.write(model, build_mixups.words())} n-grams")


if __name__ == "__main__":
    main(read(sys.argv[1]), sys.argv[2], sys.argv[3:])
