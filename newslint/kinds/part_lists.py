"""Parts that stand side by side in one form, and the whole before, among or behind them that they do not make."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.counted_lists import lists_wrong
from newslint.kinds.marked_figures import MARK, Pair, marked, told_by
from newslint.kinds.near_sums import DONE, WON_AND_LOST
from newslint.kinds.next_totals import counts_nothing, next_total
from newslint.kinds.reckonings import sums_wrong
from newslint.kinds.sums import parts_wrong
from newslint.kinds.wholes import wholes_wrong
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.records import NamedTuple

# What stands between a whole and its first part: a break, or a verb that hands it out.
_BREAK = regex(
    r"[^⟨⟩;]{0,70}?(?:,|:|\(| -+| [–—])(?: with| of which| of whom| of these| of them)?(?: the)?(?: [a-z'-]+)? ?\(?"
)
_HANDS_OUT = regex(
    r"[^⟨⟩;,:]{0,40}?\b(?:sets? aside|allocat\w+|earmark\w+|lost|has|have|had|with|were|are|was|won|sold|shows?|owns?"
    r"|operates?|employs?|counts?|contains?|comprise\w*|gives?|spends?|spent|took|drew) "
)
_JOINT = regex(
    r"[^;:()⟨⟩–—]{0,70}?(?:, and|,| and| &|,? while|,? with|,? plus)(?: the (?:other|remaining|rest,)| another"
    r"| a further)?(?: [a-z'-]+){0,2} $"
)
_LAST = regex(r"(?:\band|&|\bwhile|\bplus|\bwith)\b[^,]{0,30}$")
# The form of a part is told by what follows it.
_PLACED = regex(
    r" (?:of (?:them|which|whom|these) )?(?:in|on|at|for|to|from|by|against|during|after|before|under"
    r"|over|between|about"
    r"|abroad|online|home|away|domestic(?:ally)?|foreign|upstairs|downstairs|inside|outside|up front"
    r"|abstained|abstention)\b"
)
_COUNTED = regex(
    r" (?!(?:percent|per cent|and|or|than|million|billion)\b)(?:of (?:them|which|whom|these) )?[a-z][a-z'-]+"
)
_ENDS = regex(r"(?:[,.;)]|$| [–-])")
_FULL = regex(
    r"\b(?:made up|split|divided|shared|consist\w*|compris\w+|compos\w+|using up|all of|in total|altogether|the other"
    r"|remaining|the rest)\b"
)
_OTHERWISE = regex(
    r"\b(?:(?<!^)among|at least|mostly|each|than|additional|average|per|every|respectively|about|some|nearly|almost"
    r"|around|roughly|several|many|few|fewer|compared|vs|versus|aged?|sentenc\w+|jail\w*|not|as well as"
    r"|both|also|up from"
    r"|down from|up to|from ⟨[0-9]+⟩ to|between ⟨[0-9]+⟩ and|concurrent\w*|others? (?:were|was)|injured"
    r"|wounded|year-old"
    r"|minutes?|ago|first ⟨[0-9]+⟩|last ⟨[0-9]+⟩|rank\w*|odds|ratio|spoke|speak|answers?|missing|unclear|respondents)\b"
)
_OF_THE = regex(r"\A.{0,20} of (?:the|its|their|those|these)(?: [a-z'-]+)? \Z")
_TOTAL = regex(
    r"\b(?:totall?ing|(?:for|making|giving|or) (?:a |an )?(?:[a-z]+ )?total (?:[a-z]+ ){0,3}of|(?:a"
    r"|the) (?:combined |grand"
    r" |overall )?total (?:[a-z]+ ){0,2}of|together(?: with)?(?: had| has| have| made| earned| employ\w*)?"
    r"|adds? up to|added up to|,? making(?: it| for)?|,? or) $"
)
_IN_ALL = regex(
    r"(?: [a-z'-]+){0,3},? (?:in all|in total|altogether|all told|together|combined|in the (?:two|three|four) [a-z]+"
    r"|(?:in|over) (?:⟨[0-9]+⟩|x)(?: [a-z]+)?)(?=[,.;]|$)"
)
_SHARES = regex(
    r"\b(?:mak(?:e|es|ing) up|account\w*|represent\w*|population|residents|inhabitants|believers|the money|the budget"
    r"|the land|the cost|share|seats|the vote|of (?:the|its|their) [a-z]+ (?:is|are|will go|goes|go|went"
    r"|came|comes?) )\b"
)
_REMAINING = regex(r"\band the (?:other|remaining) ⟨[0-9]+⟩[^⟨⟩]*$")
_NOT_SHARES = regex(
    r"\b(?:ros?e|rises?|rising|fell|falls?|grew|grow\w*|(?<!make )(?<!makes )(?<!making )up|down"
    r"|increas\w+|more|less|last year|compared|from ⟨[0-9]+⟩"
    r"|ago|among|of (?:them|those|these|which|whom)|speak|also|both|use[ds]?|said|watch\w*|read)\b"
)
_ONE_DIGIT = regex(r"[1-9]0*")
_MOST_PARTS, _LEAST = 6, 10
_OVER, _UNDER, _ROUNDING = 1.4, 0.7, 0.02
_ALL_SHARES = 1.03


_INCLUDES = regex(r"\b(?:includ\w+|among)\b")
_OF_THEM = regex(r" of (?:them|which|whom|these|those)\b")
_REST = regex(
    rf"{MARK} of (?:the|its|their|his|her|those|these) (?:[a-z'-]+ )?{MARK}[^⟨⟩]{{1,90}}?\bthe (?:other"
    rf"|remaining) {MARK}"
)
_RECORD = regex(
    rf"{MARK} (?:wins?|victories),? {MARK} (?:draws?|losses|defeats|ties)(?:,? and {MARK} (?:draws?|losses"
    rf"|defeats|ties))?"
    rf" (?:in|from) (?:her |his |their |its )?(?:last |first )?{MARK} (?:games|matches|fights|bouts|starts"
    rf"|contests|tests)\b"
)


_CROSSING = frozenset("in on at for to from by against during before under over between about".split())


class Listed(NamedTuple):
    """A whole and its parts; ``sure`` where the words say that they are all of it, None where that they are not."""

    whole: Figure
    parts: Sequence[Figure]
    sure: bool | None


def part_lists_wrong(document: Document) -> Iterator[Pair]:
    """Each whole and the first of the parts that do not make it; what other checks say is left out."""
    before: tuple[str, Sequence[Figure]] = ("", ())
    for text, figures in marked(document):
        found = _wrong(text, figures) or next_total(before, (text, figures))
        if found and told_by(document, sums_wrong, parts_wrong, wholes_wrong, lists_wrong).isdisjoint(
            one.start for one in found
        ):
            yield found
        before = text, figures


def _wrong(text: str, figures: Sequence[Figure]) -> Pair | None:
    if found := _shares(text, figures):
        return found
    if not 2 < len(figures) <= _MOST_PARTS + 2 or _OTHERWISE.search(text):
        return None
    if rest := _REST.search(text):
        part, whole, other = (figures[int(number)] for number in rest.groups())
        counts = all(one.kind == "number" and not one.qualifier for one in (part, whole, other))
        return (
            (other, whole) if counts and part.value + other.value != whole.value and part.value < whole.value else None
        )
    if record := _RECORD.search(text):
        *parts, whole = (figures[int(number)] for number in record.groups() if number)
        return (whole, parts[0]) if sum(one.value for one in parts) != whole.value else None
    kept = [at for at, one in enumerate(figures) if not (at and counts_nothing(text, at, one))]
    for at in set(range(len(figures))).difference(kept):
        text = text.replace(f"⟨{at}⟩", "x")
    for listed in (_whole_first(text, figures, kept), _of_the(text, figures, kept), _whole_last(text, figures, kept)):
        if listed and _misses(listed):
            return listed.whole, listed.parts[0]
    return None


def _whole_first(text: str, figures: Sequence[Figure], kept: Sequence[int]) -> Listed | None:
    if len(kept) < 3 or kept[0]:
        return None
    opening = _between(text, kept[0], kept[1])
    broken = _BREAK.fullmatch(opening) is not None
    if not broken and not (_HANDS_OUT.fullmatch(opening) and len(kept) > 3):
        return None
    if not _joined(text, kept[1:]):
        return None
    whole, parts = figures[kept[0]], [figures[at] for at in kept[1:]]
    of_them = [bool(_OF_THEM.match(_after(text, at))) for at in kept[1:]]
    # “18 tourists, 14 of them Danes, and three guides”
    others = of_them[0] and any(one.counted not in {"", whole.counted} for one in parts[1:])
    nested = _INCLUDES.search(text, text.index(f"⟨{kept[1]}⟩"))
    if others or nested or any(of_them[1:]) > of_them[0] or (len(parts) == 2 and WON_AND_LOST.search(text)):
        return None
    return Listed(whole, parts, None if _INCLUDES.search(text) else bool(_FULL.search(text)))


def _of_the(text: str, figures: Sequence[Figure], kept: Sequence[int]) -> Listed | None:
    """The whole behind its first part: “12 of the 20 clubs voted for it, seven against and two abstained”."""
    if (
        len(kept) < 4
        or _INCLUDES.search(text)
        or not _OF_THE.match("x" + _between(text, kept[0], kept[1]))
        or not _joined(text, kept[2:])
    ):
        return None
    return Listed(figures[kept[1]], [figures[at] for at in (kept[0], *kept[2:])], sure=False)


def _whole_last(text: str, figures: Sequence[Figure], kept: Sequence[int]) -> Listed | None:
    if len(kept) > 3 and figures[kept[0]].value == len(kept) - 2:
        kept = kept[1:]  # “in three legs, of 14, 16 and 12 kilometres, 42 in all”
    last = kept[-1] if kept else 0
    end = text.index(f"⟨{last}⟩")
    told = _TOTAL.search(text, 0, end) or _IN_ALL.match(text, end + len(f"⟨{last}⟩"))
    if len(kept) < 3 or not told or not _joined(text, kept[:-1], ended=True):
        return None
    return Listed(figures[last], [figures[at] for at in kept[:-1]], sure=True)


def _after(text: str, at: int) -> str:
    return text[text.index(f"⟨{at}⟩") + len(f"⟨{at}⟩") :]


def _between(text: str, one: int, other: int) -> str:
    return text[text.index(f"⟨{one}⟩") + len(f"⟨{one}⟩") : text.index(f"⟨{other}⟩")]


def _joined(text: str, parts: Sequence[int], *, ended: bool = False) -> bool:
    """Whether marks stand side by side as parts of one list, each in the form of the others."""
    if not 1 < len(parts) <= _MOST_PARTS:
        return False
    between = [_between(text, one, other) for one, other in pairwise(parts)]
    if not all(map(_JOINT.fullmatch, between)) or not _LAST.search(between[-1]):
        return False
    ends = [text.index(f"⟨{at}⟩") + len(f"⟨{at}⟩") for at in parts]
    if any(DONE.search(one) for one in between):
        return False
    forms = [_PLACED.match(text, end) for end in ends]
    words = {found[0].split()[-1] for found in forms if found}
    placed = [found is not None and (len(words) == 1 or not words <= _CROSSING) for found in forms]
    counted = [form is None and bool(_COUNTED.match(text, end)) for form, end in zip(forms, ends, strict=True)]
    bare = [bool(_ENDS.match(text, end)) for end in ends]
    return ended or all(placed) or all(counted) or all(one or other for one, other in zip(placed, bare, strict=True))


def _misses(listed: Listed) -> bool:
    """Whether the parts make another number than the whole, near enough to be meant for it."""
    whole, parts, sure = listed
    every = (whole, *parts)
    units, kinds = {one.unit for one in every} - {""}, {one.kind for one in every}
    if len(units) > 1 or kinds - {"number", "money", "measure", "points"} or any(one.qualifier for one in every):
        return False
    if any(not 0 < one.value < whole.value for one in parts) or (whole.kind == "number" and kinds & {"money"}):
        return False
    made = sum(one.value for one in parts)
    exact = all(one.value % 1 == 0 for one in every) and max(one.step for one in every) * len(parts) < whole.value / 10
    rounding = 0.0 if exact and whole.kind == "number" else _rounding(whole, parts)
    off = abs(made - whole.value)
    if off <= (0.0 if _told_in_full(every) else rounding) or not _UNDER <= made / whole.value <= _OVER:
        return False
    if made > whole.value or sure is not False:
        return made > whole.value or bool(sure)
    digits = f"{off / min(one.step for one in every):.0f}"
    same = made // _LEAST == whole.value // _LEAST or off >= _LEAST or len(parts) > 2
    return whole.value >= _LEAST and bool(_ONE_DIGIT.fullmatch(digits.rstrip("0") or digits)) and same


def _rounding(whole: Figure, parts: Sequence[Figure]) -> float:
    """How far rounding may take parts and whole apart; a round part among finer figures is meant as it stands."""
    finest = min(one.step for one in (whole, *parts))
    return max(_ROUNDING * whole.value, (whole.step if whole.step > finest else 0) / 2, finest * len(parts) / 2)


def _told_in_full(every: Sequence[Figure]) -> bool:
    """Whether figures are given to the same place, so that rounding hides nothing."""
    steps = {one.step for one in every}
    return all(one.kind == "number" and one.value < 1e6 for one in every) or len(steps) == 1


def _shares(text: str, figures: Sequence[Figure]) -> Pair | None:
    """Three shares of one whole that are more than all of it."""
    kinds = {one.kind for one in figures}
    if len(figures) < 3 or len(kinds) > 1 or not kinds <= {"percent", "fraction"} or len(figures) > _MOST_PARTS:
        return None
    if (
        not (_SHARES.search(text) or _REMAINING.search(text))
        or _NOT_SHARES.search(text)
        or any(one.qualifier for one in figures)
    ):
        return None
    one = 100.0 if kinds == {"percent"} else 1.0
    joined = all(map(_JOINT.fullmatch, (_between(text, at, at + 1) for at in range(len(figures) - 1))))
    made = sum(figure.value for figure in figures) / one
    wrong = _ALL_SHARES < made <= _OVER or (_REMAINING.search(text) and _UNDER <= made < 2 - _ALL_SHARES)
    return (figures[-1], figures[0]) if joined and wrong else None
