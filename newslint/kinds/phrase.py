"""Words to avoid or to swap: the simplest rule there is."""

from collections.abc import Iterable, Mapping

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.templates import TextForm, all_anchors, compile_patterns, distinct, matches, read_slots
from newslint.matching.words import Hits
from newslint.rule import Compiled, FixForm, Problem, Setting, placeholders


@form
class Phrase(TextForm):
    """``words`` to avoid, or ``swap`` with what to put instead."""

    words: tuple[str, ...] = field(default=(), metadata={"help": "words and phrases to avoid"})
    swap: Mapping[str, str] = field(default_factory=dict, metadata={"help": "what is wrong: what is right"})
    safe: bool = field(default=False, metadata={"help": "whether a swap can be applied without looking"})


def compile_rule(form: Phrase, setting: Setting) -> Compiled:
    """Each phrase is a template of its own; a swap brings its own fix."""
    if not form.words and not form.swap:
        setting.problems.append(Problem((), "`words` or `swap` is missing; expected at least one phrase"))
    swaps = list(form.swap)
    made = compile_patterns(form.words, "words", form, setting)
    made += compile_patterns(swaps, "swap", form, setting)
    fixes = [form.fix] * len(form.words) + [FixForm(replace=form.swap[text], safe=form.safe) for text in swaps]
    pairs = [(pattern, fix) for pattern, fix in zip(made, fixes, strict=True) if pattern]
    regions = frozenset(form.in_)

    def find(document: Document, hits: Hits) -> Iterable[Match]:
        return distinct(match for at in hits for match in matches(pairs[at][0], document, pairs[at][1], regions))

    names = read_slots((*form.words, *swaps), setting)
    for wrong, right in form.swap.items():
        for name, offset in placeholders(right):
            if name not in names:
                setting.problems.append(Problem(("swap", wrong), f"nothing fills {{{name}}}", offset))
    fills = frozenset(names | {"match"} | ({"fix"} if form.fix or form.swap else set()))
    return Compiled(all_anchors((pattern for pattern, _ in pairs), setting, regions=form.in_), find, fills)
