"""The closed table of kinds: what a rule of each kind may say, and how it is made ready to run."""

from collections.abc import Callable
from typing import Any, NamedTuple

from newslint.kinds import (
    case,
    consistency,
    count,
    dates,
    figures,
    furniture,
    grammar,
    headline,
    links,
    names,
    pattern,
    phrase,
    quotes,
    readability,
    repeat,
    require,
    roles,
    spelling,
)
from newslint.rule import Compiled, Form, Setting


class Kind(NamedTuple):
    """A kind: the form its rules fill in, and the function that makes such a rule ready to run."""

    form: type[Form]
    compile: Callable[[Any, Setting], Compiled]


KINDS: dict[str, Kind] = {
    "phrase": Kind(phrase.Phrase, phrase.compile_rule),
    "pattern": Kind(pattern.Pattern, pattern.compile_rule),
    "repeat": Kind(repeat.Repeat, repeat.compile_rule),
    "consistency": Kind(consistency.Consistency, consistency.compile_rule),
    "names": Kind(names.Names, names.compile_rule),
    "figures": Kind(figures.Figures, figures.compile_rule),
    "furniture": Kind(furniture.Furniture, furniture.compile_rule),
    "dates": Kind(dates.Dates, dates.compile_rule),
    "quotes": Kind(quotes.Quotes, quotes.compile_rule),
    "links": Kind(links.Links, links.compile_rule),
    "headline": Kind(headline.Headline, headline.compile_rule),
    "require": Kind(require.Require, require.compile_rule),
    "count": Kind(count.Count, count.compile_rule),
    "case": Kind(case.Case, case.compile_rule),
    "roles": Kind(roles.Roles, roles.compile_rule),
    "grammar": Kind(grammar.Grammar, grammar.compile_rule),
    "readability": Kind(readability.Readability, readability.compile_rule),
    "spelling": Kind(spelling.Spelling, spelling.compile_rule),
}
