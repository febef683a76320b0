"""One rule file: from YAML to a rule that is ready to run, or to every mistake in it with its place."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newslint.conditions import conditions, near_words
from newslint.finding import Mistake
from newslint.kinds import KINDS
from newslint.lexicon import Lexicon
from newslint.matching.template import TemplateError
from newslint.patterns import regex
from newslint.prepared import Prepared
from newslint.rule import (
    Anchors,
    Brief,
    Compiled,
    Form,
    Made,
    Making,
    Problem,
    Rule,
    Setting,
    placeholders,
    ready,
)
from newslint.yamlform import Mapping, Node, Scalar, build, read, where

NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOTHING = Compiled(Anchors(frozenset(), always=False), lambda _document, _hits: (), frozenset())
# The keys that name slots.
MATCHING = {"match", "regex", "words", "swap", "forms", "shapes", "lines", "starts"}
# What is put for keys that every rule has, to look at the rest of a rule that lacks them.
_STAND_INS = "{severity: error, message: x, why: x, examples: {bad: [x], good: [x]}}"


def trusted_rule(path: Path, pack: Path, lexicon: Lexicon) -> tuple[Rule | None, list[Mistake]]:
    """A rule that came with newslint and was proved with it: made only when it is asked for."""
    status = path.stat()
    form = _trusted_form(path, (status.st_mtime_ns, status.st_size))
    if form is None:
        return load_rule(path, pack, lexicon)
    name, rule_id = path.as_posix(), path.relative_to(pack).with_suffix("").as_posix()
    brief = Brief(form.severity, form.default, form.house)
    making = Making(lambda _: make_rule(rule_id, name, form, lexicon)[0].made, lambda _: form)
    return Rule(rule_id, name, brief, making), []


@cache
def _trusted_form(path: Path, _: tuple[int, int]) -> Form | None:
    """The form in a file without mistakes, read once in a process as long as the file stays as it is."""
    node, wrong = read(path.read_text("utf-8-sig"), path.as_posix())
    form, found = _form(node, path.as_posix()) if node else (None, [])
    return None if wrong or found else form


def load_rule(path: Path, pack: Path, lexicon: Lexicon) -> tuple[Rule | None, list[Mistake]]:
    """One rule file: the rule, or every mistake in it."""
    name = path.as_posix()
    try:
        source = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return None, [Mistake(name, None, None, f"cannot be read: {unread(error)}")]
    rule_id = path.relative_to(pack).with_suffix("").as_posix()
    bad_name = [part for part in rule_id.split("/") if not NAME.fullmatch(part)]
    wrong = [Mistake(name, None, None, f"“{part}” is no name; expected a-z, 0-9 and single -") for part in bad_name]
    if "/" not in rule_id:
        message = f"a rule stands in the folder of its family, such as words/{path.name} in {pack.as_posix()}"
        wrong.append(Mistake(name, None, None, message))
    node, found = read(source, name)
    wrong += found
    if node is None:
        return None, wrong
    form, found = _form(node, name)
    wrong += found
    if form is None:
        wrong += _contents(node, name, lexicon, found)
        return None, sorted(set(wrong), key=_place)
    rule, found = make_rule(rule_id, name, form, lexicon, node)
    wrong += found
    return (None if wrong else rule), sorted(set(wrong), key=_place)


def _place(mistake: Mistake) -> tuple[int, int, str]:
    return mistake.line or 0, mistake.column or 0, mistake.message


def _form(node: Node, path: str) -> tuple[Form | None, list[Mistake]]:
    """The form of the rule's kind, filled; without a known kind, at least what every rule says is looked at."""
    if not isinstance(node, Mapping):
        line, column = where(node)
        return None, [Mistake(path, line, column, "expected a rule: kind, severity, message, why, examples …")]
    kind = _given(node, "kind")
    if isinstance(kind, Scalar) and kind.value in KINDS:
        return build(node, KINDS[kind.value].form, path)
    line, column = where(kind) if kind else where(node)
    known = ", ".join(sorted(KINDS))
    message = f"`kind` is missing; expected one of {known}"
    if isinstance(kind, Scalar):
        message = f"no kind “{kind.value}”; there are {known}"
    _, others = build(node, Form, path)
    others = [one for one in others if "unknown key" not in one.message and "`kind`" not in one.message]
    return None, [Mistake(path, line, column, message), *others]


def _given(node: Mapping, name: str) -> Node | None:
    return next((value for key, value in node.pairs if key.value == name), None)


def _contents(node: Node, path: str, lexicon: Lexicon, wrong: Sequence[Mistake]) -> list[Mistake]:
    """The mistakes inside those keys of a rule that are well formed, where others are not: all are told in one run."""
    kind = _given(node, "kind") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(kind, Scalar) or kind.value not in KINDS:
        return []
    lines = {mistake.line for mistake in wrong}
    ends = [key.line for key, _ in node.pairs[1:]] + [max((line or 0 for line in lines), default=0) + 1]
    kept = [pair for pair, end in zip(node.pairs, ends, strict=True) if lines.isdisjoint(range(pair[0].line, end))]
    names = {key.value for key, _ in kept}
    lost = {key.value for key, _ in node.pairs} - names
    if lost & MATCHING:
        # the slots that these name would seem to be missing
        kept = [pair for pair in kept if pair[0].value not in {"where", "message", "fix"}]
    sound, _ = read(_STAND_INS, path)
    spare = sound.pairs if isinstance(sound, Mapping) else ()
    names = {key.value for key, _ in kept}
    whole = node._replace(pairs=(*kept, *(pair for pair in spare if pair[0].value not in names)))
    form, _ = build(whole, KINDS[kind.value].form, path)
    if form is None:
        return []
    missing = {f"`{name}`" for name in lost}
    _, found = make_rule("", path, form, lexicon, node)
    return [one for one in found if "is missing" not in one.message or not any(name in one.message for name in missing)]


def make_rule(
    rule_id: str, path: str, form: Form, lexicon: Lexicon, node: Node | None = None
) -> tuple[Rule, list[Mistake]]:
    """Makes a filled form ready to run."""
    problems: list[Problem] = []
    prepared = Prepared({})
    allowed = conditions(form, lexicon, problems, prepared)
    try:
        compiled = KINDS[form.kind].compile(form, Setting(lexicon, allowed, problems, prepared))
        anchors = compiled.anchors.beside(near_words(form, lexicon, prepared))
    except TemplateError as error:
        problems.append(Problem((), str(error)))
        compiled = _NOTHING
        anchors = compiled.anchors
    for keys, text in (("message",), form.message), (("fix", "replace"), form.fix.replace if form.fix else ""):
        for name, offset in placeholders(text):
            if name not in compiled.fills:
                known = ", ".join("{" + one + "}" for one in sorted(compiled.fills))
                problems.append(Problem(keys, f"nothing fills {{{name}}}; this rule fills {known}", offset))
    for part, given in (("bad", form.examples.bad), ("good", form.examples.good)):
        if not given:
            problems.append(Problem(("examples", part), f"expected at least one {part} example"))
    made = Made(form, compiled._replace(anchors=anchors), allowed, prepared)
    return ready(rule_id, path, made), [_placed(path, node, one) for one in problems]


def _placed(path: str, node: Node | None, problem: Problem) -> Mistake:
    if node is None:
        return Mistake(path, None, None, problem.message)
    return Mistake(path, *where(node, *problem.keys, offset=problem.offset), problem.message)


def unread(error: Exception) -> str:
    """Why a file of a pack could not be read."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start + 1})"
    return getattr(error, "strerror", None) or str(error)
