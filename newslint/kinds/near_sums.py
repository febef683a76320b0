"""A whole and its parts in one sentence that miss each other by one digit: so near a miss needs few words."""

from collections.abc import Sequence
from itertools import pairwise

from newslint.kinds.marked_figures import MARK, Pair
from newslint.language.figure import Figure
from newslint.patterns import regex

_FIRST = regex(MARK)
# What stands between a whole and the first of its parts; what leaves no doubt of it; what stands between two parts.
_SPLIT = r"(?:divided|split|shared|spread|made up|composed|consisting) (?:between|among|over|of|into) "
_OPENS = regex(
    rf"[^⟨⟩;]{{0,60}}?(?:,|:|\(| -+| [–—]) ?(?:with |of |from )?(?:{_SPLIT})?(?:[^\W\d_]+ ){{0,2}}\(?"
    r"|[^⟨⟩;]{0,60}?\b(?:taken|filled|occupied|held|shared) by "
)
_SURELY = regex(rf".*(?:{_SPLIT}|\b(?:taken|filled|occupied|held|shared) by ).*")
_JOINT = regex(r"[^;:⟨⟩]{0,60}?(?:,|\band\b)[^;:⟨⟩]{0,30}")
# Behind a part that says no more of what is counted: “58 downstairs”; else it is a list of different things.
_ELIDED = regex(
    r"(?: (?:and|in|on|at|by|from|for|to|with|against|during|under|over|between|were|are|was|downstairs|upstairs|inside"
    r"|outside|home|away|abroad|women|men|girls|boys)\b|\)|,|\.|;| [^\W\d_]+\)|$)"
)
_LAST = regex(r"\band\b")
_IN_ALL = regex(r"^(?: \w+)?,? (?:in all|in total|altogether|all told)(?=[,.;]|$)")
_TOTAL = regex(r"\b(?:total of|add(?:s|ed|ing)? up to|totall?ing|making|mak(?:es|e) (?:up )?) ?(?:about )?$")
_OTHERWISE = regex(
    r"\b(?:includ\w+|among them|others|at least|mostly|each|than|further|additional|average|per|every|missing|also|both"
    r"|respectively|about|some|nearly|almost|around|roughly|as well as|several|many|few|one|fewer|aged|compared|vs"
    r"|versus|margin|sentenc\w+|jail\w*|not|of them|between ⟨[0-9]+⟩ and|from ⟨[0-9]+⟩ to|injured|wounded|year-old)\b"
)
WON_AND_LOST = regex(r"\bw[io]n\w*\b.*\blos(?:e|t|ing)|\blos(?:e|t|ing).*\bw[io]n")
"""Who wins and loses may draw, too."""
DONE = regex(r"\band (?:[a-z]+ed|sold|won|lost|cut|built|made|bought|spent|lent|shut|took|gave|left|met|led|held) $")
"""“And sold 900” is another matter than the parts before it."""
_MOST_PARTS = 5
_LEAST = 10
# The difference that one wrong digit makes.
_ONE_DIGIT = regex(r"[1-9]0*")


def near_sum(text: str, figures: Sequence[Figure]) -> Pair | None:
    """The whole, with the first of its parts, where one digit is wrong."""
    marks = list(_FIRST.finditer(text))
    if len(figures) == 3 and WON_AND_LOST.search(text):
        return None  # the others were drawn
    if not 2 < len(figures) <= _MOST_PARTS + 2 or len(marks) != len(figures) or _OTHERWISE.search(text):
        return None
    if figures[0].value == len(figures) - 2 and figures[0].kind == "number":
        # “in two parts, $1,800 in June and …”
        figures, marks = figures[1:], marks[1:]
    between = [text[one.end() : two.start()] for one, two in pairwise(marks)]
    if len(between) < 2 or any(map(DONE.search, between)):
        return None
    if _OPENS.fullmatch(between[0]) and all(map(_JOINT.fullmatch, between[1:])) and _LAST.search(between[-1]):
        whole, parts, told = figures[0], figures[1:], bool(_SURELY.fullmatch(between[0]))
        if not told and not all(_ELIDED.match(text, one.end()) for one in marks[1:]):
            return None
    elif _told_last(text, marks[-1].start(), marks[-1].end()) and all(map(_JOINT.fullmatch, between[:-1])):
        whole, parts, told = figures[-1], figures[:-1], True
    else:
        return None
    return (whole, parts[0]) if _alike(whole, parts) and _one_digit_off(whole, parts, told=told) else None


def _told_last(text: str, start: int, end: int) -> bool:
    return bool(_IN_ALL.search(text[end:]) or _TOTAL.search(text[:start]))


def _alike(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether all count in one unit; the parts need not say it again."""
    every = (whole, *parts)
    kinds, units = {one.kind for one in every}, {one.unit for one in every} - {""}
    if any(one.qualifier or one.value <= 0 or one.value % 1 for one in every) or len(units) > 1:
        return False
    return kinds <= {"number", "measure"} or kinds == {"money"}


def _one_digit_off(whole: Figure, parts: Sequence[Figure], *, told: bool) -> bool:
    """Whether a digit of one of them is wrong; where the words do not tell for sure, one that shows in the whole."""
    made, given = int(sum(one.value for one in parts)), int(whole.value)
    if given < _LEAST or any(one.value >= given for one in parts) or not _ONE_DIGIT.fullmatch(str(abs(made - given))):
        return False
    return told or abs(made - given) >= _LEAST or made // _LEAST == given // _LEAST
