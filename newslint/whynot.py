"""What kept a rule from firing on a line: its words, its template, its conditions, or what came after."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newslint.conditions import conditions
from newslint.document import Document
from newslint.finding import Match
from newslint.forms import replace
from newslint.matching.index import index
from newslint.matching.pattern import compile_template, run
from newslint.matching.template import Blank, Choice, Literal, Mark, Node, Slot, TemplateError, parse
from newslint.matching.words import standing
from newslint.rule import Rule
from newslint.rulefile import make_rule
from newslint.span import Span

# The keys that say where a match counts, each with what it is without the key.
_LOOSE: Mapping[str, Any] = {"in_": (), "quotes": "include", "near": (), "unless": (), "where": "", "habit": 0}
_TEMPLATES = ("match", "words", "swap", "forms", "starts", "lines")
_MOST_SHOWN = 12


def reasons(rule: Rule, document: Document, line: Span) -> list[str]:
    """Why a rule that is in force finds nothing in a line, the most telling reason first; empty where it does."""
    if _on(line, _matches(rule, document)):
        return []
    kept = {key: value for key, value in _LOOSE.items() if getattr(rule.form, key, value) != value}
    loose = _with(rule, kept, document)
    candidates = _on(line, _matches(loose, document))
    if candidates:
        return [reason for match in candidates for reason in _kept_out(rule, match, kept, document)]
    return [*_words(rule, document, line), *_templates(rule, document, line)] or [
        f"what it looks for (kind {rule.form.kind}) is not on this line"
    ]


def _with(rule: Rule, empty: Mapping[str, Any], document: Document) -> Rule:
    known = {key: value for key, value in empty.items() if hasattr(rule.form, key)}
    return make_rule(rule.id, rule.path, replace(rule.form, **known), document.lexicon)[0]


def _matches(rule: Rule, document: Document) -> list[Match]:
    hits = index(rule.anchors.signs).met(document, frozenset(rule.anchors.regions))
    return [one for one in rule.compiled.find(document, hits) if rule.allowed(document, one.span)]


def _on(line: Span, found: Sequence[Match]) -> list[Match]:
    """The matches that reach into a line."""
    return [one for one in found if one.span.start < line.end and one.span.end > line.start]


def _kept_out(rule: Rule, match: Match, kept: Mapping[str, Any], document: Document) -> Iterator[str]:
    """The conditions that this match does not meet, each asked alone."""
    shown = f"“{_short(document.text[match.span.start : match.span.end])}”"
    told = False
    for key in kept:
        alone = replace(rule.form, **{name: empty for name, empty in kept.items() if name != key})
        if key in {"where", "habit"}:
            wanting, _ = make_rule(rule.id, rule.path, alone, document.lexicon)
            holds = any(one.span == match.span for one in _matches(wanting, document))
        else:
            holds = conditions(alone, document.lexicon, [])(document, match.span)
        if not holds:
            told = True
            yield f"{shown} is left alone: {_said(key, rule, match, document)}"
    if not told:
        yield f"{shown} would be found, but another match of the rule stands in its way"


def _said(key: str, rule: Rule, match: Match, document: Document) -> str:
    form: Any = rule.form
    match key:
        case "in_":
            block = document.block(match.span.start)
            return f"it stands in {block.region if block else 'no region'}, and the rule looks in {', '.join(form.in_)}"
        case "quotes":
            return f"it stands {'outside' if form.quotes == 'only' else 'in'} quotation marks (quotes: {form.quotes})"
        case "near":
            return f"none of its `near` words stands in the {form.within}: {_some(form.near)}"
        case "unless":
            words = [one for one in form.unless if not _without(rule, (one,), match, document)]
            return f"an `unless` word stands in the {form.within}: {_some(words or form.unless)}"
        case "where":
            values = ", ".join(f"{name} = “{_short(text)}”" for name, text in match.values.items() if name != "match")
            return f"`where` is not true: {form.where}" + (f", with {values}" if values else "")
    return f"`{key}` does not hold"


def _without(rule: Rule, unless: tuple[str, ...], match: Match, document: Document) -> bool:
    alone = replace(rule.form, in_=(), quotes="include", near=(), unless=unless)
    return conditions(alone, document.lexicon, [])(document, match.span)


def _words(rule: Rule, document: Document, line: Span) -> list[str]:
    """Whether the words that the rule looks for are missing, on the line or in the whole article."""
    anchors = rule.anchors
    if anchors.always or not anchors.words:
        return []
    hits = standing(anchors.words, document.folded.lower)
    if any(line.start <= at < line.end for places in hits.values() for at in places):
        return []
    where = "on this line" if hits else "in this article"
    return [f"none of the words it looks for stands {where}: {_some(sorted(anchors.words))}"]


def _templates(rule: Rule, document: Document, line: Span) -> Iterator[str]:
    """How far each template gets on the line; those that get nowhere are not told if another gets further."""
    form: Any = rule.form
    texts = [text for key in _TEMPLATES for text in getattr(form, key, ()) if isinstance(text, str)]
    progress = [one for text in texts[:200] if (one := _furthest(text, rule, document, line))]
    best = max((length for length, _ in progress), default=0)
    yield from (said for length, said in progress if length == best)


def _furthest(text: str, rule: Rule, document: Document, line: Span) -> tuple[int, str] | None:
    """The longest beginning of a template that matches on the line."""
    try:
        nodes = [node for node in parse(text) if not isinstance(node, Mark)]
    except TemplateError:
        return None
    exact = getattr(rule.form, "case", "any") == "exact"
    for count in range(len(nodes) - 1, 0, -1):
        if isinstance(nodes[count - 1], Blank):
            continue
        pattern = compile_template(tuple(nodes[:count]), document.lexicon, (), exact_case=exact)
        found = [one.whole for one in run(pattern, document) if line.start <= one.whole.start < line.end]
        if found:
            matched = document.text[found[0].start : found[0].end]
            after = document.text[found[0].end : min(found[0].end + 25, line.end)].strip()
            wanted = "".join(_shown(node) for node in nodes[count:]).strip()
            stands = f"“{_short(after)}” follows" if after else "nothing follows"
            return (
                count,
                f"“{_short(text)}” matches no further than “{_short(matched)}”: “{_short(wanted)}” is wanted, {stands}",
            )
    return None


def _shown(node: Node) -> str:
    """A node as a rule writes it."""
    match node:
        case Literal(text=text, inflect=inflect):
            return f"~{text}" if inflect else text
        case Blank():
            return " "
        case Slot(name=name, type=kind, argument=argument):
            return "{" + (f"{name}:" if name else "") + kind + (f"({argument})" if argument else "") + "}"
        case Choice(branches=branches):
            return "(" + "|".join("".join(_shown(one) for one in branch) for branch in branches) + ")"
        case _:
            return ""


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
