"""A template with slots, or a regular expression, under a condition."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from newslint.document import Document
from newslint.finding import Match
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns, distinct, match_of, matches, read_slots
from newslint.matching import where
from newslint.matching.pattern import Hits
from newslint.matching.regex import Expression, RegexError, compile_expression, search
from newslint.rule import Compiled, Problem, Setting


@dataclass(frozen=True, kw_only=True)
class Pattern(TextForm):
    """``match``: templates with slots; ``regex``: where that will not do; ``where``: a condition over the slots."""

    match: tuple[str, ...] = field(default=(), metadata={"help": "templates such as {n:number} [[trips]]"})
    regex: tuple[str, ...] = field(
        default=(), metadata={"help": "regular expressions (RE2); the group `report` is the span"}
    )
    where: str = field(default="", metadata={"help": "a condition over the slots, such as n >= 1000"})


def compile_rule(form: Pattern, setting: Setting) -> Compiled:
    """Templates and regular expressions find their matches side by side."""
    if not form.match and not form.regex:
        setting.problems.append(Problem((), "`match` or `regex` is missing; expected at least one pattern"))
    expressions = [one for at, text in enumerate(form.regex) if (one := _expression(text, at, form, setting))]
    names = read_slots(form.match) | {name for one in expressions for name in one.names}
    conditions = _conditions(form, names, setting)
    made = compile_patterns(form.match, "match", form, setting, conditions)
    patterns = [one for one in made if one]

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        found = [match for pattern in patterns for match in matches(pattern, document, hits, form.fix)]
        for expression in expressions:
            found += [match_of(document, one, form.fix) for one in search(expression, document, conditions)]
        return distinct(found)

    anchors = all_anchors(patterns)
    if expressions:
        anchors = anchors._replace(always=True)
    return Compiled(anchors, find, frozenset(names | {"match"} | ({"fix"} if form.fix else set())))


def _conditions(form: Pattern, names: set[str], setting: Setting) -> list[where.Condition]:
    if not form.where:
        return []
    try:
        return [where.parse(form.where, frozenset(names))]
    except where.WhereError as error:
        setting.problems.append(Problem(("where",), str(error), error.offset))
        return []


def _expression(text: str, at: int, form: Pattern, setting: Setting) -> Expression | None:
    try:
        return compile_expression(text, any_case=form.case == "any", raw=form.exact)
    except RegexError as error:
        setting.problems.append(Problem(("regex", at), f"not a regular expression that RE2 takes: {error}"))
        return None
