"""A percentage and the two amounts it was made from, told in sentences that follow each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.changes import OTHERWISE, alike_amounts, makes
from newslint.kinds.marked_figures import ABOUT, Marked, Pair, marked
from newslint.kinds.old_and_new import AGO
from newslint.kinds.triads import (
    MOVES,
    fits_points,
    is_name,
    is_points,
    is_share,
    of_another_clause,
    of_one_sort,
    pairs_of,
    says_change,
    spells_out,
)
from newslint.language.figure import Figure
from newslint.language.labels import MONTH_NAMES
from newslint.patterns import regex

_MONTH = f"(?:{MONTH_NAMES.lower()}|spring|summer|autumn|winter)"
_AGO = (
    rf"(?:{AGO}|the (?:year|month|season|quarter|week|decade) before|in (?:the \w+ (?:⟨[0-9]+⟩|[a-z]+) of )?"
    rf"(?:{_MONTH}|(?:19|20)[0-9]{{2}}\b)|then\b"
    "|before)"
)
_PLAIN = "(?:[^⟨⟩;:]|⟨[0-9]+⟩ (?:of|months|years|weeks|days) )"
# The sentence of the old amount, in other words: “A year earlier it was …”, “In 2014 the firm had …”
_OLD = regex(
    rf"\W*(?:but |and |only |just |yet )?{_PLAIN}{{0,25}}?{_AGO}{_PLAIN}{{0,40}}? (?:(?:the|its|their) )?[\w-]+"
    r" (?:had|was|were|cost|stood|came|made|sold|numbered|earned|paid|took|held|has been|counted)\b"
)
_HAD = regex(
    r"\W*(?:it|they|there|that|the [\w-]+) (?:had|was|were|stood at|cost)\b[^⟨⟩;:]{0,25}⟨[0-9]+⟩"
    rf"[^⟨⟩;:]{{0,25}}? {_AGO}"
)
_ONCE = regex(rf"(?:\b|(?=⟨))(?:used to|once|{_AGO}|in the first )")
# “That is a rise of 15 percent”, “The fall of 25 percent was …”, “In other words, 4 percent of them …”
_THAT_IS = regex(
    r"\W*(?:in other words, )?(?:(?:that|this|it|which) (?:is|was|makes|made|means|meant|represents|represented"
    r"|amounts to|amounted to|comes to|works out)|(?:the|this|that) (?:\w+ )?(?:rise|increase|fall|drop|decline|growth"
    r"|jump|gain|decrease|cut|reduction|loss|improvement|change|difference) (?:is|was|of|amounts|comes|works)"
    r"|in other words,|so |thus|hence|[^⟨⟩,;:]{3,40} (?:is|was|are|were) (?:thus|therefore) )"
)
_FROM_TO = regex(r"^⟨[0-9]+⟩[^⟨⟩]{0,110}(?:(?:up|down) from|from|to|compared with|against) ⟨[0-9]+⟩")
_ON_OLD = regex(
    rf"⟩ (?:\w+ )?(?:(?:more|fewer|less|higher|lower|up|down|above|below) (?:than|on|over|from)|over|on) {ABOUT}⟨"
)
_OF_OTHERS = regex(r" (?:of|for|on|from|among) (?!(?:it|the (?:total|whole|lot)|them|(?:the|a) (?:month|year|week))\b)")
# What so much money is in other currencies.
_ASIDE = regex(r"⟩[^⟨⟩()]{0,20} \(((?:[^⟨⟩()]{0,20}⟨[0-9]+⟩[^⟨⟩()]{0,20}){1,3})\)")
_RATE = regex(" per (?:month|week|hour|day|year|night|person|head)")
_MARKS = regex("⟨([0-9]+)⟩")
_OTHER_BASE = regex(
    r"⟩ (?:\w+ )?(?:more|fewer|less|higher|lower) than (?!(?:the |its |their )?⟨|(?:in|at|a|an|one|two|it|they|last"
    r"|the same|the year|the previous|during)\b)"
)
# What it has is another thing than it.
_ITS = regex(r"\b(?:its|their|his|her) (?:\w+ ){1,2}[a-z]+ (?:\w+ )?(?:by )?$")
_NOT_SO = regex(
    r"\b(?:if|unless|would|could|might|(?<!in )may|should|will|target\w*|goal|plan\w*|predict\w*|project\w+|another"
    r"|also|both|each|rather|instead|inflation|adjust\w+|tax|including|excluding|record|ha(?:s|ve) since)\b"
)
_ALSO = regex(r"\b(?:also|another|including|excluding)\b")
_CHANGES = frozenset(("percent", "points", "fraction"))
_AMOUNTS = frozenset(("number", "money", "measure", "percent"))
# Characters from the one amount to the other, of a sentence between them, and from an amount to its change;
# the least of the larger; how far from each other they may be.
_REACH, _BETWEEN, _BESIDE, _LEAST, _FURTHEST = 400, 80, 70, 5, 12.0


def told_over_wrong(document: Document) -> Iterator[Pair]:
    """Each percentage that amounts of its sentence and of the one beside it do not make, with one of these."""
    told = marked(document)
    for position, (before, after) in enumerate(pairwise(told)):
        if not any(one.kind in _CHANGES for one in (*before.figures, *after.figures)):
            continue
        if not _follows(document, before, after):
            continue
        first = told[position - 1] if position and _follows(document, told[position - 1], before) else None
        found = _read(before, after) or (_of_three(first, before, after) if first else None)
        if found is None:
            continue
        share, pairs, part = found
        one, other = pairs[0]
        if not _comparable(document, one, other) or _otherwise(before.text) or _otherwise(after.text):
            continue
        if is_points(share):
            if one.kind == "percent" and not fits_points(one, other, share):
                yield share, other
            continue
        if any(makes(document, *pair, share, points=False) for pair in pairs):
            continue
        small, large = sorted((one.value, other.value))
        if not (part and is_share(share, small, large)):
            yield share, other


def _otherwise(text: str) -> bool:
    """Whether a sentence tells of more than two amounts at two times; so much a month is an amount, too."""
    return OTHERWISE.search(_RATE.sub("", text)) is not None


def _follows(document: Document, before: Marked, after: Marked) -> bool:
    first, second = before.figures[-1], after.figures[0]
    if not 0 <= second.start - first.end < _REACH:
        return False
    end = document.sentence(first.start).end
    return len(document.text[end : document.sentence(second.start).start].strip()) < _BETWEEN


def _split(sentence: Marked) -> tuple[list[int], list[int]]:
    """The places of the amounts and of the changes of a sentence."""
    spells = spells_out(*sentence)
    text = sentence.text
    if _OTHER_BASE.search(text):
        return [], [-1]
    points = {at for at, one in enumerate(sentence.figures) if is_points(one)}
    aside = {int(one) for found in _ASIDE.finditer(text) for one in _MARKS.findall(found[1])}
    kept = [at for at in range(len(sentence.figures)) if (at not in spells or at in points) and at not in aside]
    changes = [at for at in kept if _is_change(sentence, at)]
    amounts = [at for at in kept if at not in changes and sentence.figures[at].kind in _AMOUNTS]
    others = [at for at in amounts if sentence.figures[at].kind != "percent"]
    if others and changes and len(others) < len(amounts):
        # “up 67 percent, and accounted for 7 percent of the total”
        kept = [at for at in kept if at in others or at in changes]
        amounts = others
    return amounts, changes if len(changes) + len(amounts) == len(kept) else [*changes, -1]


def _is_change(sentence: Marked, at: int) -> bool:
    one = sentence.figures[at]
    if is_points(one):
        return True
    start = sentence.text.index(f"⟨{at}⟩")
    end = start + len(f"⟨{at}⟩")
    if len(sentence.figures) > 1 and of_another_clause(sentence.text, start, end):
        return False
    if one.kind not in {"percent", "fraction"}:
        return False
    said = says_change(sentence.text, start, end) and not _OF_OTHERS.match(sentence.text, end)
    grown = _OLD.match(sentence.text) and start > 0 and MOVES.search(sentence.text, 0, start)
    if one.kind == "fraction":
        return said
    return bool(said or _THAT_IS.match(sentence.text) or grown)


def _read(before: Marked, after: Marked) -> tuple[Figure, Sequence[Pair], bool] | None:
    """A change, what it may have been made from, and whether it may be a share instead; None where no words tell."""
    (first, changed), (second, changes) = _split(before), _split(after)
    if (
        len(changed) + len(changes) != 1
        or -1 in (*changed, *changes)
        or _NOT_SO.search(after.text)
        or _ALSO.search(before.text)
    ):
        return None
    if len(first) == len(second) == 1:
        one, other = of_one_sort([before.figures[first[0]], after.figures[second[0]]])
        if is_name(before.text, first[0]) or is_name(after.text, second[0]):
            return None
        return _of_two(before, after, (one, other), changed, changes)
    if len(first) > 2 and _FROM_TO.search(before.text[before.text.index(f"⟨{first[-2]}⟩") :]):
        first = first[-2:]
    if len(first) == 2 and not second and changes and _THAT_IS.match(after.text):
        one, other = of_one_sort([before.figures[at] for at in first])
        pairs = pairs_of(before.text, after.text, (first[0], first[1]), one, other)
        return after.figures[changes[0]], pairs, True
    return None


def _of_two(
    before: Marked, after: Marked, amounts: Pair, changed: Sequence[int], changes: Sequence[int]
) -> tuple[Figure, Sequence[Pair], bool] | None:
    """The change that is told with one of two amounts, of which each has its sentence."""
    one, other = amounts
    old = _OLD.match(after.text) or _HAD.match(after.text)
    if changed:
        return (before.figures[changed[0]], ((other, one),), False) if old and not _ON_OLD.search(before.text) else None
    share = after.figures[changes[0]]
    if _ON_OLD.search(after.text):
        return share, ((other, one),), False
    if old:
        return share, ((other, one), (one, other)), False
    text = after.text
    near = abs(share.start - other.start) < _BESIDE and not _ITS.search(text, 0, text.index("⟨"))
    return (share, ((one, other),), False) if near and _ONCE.search(before.text) else None


def _of_three(first: Marked, second: Marked, third: Marked) -> tuple[Figure, Sequence[Pair], bool] | None:
    """The change that a sentence of its own gives, and the amounts of the two sentences before it."""
    (one, changed), (other, more), (last, changes) = _split(first), _split(second), _split(third)
    if len(one) != 1 or len(other) != 1 or last or len(changes) != 1 or [*changed, *more] or -1 in changes:
        return None
    if not _THAT_IS.match(third.text) or _NOT_SO.search(third.text) or is_name(first.text, one[0]):
        return None
    new, old = of_one_sort([first.figures[one[0]], second.figures[other[0]]])
    if _OLD.match(second.text) or _HAD.match(second.text):
        return third.figures[changes[0]], ((old, new),), False
    return (third.figures[changes[0]], ((new, old),), False) if _ONCE.search(first.text) else None


def _comparable(document: Document, one: Figure, other: Figure) -> bool:
    small, large = sorted((one.value, other.value))
    return alike_amounts(document, one, other) and (large >= _LEAST or one.step < 1) and 0 < large <= _FURTHEST * small
