"""Names from another script, all of whose usual spellings are right: Sergei and Sergey, Mohammed and Muhammad."""

import re

# Where names come from another script, or have several spellings in ours.
OTHER_SCRIPT = frozenset(
    """
    russia ukraine belarus bulgaria serbia greece georgia armenia kazakhstan kyrgyzstan tajikistan uzbekistan
    turkmenistan azerbaijan israel egypt syria iraq iran jordan lebanon libya yemen algeria tunisia morocco sudan kuwait
    qatar oman bahrain afghanistan pakistan india bangladesh nepal thailand myanmar japan mongolia mauritania somalia
    """.split()
) | {"saudi arabia", "united arab emirates", "palestinian authority", "sri lanka", "north macedonia"}
_TRANSLITERATED = (
    ("yi", "i"),
    ("iy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("ou", "u"),
    ("ee", "i"),
    ("w", "v"),
    ("ei", "i"),
    ("ks", "x"),
    ("q", "k"),
    ("ph", "f"),
    ("th", "t"),
)


def sound(word: str, *, foreign: bool) -> str:
    """A name so that its usual spellings are alike: Schroeder, Schröder; from another script Sergei and Sergey, too."""
    for pair in (("oe", "o"), ("ae", "a"), ("ue", "u"), *(_TRANSLITERATED if foreign else ())):
        word = word.replace(*pair)
    if not foreign:
        return word
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub("[aeou]", "a", word) if word.startswith(("moham", "muham", "abd", "ahm")) else word
