"""The people of an article: each mention with its title and the parts of the name, and who is who."""

from collections.abc import Sequence

from newslint.language.identity import identify
from newslint.language.mentions import mentions
from newslint.language.name_parts import Name, name_parts
from newslint.language.names import Names, name_lists
from newslint.language.runs import Mention
from newslint.language.titles import word_before
from newslint.lexicon import Lexicon
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded

# Words before a nationality that change what a title says: "former US President".
_BEFORE_NATION = frozenset({"former", "ex", "then", "acting", "deputy", "late"})
_PARTIES = frozenset({"republican", "democratic", "democrat", "conservative", "liberal", "house", "senate"})
_MOST_NATIONS = 3


class Person(NamedTuple):
    """One mention of a person, offsets in characters, half open, without a possessive ending.

    ``start`` takes in the title, the form of address and the nationality before the title;
    ``name_start`` does not. ``who`` numbers the people of the article, and is -1 where it is not certain
    who is meant. ``modifier`` marks a name that describes something else ("the Smith administration").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    given: str
    middle: str
    surname: str
    suffix: str
    title: str
    honorific: str
    who: int
    possessive: bool
    modifier: bool


def people(text: Folded, sentences: Sequence[Span], lexicon: Lexicon) -> tuple[Person, ...]:
    """Every mention of a person, in order of start."""
    lists = name_lists(lexicon)
    found = mentions(text, sentences, lexicon)
    names = name_parts(found, lists)
    numbers = identify(found, names, sentences, lists)
    return tuple(
        _person(text, lists, mention, name, who) for mention, name, who in zip(found, names, numbers, strict=True)
    )


def _person(text: Folded, lists: Names, mention: Mention, name: Name, who: int) -> Person:
    start, title, honorific = mention.start, "", ""
    if mention.prefix is not None:
        start, title, honorific = mention.prefix.start, mention.prefix.title, mention.prefix.honorific
    title = title.removeprefix("white house ")
    if title:
        start, title = _with_nation(text, lists, start, title)
    return Person(
        start,
        mention.end,
        mention.start,
        mention.end,
        name.given,
        name.middle,
        name.surname,
        name.suffix,
        title,
        honorific,
        who,
        text.lower.startswith("'s", mention.end)
        or (text.plain.startswith("' ", mention.end) and text.plain[mention.end - 1] == "s"),
        mention.modifier,
    )


def _with_nation(text: Folded, lists: Names, start: int, title: str) -> tuple[int, str]:
    """Takes in "US", "Russian", "White House", and a "former" before them."""
    for _ in range(_MOST_NATIONS):
        begin = word_before(text.plain, start)
        word = text.lower[begin:start].strip()
        alone = word in lists.belonging or word in _PARTIES
        if begin == start or not (alone or _pair(text, lists, begin, start)):
            break
        paired = _pair(text, lists, begin, start)
        start = word_before(text.plain, begin) if paired else begin
    begin = word_before(text.plain, start)
    word = text.lower[begin:start].strip()
    if word in _BEFORE_NATION and not text.plain.startswith("Then", begin):
        return begin, f"{word} {title}"
    return start, title


def _pair(text: Folded, lists: Names, begin: int, end: int) -> bool:
    """Whether the word at ``begin`` and the one before it are one name: "White House", "South Korean"."""
    first = word_before(text.plain, begin)
    return first < begin and " ".join(text.lower[first:end].split()) in lists.belonging
