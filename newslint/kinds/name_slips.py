"""Whether a word is a known name with a letter or two off, or spelt by ear."""

from functools import lru_cache

from newslint.kinds.letters import apart
from newslint.patterns import regex
from newslint.text import without_accents

# Two letters may be off only in a long one.
_LEAST, _LONG = 6, 9
# Beside the other word of its name a word of so many letters can be judged.
_SHORT = 3
# Vowels apart the same word, so many letters may be off.
_SOUND = 3
_VOWELS, _DOUBLE = regex("[aeiouy]"), regex(r"([bcdfghklmnprstz])\1")


def one_off(word: str, name: str) -> bool:
    """Whether one letter was lost, added, changed or put in another place, plurals apart."""
    if len(name) < _SHORT or len(word) < _SHORT or {word, name} == {min(word, name), min(word, name) + "s"}:
        return False
    return word != name and not apart(word, name, 1)


def slip(word: str, name: str) -> bool:
    """Whether a letter inside the name was lost, doubled, changed or put in another place; the ends of names vary."""
    if abs(len(word) - len(name)) > 1 + (len(name) >= _LONG) or word in name or name in word or word[:-1] == name[:-1]:
        return False
    if word.replace("y", "i") == without_accents(name).replace("y", "i"):
        return False
    heard = _consonants(word)
    if len(heard) >= _LEAST and heard == _consonants(without_accents(name)):
        return not apart(word, name, _SOUND)
    long = len(name) >= _LONG and word[:3] == name[:3] and word[-2:] == name[-2:]
    return not apart(word, name, 2 if long else 1)


def near(word: str, name: str) -> bool:
    """Whether a surname or first name may be meant for another of the same first letter."""
    return (
        word[0] == name[0] and not word.startswith(name) and not apart(word, name, 2 if len(name) >= _LONG - 1 else 1)
    )


@lru_cache(maxsize=4096)
def _consonants(word: str) -> str:
    """What stays of a word however its vowels are guessed: Edinborough is spelt by ear."""
    return word[0] + _VOWELS.sub("", _DOUBLE.sub(r"\1", word[1:].replace("ph", "f").replace("ck", "k")))
