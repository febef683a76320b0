"""The parts of each name: first names, surname, suffix."""

from collections.abc import Sequence

from newslint.language.names import Names
from newslint.language.runs import Mention, eastern, is_suffix
from newslint.records import NamedTuple


class Name(NamedTuple):
    """The parts of a name as printed; where somebody goes by one name, it is the surname."""

    given: str
    middle: str
    surname: str
    suffix: str


def name_parts(found: Sequence[Mention], lists: Names) -> list[Name]:
    """Splits each name; two words are a double surname if the article has a full name that ends in them."""
    doubles = {
        tuple(words[-2:])
        for mention in found
        if len(mention.words) > 2
        and len(words := _without_suffix(mention.words)) > 2
        and words[-2][0].isupper()
        and "." not in words[0]
    }
    used = {words for mention in found if (words := _without_suffix(mention.words)) in doubles} if doubles else set()
    # in a long article a name stands often, and is held once
    known: dict[Name, Name] = {}
    return [known.setdefault(name, name) for name in (_parts(mention, lists, used) for mention in found)]


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and is_suffix(words[-1]) else words


def _parts(mention: Mention, lists: Names, doubles: set[tuple[str, ...]]) -> Name:
    if len(mention.words) == 1:
        return Name("", "", mention.words[0], "")
    words = _without_suffix(mention.words)
    suffix = mention.words[-1] if len(words) < len(mention.words) else ""
    if len(words) == 1 or words[0][0].islower() or words in doubles:
        return Name("", "", " ".join(words), suffix)
    if eastern(lists, words[0], words[1]):
        return Name(" ".join(words[1:]), "", words[0], suffix)
    cut = next((at for at, word in enumerate(words[1:], 1) if word[0].islower()), len(words) - 1)
    if cut > 1 and words[-2:] in doubles:
        cut = len(words) - 2
    # "E. Jean Carroll" goes by Jean: the initial belongs to the first name.
    first = 2 if cut > 1 and words[0].endswith(".") and words[1].lower() in lists.given else 1
    return Name(" ".join(words[:first]), " ".join(words[first:cut]), " ".join(words[cut:]), suffix)
