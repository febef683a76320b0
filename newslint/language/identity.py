"""Who is who: which mentions in one article mean one person."""

from bisect import bisect_right
from collections.abc import Sequence

from newslint.language.name_parts import Name
from newslint.language.names import Names
from newslint.language.runs import Mention, surname_key
from newslint.records import NamedTuple
from newslint.span import Span

_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "baroness", "madame", "mme"})
_MEN = frozenset({"mr", "sir", "lord", "baron", "monsieur"})
# Father and son, told apart by the middle name alone.
_NAMESAKES = frozenset({("john", "quincy", "adams")})
_UNCERTAIN = -1
# With more bearers of one surname, or more forms of one name, than this nobody knows who is meant; it also keeps
# a text made to hurt from being compared with itself.
_MOST_BEARERS = 12


class _Full(NamedTuple):
    given: str
    middle: str
    suffix: str
    sentence: int


class _Known(NamedTuple):
    """Somebody with this surname: the full names used, the titles, and the number."""

    number: int
    surname: str
    fulls: list[_Full]
    titles: set[str]
    forms: dict[tuple[str, str, str], int]


def identify(
    found: Sequence[Mention],
    names: Sequence[Name],
    sentences: Sequence[Span],
    lists: Names,
) -> list[int]:
    """The number of the person each mention means, counted in order of appearance; -1 where that is not certain."""
    begins = [sentence.start for sentence in sentences]
    numbers = [_UNCERTAIN] * len(found)
    families: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        families.setdefault(_key(name.surname), []).append(at)
    count = 0
    for key, members in families.items():
        count = _family(key, members, found, names, begins, lists, numbers, count)
    return _in_order(numbers)


def _in_order(numbers: list[int]) -> list[int]:
    order: dict[int, int] = {}
    for number in numbers:
        if number != _UNCERTAIN:
            order.setdefault(number, len(order))
    return [order.get(number, _UNCERTAIN) for number in numbers]


def _key(surname: str) -> str:
    return surname_key(surname.rsplit(" ", 1)[-1])


def _core(surname: str) -> str:
    """A surname without its small words: "de Blasio" is printed "Blasio" too."""
    if surname.isalpha() and surname[0].isupper():
        return surname_key(surname)
    return " ".join(surname_key(word) for word in surname.split() if word[0].isupper() or "-" in word)


def _family(  # noqa: PLR0913, PLR0917 - the tables of one article, and the surname in hand
    key: str,
    members: list[int],
    found: Sequence[Mention],
    names: Sequence[Name],
    begins: list[int],
    lists: Names,
    numbers: list[int],
    count: int,
) -> int:
    """Numbers the bearers of one surname: those with a first name, then those with a title, then the bare ones."""
    people: list[_Known] = []
    for at in members:
        if names[at].given:
            count = _join_full(at, found[at], names[at], begins, lists, people, numbers, count)
    titled = [at for at in members if not names[at].given and found[at].prefix is not None]
    for at in titled:
        count = _join_titled(at, key, found[at], names[at], lists, people, numbers, count)
    bare = [at for at in members if not names[at].given and found[at].prefix is None]
    if not people and bare:
        people.append(_Known(count, _core(names[bare[0]].surname), [], set(), {}))
        count += 1
    meant: dict[str, int] = {}
    for at in bare:
        surname = names[at].surname
        if surname not in meant:
            meant[surname] = _bare(key, names[at], people, lists)
        numbers[at] = meant[surname]
    return count


def _join_full(  # noqa: PLR0913, PLR0917 - as above
    at: int,
    mention: Mention,
    name: Name,
    begins: list[int],
    lists: Names,
    people: list[_Known],
    numbers: list[int],
    count: int,
) -> int:
    full = _Full(
        name.given.lower().replace("-", " "),
        name.middle.lower(),
        name.suffix.lower().rstrip("."),
        bisect_right(begins, mention.start),
    )
    surname = _core(name.surname)
    form = full[:3]
    chosen = [person for person in people if form in person.forms and person.surname == surname] or [
        person
        for person in people
        if person.surname == surname and all(_same(full, other, surname, lists) for other in person.fulls)
    ]
    if len(chosen) > 1 or (not chosen and len(people) >= _MOST_BEARERS):
        return count
    if not chosen:
        chosen = [_Known(count, surname, [], set(), {})]
        people.append(chosen[0])
        count += 1
    chosen[0].forms[form] = chosen[0].forms.get(form, 0) + 1
    if len(chosen[0].fulls) < _MOST_BEARERS and full not in chosen[0].fulls:
        chosen[0].fulls.append(full)
    if mention.prefix is not None:
        chosen[0].titles.add(_office(mention.prefix.title))
    numbers[at] = chosen[0].number
    return count


def _same(one: _Full, other: _Full, surname: str, lists: Names) -> bool:
    """Whether two full names with one surname can be one person."""
    if not same_given(one.given, other.given, lists):
        return False
    if one.suffix != other.suffix:
        # "Joseph R. Biden Jr." is Joe Biden, but "Donald Trump Jr." is not Donald Trump.
        if one.suffix and other.suffix:
            return False
        if one.middle == other.middle and len(one.middle) < 3:
            return False
    if one.middle == other.middle:
        return True
    if not one.middle or not other.middle:
        middle = one.middle or other.middle
        namesakes = (one.given, middle, surname) in _NAMESAKES
        return not namesakes and one.sentence != other.sentence
    return (
        one.middle[0] == other.middle[0]
        and (one.middle.endswith(".") or other.middle.endswith("."))
        and (len(one.middle) < 3 or len(other.middle) < 3 or one.middle[2:3] == other.middle[2:3])
    )


def same_given(one: str, other: str, lists: Names) -> bool:
    one, other = one.rpartition(". ")[2], other.rpartition(". ")[2]
    if one == other:
        return True
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0] and (len(one) == 2 or len(other) == 2)
    short, long = lists.nicknames.get(one, frozenset()), lists.nicknames.get(other, frozenset())
    return other in short or one in long or bool(short & long)


def _office(title: str) -> str:
    return title.removeprefix("former ").removeprefix("then-")


def _sex_fits(person: _Known, honorific: str, lists: Names) -> bool:
    """Whether a form of address can belong to the first names used."""
    givens = {full.given for full in person.fulls}
    if honorific in _MEN:
        return not givens & lists.women
    return not (honorific in _WOMEN and givens & lists.men)


def _join_titled(  # noqa: PLR0913, PLR0917 - as above
    at: int,
    key: str,
    mention: Mention,
    name: Name,
    lists: Names,
    people: list[_Known],
    numbers: list[int],
    count: int,
) -> int:
    prefix, surname = mention.prefix, _core(name.surname)
    if prefix is None:
        return count
    office = _office(prefix.title)
    fits = [person for person in people if person.surname == surname and _sex_fits(person, prefix.honorific, lists)]
    holder = lists.holders.get(key)
    if holder and office == "president":
        fits = [person for person in fits if _is_holder(person, holder, lists)]
    if prefix.honorific in _MEN | _WOMEN:
        marked = prefix.honorific in _WOMEN
        fits = [person for person in fits if person.fulls or not person.titles & {"mr" if marked else "mrs"}]
    if len(fits) > 1:
        fits = [person for person in fits if office and office in person.titles]
        if len(fits) != 1:
            return count
    if not fits and len(people) >= _MOST_BEARERS:
        return count
    if not fits:
        meant = [_Full(holder, "", "", -1)] if holder and office == "president" else []
        fits = [_Known(count, surname, meant, set(), {})]
        people.append(fits[0])
        count += 1
    if not fits[0].fulls and prefix.honorific in _MEN | _WOMEN:
        fits[0].titles.add("mrs" if prefix.honorific in _WOMEN else "mr")
    if office:
        fits[0].titles.add(office)
    numbers[at] = fits[0].number
    return count


def _count(person: _Known) -> int:
    """How often a full name was used."""
    return sum(person.forms.values())


def _is_holder(person: _Known, holder: str, lists: Names) -> bool:
    return not person.fulls or any(same_given(full.given, holder, lists) for full in person.fulls)


def _bare(key: str, name: Name, people: list[_Known], lists: Names) -> int:
    """A surname alone: its only bearer, or the one whom everybody means by it."""
    surname = _core(name.surname)
    fits = [person for person in people if person.surname == surname]
    holder = lists.holders.get(key)
    if holder and key not in lists.surnames:
        main = [person for person in fits if _is_holder(person, holder, lists)]
        if len(main) > 1:
            main = [person for person in main if any(not full.suffix for full in person.fulls)]
        most = max((_count(person) for person in fits if person not in main), default=0)
        if len(main) == 1 and (not main[0].forms or _count(main[0]) >= most):
            return main[0].number
        return _UNCERTAIN
    return fits[0].number if len(fits) == 1 else _UNCERTAIN
