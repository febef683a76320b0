"""Shares that are not what the part and the whole beside them make, and shares of one whole that are more than it."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Pair, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

_THE = r"(?:(?:the|its|their|his|her|all|these|those|some|about) ){0,2}"
_OR = rf"(?:, | \(|,? or |,? that is,? | - | – )(?:or |some |about |that is,? ){{0,2}}{ABOUT}"
_CLOSED = (
    r"(?=,|;|\)|\.| -| –| in all| in total| altogether| all told|"
    r" (?:people|members|pupils|students|workers|voters|households)\b)"
)
_SHARE_FIRST = regex(
    rf"{MARK} (?:of )?{_THE}(?:(?:crew|staff|class|group|workforce|total|team) of )?{MARK}(?: {WORD}){{0,4}}?"
    rf"{_OR}{MARK}{_CLOSED}"
)
_SHARE_LAST = regex(rf"{MARK} of {_THE}{MARK}(?: {WORD}){{0,5}}?{_OR}{MARK}{_CLOSED}")
_SHARE_OF_SOME = regex(rf"{MARK} of {WORD}(?: {WORD}){{0,3}}, or {ABOUT}{MARK} of {_THE}{MARK}")
# “3,000 tickets, 60 percent of the 5,000 on offer”
_SHARE_APPOSED = regex(
    rf"{MARK}(?: {WORD}){{0,3}}?(?:,| -| –| —| \() ?{ABOUT}{MARK} of (?:the|its|their|all|all the) {MARK}(?! percent)"
)
_TO = "(to|for|into|in|from|on)"
# “Turnout was 64 percent: 4,800 of the 8,000 …”, “a tip of 20 percent on a bill of $80 came to $16”
_SHARE_THEN = regex(
    rf"{MARK}(?: {WORD}){{0,4}}?(?::| -| –| —| \() ?{ABOUT}{MARK} (?:out )?of {_THE}{MARK}(?= {WORD})(?![^.;]*⟨)"
)
_SHARE_ON = regex(
    rf"{MARK}(?: {WORD}){{0,2}}? (?:on|of|from) (?:an?|the|its|his|her|their) (?:{WORD} ){{0,3}}?(?:of |worth )?{MARK}"
    rf"(?: {WORD}){{0,3}}?,? (?:came to|comes to|would come to|amounts? to|amounted to"
    rf"|works? out at|worked out at|makes|made) {MARK}(?=[,.;:)])"
)
_FURTHER = ((_SHARE_APPOSED, "PSW"), (_SHARE_THEN, "SPW"), (_SHARE_ON, "SWP"))
_SEXES = regex(
    rf"{MARK} of {WORD}(?: {WORD}){{0,4}}? (?:were|are) (?:women|men|female|male|girls|boys),?(?: and)? {MARK}"
    r" (?:were |are )?(?:women|men|female|male|girls|boys)\b"
)
_DIVIDED = regex(
    rf"{MARK} of {WORD}(?: {WORD}){{0,4}}? {_TO} {WORD}(?: {WORD}){{0,3}}?, {MARK} {_TO}"
    rf" {WORD}(?: {WORD}){{0,3}}?,? and {MARK} {_TO}\b"
)
_POLLED = regex(rf" at {MARK},? (?:{WORD} ){{1,4}}?at {MARK},? and (?:{WORD} ){{1,4}}?at {MARK}")
_VOTED = regex(
    rf"{MARK}(?: of the votes?)?(?:,? (?:to|against) (?:(?:his|her|{WORD}'s?) {MARK}|{MARK} for\b)"
    rf"|,? (?:and|while|with) {WORD}(?: {WORD})?(?: (?:won|took|got|had|received|getting|taking|on))? {MARK})"
)
_OF_A_VOTE = regex(r"\b(?:vote|votes|poll|ballot|election|respondents|survey|survey\w+)\b")
_OF_MANY = regex(r"\b(?:approv\w+|favou?rab\w+|turnout|ratings?|trust\w*|support\w*|both|each)\b")
_OF_TWO = regex(
    r"\b(?:approv\w+|favou?rab\w+|turnout|ratings?|trust\w*|in|last|previous\w*|earlier|ago|up|down|from|among|counted"
    r"|counties|reporting|seats|precincts|stations|compared|growth|rates?|primary|round|first|second|also|shares?|stakes?)\b"
)
# Larger numbers are given in round figures.
_LARGE = 10_000


def shares_wrong(document: Document) -> Iterator[Pair]:
    """A part that is not the share of the whole beside it, or a share that the two do not make."""
    for text, figures in marked(document):
        if len(figures) < 3:
            continue
        for expression, order in ((_SHARE_FIRST, "SWP"), (_SHARE_LAST, "PWS"), (_SHARE_OF_SOME, "SPW"), *_FURTHER):
            for found in expression.finditer(text):
                by = {what: figures[int(number)] for what, number in zip(order, found.groups(), strict=True)}
                if order == "PWS" and by["S"].kind == "percent":
                    continue  # of which another rule speaks
                if _is_share(by["S"]) and by["W"].kind in {"number", "money"} and not _is_made(**by):
                    yield (figures[int(found[3])], figures[int(found[1])])


def _is_share(figure: Figure) -> bool:
    return figure.kind in {"percent", "fraction"}


def _is_made(S: Figure, W: Figure, P: Figure) -> bool:  # noqa: N803 - the letters of the order
    """Whether a part is that share of the whole, as far as their sort can be compared at all."""
    if P.kind != W.kind or P.unit != W.unit or not 0 < P.value < W.value or (P.counted and P.counted != W.counted):
        return True
    said = S.value * (100 if S.kind == "fraction" else 1)
    made = 100 * P.value / W.value
    off = made * (P.step / P.value + W.step / W.value) / 2 if W.value >= _LARGE else 0.0
    about = 2.5 if S.qualifier or P.qualifier or W.qualifier else 0.0
    return abs(made - said) <= max(2.2, 0.05 * said) + off + about


def shares_over_all(document: Document) -> Iterator[Pair]:
    """The last of the shares of one whole that make more than all of it, with the first."""
    for text, figures in marked(document):
        for expression in (_SEXES, _DIVIDED, _POLLED, _VOTED) if len(figures) > 1 else ():
            of_a_vote = expression in {_POLLED, _VOTED}
            for found in expression.finditer(text) if not of_a_vote or _OF_A_VOTE.search(text) else ():
                shares = [figures[int(number)] for number in found.groups() if number and number.isdigit()]
                words = {word for word in found.groups() if word and not word.isdigit()}
                if any(one.kind != "percent" or one.value > 100 for one in shares) or len(words) > 1:
                    continue
                if _OF_MANY.search(text, 0, found.start()):
                    continue
                if of_a_vote and _OF_TWO.search(found[0].replace("of the vote", "")):
                    continue
                if sum(one.value for one in shares) > 100.5 + sum(min(one.step, 1) / 2 for one in shares):
                    yield shares[-1], shares[0]
