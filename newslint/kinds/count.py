"""Too many of one thing: in a sentence, a paragraph, the article, or every 1,000 words."""

from collections.abc import Iterable
from typing import Annotated

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns, distinct, matches, read_slots
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import Compiled, Setting
from newslint.span import Span

_MOST = regex(r"(\d{1,4}) per (sentence|paragraph|article|1,000 words)")


def most(text: str) -> str:
    """``3 per paragraph``: how many are not yet too many."""
    if _MOST.fullmatch(text):
        return text
    raise ValueError("expected a number per sentence, paragraph, article or 1,000 words, such as 3 per paragraph")


@form
class Count(TextForm):
    """``match``: what is counted, as templates; ``most``: how many are not too many."""

    match: tuple[str, ...] = field(metadata={"help": "what is counted: templates such as very or {a:acronym}"})
    most: Annotated[str, most] = field(metadata={"help": "how many are not too many, such as 3 per paragraph"})
    alike: bool = field(default=False, metadata={"help": "count each wording by itself"})


def compile_rule(form: Count, setting: Setting) -> Compiled:
    """The first one too many is reported, with a note on the first of all."""
    patterns = [one for one in compile_patterns(form.match, "match", form, setting) if one]
    number, per = _MOST.fullmatch(form.most).groups() if _MOST.fullmatch(form.most) else ("1", "article")  # type: ignore[union-attr]

    regions = frozenset(form.in_)

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        found = distinct(match for at in hits for match in matches(patterns[at], document, form.fix, regions))
        groups: dict[tuple[object, str], list[Match]] = {}
        for match in found:
            if setting.allowed(document, match.span):
                wording = match.values["match"].lower() if form.alike else ""
                groups.setdefault((_area(document, match.span, per), wording), []).append(match)
        limit = int(number)
        if per == "1,000 words":
            limit = max(limit, limit * len(document.text.split()) // 1000)
        return (_reported(document, group, limit) for group in groups.values() if len(group) > limit)

    fills = frozenset(read_slots(form.match, setting) | {"match", "count", "most"} | ({"fix"} if form.fix else set()))
    return Compiled(all_anchors(patterns, setting, regions=form.in_), find, fills)


def _area(document: Document, span: Span, per: str) -> object:
    if per == "sentence":
        return document.sentence(span.start)
    return document.paragraph(span.start) if per == "paragraph" else None


def _reported(document: Document, group: list[Match], limit: int) -> Match:
    match = group[limit]
    values = {**match.values, "count": str(len(group)), "most": str(limit)}
    notes = (Note(document.name, group[0].span, "the first stands here"),) if limit else ()
    return match._replace(values=values, notes=notes)
