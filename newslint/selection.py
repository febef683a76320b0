"""Which rules run, and how severe they are: what each configuration and the command line say, one over the other."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from newslint.records import NamedTuple
from newslint.rule import Rule


class Choice(NamedTuple):
    """What one place says of rules, by id, family, house style or ``all``. ``select`` None: nothing is said.

    ``severity``: pairs of a name and a severity.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


def known(rules: Iterable[Rule]) -> frozenset[str]:
    """The names that a choice may hold: rules, families, house styles and ``all``."""
    every = tuple(rules)
    ids = [rule.id for rule in every]
    return frozenset({"all", *ids, *{name.partition("/")[0] for name in ids}, *houses(every)})


def houses(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(rule.brief.house for rule in rules if rule.brief.house)


def in_force(rules: Iterable[Rule], choices: Sequence[Choice]) -> list[Rule]:
    """The rules that run, each with the severity that it has; of the choices the later counts more."""
    given: dict[str, str] = {}
    for one in choices:
        given.update(one.severity)
    switched = frozenset(name for one in choices for name in one.house)
    named = {name for one in choices for name in (*(one.select or ()), *one.extend, *one.ignore)}
    # what is said of rules that nobody names holds for all of a family, house style and default
    alike: dict[tuple[str, str | None, bool], bool] = {}
    found = []
    for rule in rules:
        house, default = rule.brief.house, rule.brief.default
        key = rule.id.partition("/")[0], house, default
        on = None if rule.id in named else alike.get(key)
        if on is None:
            on = runs(rule.id, house, choices, usual=house in switched if house else default)
            if rule.id not in named:
                alike[key] = on
        if on:
            found.append(_with_severity(rule, severity(rule.id, house, given)) if given else rule)
    return found


def runs(rule: str, house: str | None, choices: Iterable[Choice], *, usual: bool) -> bool:
    """Whether a rule runs; ``usual``: where nothing is said of it.

    In one choice ignoring beats selecting. A later choice beats an earlier one, except that a rule which was ignored
    by its own id comes back only by its own id.
    """
    on, silenced = usual, False
    for one in choices:
        if one.select is not None:
            on = _asked(rule, house, one.select, usual=usual)
        on = on or (bool(one.extend) and _asked(rule, house, one.extend, usual=usual))
        if rule in one.extend or rule in (one.select or ()):
            silenced = False
        if one.ignore and {rule, _family(rule), house, "all"} & set(one.ignore):
            on = False
            silenced = silenced or rule in one.ignore
    return on and not silenced


def severity(rule: str, house: str | None, given: Mapping[str, str]) -> Any:  # noqa: ANN401 - one of three words, or None
    """The severity that the nearest name gives a rule: its id, its house style, its family, or ``all``."""
    names = (rule, house, _family(rule), "all") if given else ()
    return next((given[name] for name in names if name and name in given), None)


def only_known(choice: Choice, names: Collection[str]) -> Choice:
    """A choice without names that do not exist; a selection of which nothing is left says nothing."""
    select = choice.select
    if select:
        select = tuple(name for name in select if name in names) or None
    return Choice(
        select,
        tuple(name for name in choice.extend if name in names),
        tuple(name for name in choice.ignore if name in names),
        tuple(name for name in choice.house if name in names),
        tuple(pair for pair in choice.severity if pair[0] in names),
    )


def nearest(name: str, names: Iterable[str]) -> str:
    """The tail of a message that offers the name that may have been meant."""
    import difflib

    short = name.rsplit("/", 1)[-1]
    every = sorted(names)
    near = difflib.get_close_matches(name, every, 1, 0.6) or [
        one for one in every if "/" in one and difflib.SequenceMatcher(None, short, one.split("/")[1]).ratio() > 0.8
    ]
    return f"; did you mean {near[0]}?" if near else ""


def _family(rule: str) -> str:
    return rule.partition("/")[0]


def _asked(rule: str, house: str | None, names: Collection[str], *, usual: bool) -> bool:
    """Whether names ask for a rule: a family asks for all of its rules but those of a house that is not switched on."""
    if rule in names or "all" in names or (house is not None and house in names):
        return True
    return (usual or house is None) and _family(rule) in names


def _with_severity(rule: Rule, level: Any) -> Rule:  # noqa: ANN401 - as above
    return rule if level is None or level == rule.brief.severity else rule.at(level)
