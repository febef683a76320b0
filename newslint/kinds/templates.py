"""What the kinds that match text share: reading templates, running them, and wording fixes."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Literal, cast

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.matching.pattern import Found, Pattern, run
from newslint.matching.plan import Bound, Plan, plan
from newslint.matching.regex import Expression, Read, RegexError, read_expression
from newslint.matching.slots import Condition
from newslint.matching.template import Choice, Node, Slot, TemplateError, can_be_empty, parse
from newslint.matching.template import Sequence as Template
from newslint.rule import ALWAYS, Anchors, FixForm, Form, Problem, Setting, fill
from newslint.span import Span


@form
class TextForm(Form):
    """The keys of kinds that match text."""

    case: Literal["any", "exact"] = field(default="any", metadata={"help": "exact: capitals matter"})
    exact: bool = field(default=False, metadata={"help": "look at the raw characters: curly quotes, no-break spaces"})
    across: Literal["sentence", "paragraph"] = field(
        default="sentence", metadata={"help": "paragraph: a match may run over sentences"}
    )


def read_template(text: str, keys: tuple[str | int, ...], setting: Setting) -> Template | None:
    """A template, or None and a problem noted."""
    try:
        template = parse(text)
    except TemplateError as error:
        setting.problems.append(Problem(keys, str(error), error.offset))
        return None
    if can_be_empty(template):
        wanted = "expected a word that must be there, as in “{n:number} [[trips]]”"
        setting.problems.append(Problem(keys, f"would match where nothing stands; {wanted}"))
        return None
    for slot in slots(template):
        if slot.type == "one-of" and not setting.lexicon.entries(slot.argument):
            known = ", ".join(sorted(setting.lexicon.lists)) or "none"
            setting.problems.append(Problem(keys, f"no word list “{slot.argument}”; there are {known}", text.find("{")))
            return None
        if slot.type == "words" and slot.argument and not slot.argument.isdecimal():
            setting.problems.append(Problem(keys, "{words(N)} takes a number", text.find("{")))
            return None
    return template


def read_pattern(  # noqa: PLR0913 - what a rule may say of a template
    text: str,
    keys: tuple[str | int, ...],
    setting: Setting,
    conditions: Sequence[Condition] = (),
    *,
    exact_case: bool = False,
    raw: bool = False,
    across: bool = False,
    bound: Bound = "",
) -> Pattern | None:
    """A template with its conditions, or None and a problem noted."""

    def make() -> Plan | None:
        template = read_template(text, keys, setting)
        if template is None:
            return None
        return plan(template, setting.lexicon, exact_case=exact_case, raw=raw, across=across, bound=bound)

    planned = setting.prepared.later(("plan", text, exact_case, raw, across, bound), make)
    sound = setting.prepared.sound or planned()
    return Pattern(cast("Callable[[], Plan]", planned), setting.lexicon, conditions) if sound else None


def read_regex(text: str, keys: tuple[str | int, ...], form: TextForm, setting: Setting) -> Expression | None:
    """A regular expression, or None and a problem noted."""

    def make() -> Read:
        return read_expression(text, any_case=form.case == "any", raw=form.exact)

    try:
        return Expression(setting.prepared.get(("regex", text), make))
    except RegexError as error:
        setting.problems.append(Problem(keys, f"not a regular expression that RE2 takes: {error}"))
        return None


def slots(template: Template) -> list[Slot]:
    """The slots of a template, those in alternatives too."""
    found: list[Slot] = []
    nodes: list[Node] = list(template)
    while nodes:
        node = nodes.pop()
        if isinstance(node, Slot):
            found.append(node)
        elif isinstance(node, Choice):
            nodes += [inner for branch in node.branches for inner in branch]
    return found


def read_slots(texts: Iterable[str], setting: Setting | None = None) -> set[str]:
    """The names of the slots in those templates that can be read."""
    if setting:
        every = tuple(texts)
        return set(setting.prepared.get(("slots", every), lambda: read_slots(every)))
    names = set()
    for text in texts:
        with suppress(TemplateError):
            names |= {slot.name for slot in slots(parse(text)) if slot.name}
    return names


def compile_patterns(
    texts: Sequence[str], key: str, form: TextForm, setting: Setting, conditions: Sequence[Condition] = ()
) -> list[Pattern | None]:
    """The patterns of one key, in order; None for those with a mistake, which is noted."""
    exact, across = form.case == "exact", form.across == "paragraph"
    return [
        read_pattern(
            text,
            (key, text if key == "swap" else at),
            setting,
            conditions,
            exact_case=exact,
            raw=form.exact,
            across=across,
        )
        for at, text in enumerate(texts)
    ]


def all_anchors(
    patterns: Iterable[Pattern],
    setting: Setting,
    expressions: Sequence[Expression] = (),
    regions: Iterable[str] = (),
) -> Anchors:
    """The words that the patterns look for, and what an article must hold for each pattern, then each expression.

    A pattern that needs no word makes the rule one for which none need occur. ``regions``: where it may match.
    Of a rule out of the cache they are kept beside it.
    """
    if setting.prepared.sound:
        return ALWAYS
    plans = [pattern.plan for pattern in patterns]
    words = frozenset(word for plan in plans for word in plan.words)
    always = bool(expressions) or any(not plan.words for plan in plans)
    signs = (*(plan.signs for plan in plans), *(one.read.signs for one in expressions))
    return Anchors(words, always, signs, small(regions))


def small(regions: Iterable[str]) -> tuple[str, ...]:
    """Regions, where they are so small a part of an article that it pays to look at them alone."""
    return () if {"body", "list", "table"} & {*regions} else tuple(regions)


def matches(
    pattern: Pattern, document: Document, fix: FixForm | None, regions: frozenset[str] = frozenset()
) -> Iterable[Match]:
    """The matches of one pattern, with what the message may say and the fix; ``regions``: where, if not everywhere."""
    for found in run(pattern, document, regions):
        yield match_of(document, found, fix)


def match_of(document: Document, found: Found, fix: FixForm | None) -> Match:
    """A found place as a match."""
    text = document.text[found.span.start : found.span.end]
    values = {"match": text, **{name: value.text for name, value in found.slots.items()}}
    made = Fix(keep_case(text, fill(fix.replace, values)), fix.safe) if fix else None
    if made:
        values["fix"] = made.text
    return Match(found.span, values, fix=made)


def keep_case(old: str, new: str) -> str:
    """The replacement with the capitals of what it replaces."""
    letters = [char for char in old if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters) and new.islower() and " " in old.strip():
        return new.upper()
    if letters and old[:1].isupper() and new[:1].islower():
        return new[:1].upper() + new[1:]
    return new


def distinct(found: Iterable[Match]) -> list[Match]:
    """Matches in reading order, of those that overlap only the first and longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if (
            not kept
            or match.span.start >= kept[-1].span.end
            or kept[-1].span == Span(match.span.start, match.span.start)
        ):
            kept.append(match)
    return kept
