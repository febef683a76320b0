"""The pairs of words that may be typed for one another: alike in sound, a letter apart, listed by hand or already."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from language_model import Model
from sounds import alike, nearly

from newslint.lexicon import parse_list
from newslint.matching.frequency import COMMON, UNKNOWN, level, lines

ROOT = Path(__file__).resolve().parent.parent
# Powers of ten of how often a word stands: what is written, and what is meant, must be at least so usual.
WRITTEN, MEANT = -6.4, -5.6
# Of words that sound alike those count, too, that are rarer, and what is written may be any usual word at all.
ALIKE, SPOKEN = -7.0, 4
# A word a letter apart that is so usual, and so many powers of ten more so than what is written, is likelier meant.
USUAL, RARER, RAREST = -4.7, 1.9, -7.0
# Of what the model does not have, words of the dictionary that are rare and short.
RARE, LONG = 3, 12
# What makes another form of the same word is seldom a slip that neighbours tell.
_FORMS = re.compile(r"(\w+?)(?:e?s|d|r|e?r)? \1(?:e?s|d|r|e?r)?")
# Spellings that only some of us tell apart, and two spellings of one word.
_ONE_WORD = """
licence license|licences licenses|practice practise|adviser advisor|advisers advisors|analog analogue|barbecue barbeque
check cheque|checks cheques|dialog dialogue|disc disk|discs disks|draft draught|gray grey|racket racquet|story storey
stories storeys|tire tyre|tires tyres|whiskey whisky|vice vise|catalog catalogue|curb kerb|program programme|mold mould
plow plough|inquiry enquiry|jail gaol|mom mum|moms mums
molds moulds|molded moulded|guerilla guerrilla|guerillas guerrillas|donut doughnut|donuts doughnuts|grandad granddad
pizazz pizzazz|pigmy pygmy|leaped leapt|esthetic aesthetic|esthetics aesthetics|acknowledgment acknowledgement
judgment judgement|practises practices|practised practiced|practising practicing|flack flak|chile chili|chilli chili
chilies chillies|curbs kerbs|highjack hijack|subpena subpoena|calk caulk|layman laymen|swathe swath|swathes swaths
fetal foetal|specter spectre|bused bussed|buses busses|plow plough|plows ploughs|plowed ploughed|nite night
goddam goddamn|ton tonne|tons tonnes|gypsy gipsy|moustache mustache|pajamas pyjamas|hoofs hooves|wrack rack
dependent dependant|dependents dependants|descendent descendant|guaranty guarantee|torturous tortuous|gage gauge
stanch staunch|sabre saber|payed paid|learned learnt|burned burnt|spelled spelt|spilled spilt|premise premiss
kidnaped kidnapped|kidnaping kidnapping|peninsula peninsular|pupa pupae
"""
# What goes either way: realise and realize, cancelled and canceled, lustre and luster, foetal and fetal.
_EITHER_WAY = (
    (re.compile(r"(?<=..)(i|y)s(?=e|ing|ation|able)"), r"\1z"),
    (re.compile(r"(?<=[aeiou][b-df-hj-np-tv-z][aeiou])ll(?=ed|ing|er|or)"), "l"),
    (re.compile(r"(?<=..)our(?=s?$)"), "or"),
    (re.compile(r"(?<=..)tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=...)man$"), "men"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"tyre"), "tire"),
)
_ABC = "abcdefghijklmnopqrstuvwxyz"

Pairs = dict[tuple[str, str], str]


def candidates(model: Model, dictionary: Path) -> Pairs:
    """What is written and what may be meant, and how the two are mixed up: by hand, sound or letter."""
    usual = {word: one[0] for word, one in zip(model.words, model.single, strict=True)}
    words = {word for word, one in usual.items() if one > RAREST and word.isalpha() and _is_word(word)}
    known = {word for word in words if usual[word] > WRITTEN}
    often = {word for word in known if usual[word] > USUAL}
    spoken = known | {word for word in _words() if level(word) <= SPOKEN <= len(word)}
    rare = {word for word in _rare() if usual.get(word, RAREST) < RAREST + RARER}
    variants = _variants()
    found: Pairs = {pair: "letter" for pair in listed() if usual.keys() >= set(pair)}
    for kind, least, pairs in (
        ("letter", MEANT, _letters(known)),
        ("rare", USUAL, _rarer(_letters(words | rare), usual, often)),
        ("near", ALIKE, nearly(dictionary, spoken - COMMON)),
        ("sound", ALIKE, alike(dictionary, spoken)),
    ):
        for written, meant in pairs:
            if usual.get(meant, RAREST) > least and not _FORMS.fullmatch(f"{written} {meant}"):
                found[written, meant] = kind
    found |= {pair: "hand" for pair in by_hand() if pair[1] in usual}
    return {
        pair: kind for pair, kind in found.items() if pair not in variants and (kind == "hand" or not _one_word(*pair))
    }


def listed() -> Iterator[tuple[str, str]]:
    """The pairs of the list as it stands."""
    for entry in parse_list((ROOT / "rules/lists/mixed-up.txt").read_text("utf-8")):
        written, _, meant = entry.partition(": ")
        yield from ((written, one.split()[0]) for one in meant.split(", "))


def by_hand() -> Iterator[tuple[str, str]]:
    """The pairs of the list of small and everyday words."""
    for line in parse_list((ROOT / "tools/mixed_by_hand.txt").read_text("utf-8")):
        first, *others = line.split()
        for other in others:
            yield from ((first, other), (other, first))


def _rarer(pairs: Iterable[tuple[str, str]], usual: dict[str, float], often: set[str]) -> Iterator[tuple[str, str]]:
    for written, meant in pairs:
        if meant in often and usual[meant] - usual.get(written, RAREST) > RARER:
            yield written, meant


def _words() -> Iterator[str]:
    """The words of the dictionary that have letters only."""
    for line in lines().splitlines():
        word = line[:-1]
        if line[-1:].isdecimal() and word.isascii() and word.isalpha():
            yield word


def _rare() -> Iterator[str]:
    """The rare words of the dictionary."""
    return (word for word in _words() if 1 < len(word) < LONG and RARE <= level(word) < UNKNOWN)


def _is_word(word: str) -> bool:
    """Whether a word of the model is one: of the short ones it has initials and syllables."""
    return level(word) <= (2 if len(word) < 3 else 4 if len(word) < 4 else 6)


def _variants() -> set[tuple[str, str]]:
    """The spellings of one word."""
    lines = [
        *(ROOT / "newslint/data/variants.txt").read_text("utf-8").splitlines(),
        *_ONE_WORD.strip().replace("\n", "|").split("|"),
    ]
    return {pair for line in lines for pair in permutations(line.split(), 2)}


def _one_word(one: str, other: str) -> bool:
    """Whether two words are spellings of one, or a man and men."""
    for pattern, usual in _EITHER_WAY:
        one, other = pattern.sub(usual, one), pattern.sub(usual, other)
    return one == other


def _letters(known: set[str]) -> Iterator[tuple[str, str]]:
    """Words that are a letter apart: left out, put in, another one, or two that changed places."""
    for word in known:
        cut = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        shorter = {one + two[1:] for one, two in cut if two}
        other = {one + letter + two[1:] for one, two in cut if two for letter in _ABC}
        changed = {one + two[1] + two[0] + two[2:] for one, two in cut if len(two) > 1}
        for found in ((shorter | other | changed) & known) - {word}:
            yield word, found
            yield found, word
