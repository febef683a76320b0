"""A template with slots, or a regular expression, under a condition."""

from collections.abc import Iterable
from functools import cache

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.templates import (
    TextForm,
    all_anchors,
    compile_patterns,
    distinct,
    match_of,
    read_regex,
    read_slots,
)
from newslint.lexicon import Lexicon
from newslint.matching.pattern import Pattern as Template
from newslint.matching.pattern import run
from newslint.matching.regex import Expression, search
from newslint.matching.slots import Bindings, Condition
from newslint.matching.words import Hits
from newslint.rule import Compiled, Problem, Setting


@form
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
    expressions = [one for at, text in enumerate(form.regex) if (one := read_regex(text, ("regex", at), form, setting))]
    names = read_slots(form.match, setting) | {name for one in expressions for name in one.names}
    conditions = _conditions(form, names, setting)
    made = compile_patterns(form.match, "match", form, setting, conditions)
    patterns = [one for one in made if one]
    parts: list[Template | Expression] = [*patterns, *expressions]
    regions = frozenset(form.in_)

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        found: list[Match] = []
        for at in hits:
            part = parts[at]
            if isinstance(part, Expression):
                places = search(part, document, conditions, regions)
            else:
                places = run(part, document, regions)
            found += [match_of(document, one, form.fix) for one in places]
        return distinct(found)

    fills = frozenset(names | {"match"} | ({"fix"} if form.fix else set()))
    return Compiled(all_anchors(patterns, setting, expressions, form.in_), find, fills)


def _conditions(form: Pattern, names: set[str], setting: Setting) -> list[Condition]:
    if not form.where:
        return []
    if setting.prepared.sound:
        return [_later(form.where, names, setting.lexicon)]
    from newslint.matching.where import WhereError, parse

    try:
        return [parse(form.where, frozenset(names), setting.lexicon.folded)]
    except WhereError as error:
        setting.problems.append(Problem(("where",), str(error), error.offset))
        return []


def _later(source: str, names: set[str], lexicon: Lexicon) -> Condition:
    """A condition known to be sound, which is read when first asked: few articles come so far."""

    @cache
    def condition() -> Condition:
        from newslint.matching.where import parse

        return parse(source, frozenset(names), lexicon.folded)

    def holds(slots: Bindings) -> bool:
        return condition()(slots)

    return holds
