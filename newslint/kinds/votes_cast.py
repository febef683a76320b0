"""Votes cast that are more than a house has members, or fewer where all of them voted."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import found_figure
from newslint.language.numerals import worth
from newslint.patterns import regex

_NUMBER = (
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six"
    r"|seven|eigh|nine)teen"
    r"|twenty(?:-[a-z]+)?)"
)
_VOTE = regex(
    rf"\b(?:vot\w*|rul\w+|decision|passed|approved|rejected|decided|split"
    rf"|by)(?: [a-z0-9-]+){{0,8}}? (?P<yes>{_NUMBER})(?: votes?)?"
    rf"(?: to |[-–])(?P<no>{_NUMBER})\b(?:,? with (?P<none>{_NUMBER}) abst)?"
)
_HOUSE = regex(
    rf"\b(?P<size>{_NUMBER})-(?:member|seat|judge|person|justice)\b|\b(?:has|all"
    rf"|have) (?P<all>{_NUMBER}) (?:members|seats"
    r"|judges|senators|lawmakers|deputies|delegates)\b"
)
_EVERYBODY = regex(
    r"\b(?:everyone vot\w+|everybody vot\w+|nobody abstain\w+|no abstentions"
    r"|all [0-9]+ members (?:took part|voted|present))\b"
)
_HEDGED = regex(
    r"\b(?:at least|about|some|nearly|almost|more than|if|would|could|needs?|needed|require\w*|majority of)\b"
)


def votes_wrong(document: Document) -> Iterator[Pair]:
    """The votes for something, with the number of members that they do not go with."""
    lower = document.folded.lower
    if not any(word in lower for word in ("-member", "-seat", "-judge", "-justice", "-person", " members", " seats")):
        return
    for house in _HOUSE.finditer(lower):
        sentence = document.sentence(house.start())
        vote = _VOTE.search(lower, *sentence)
        group = "size" if house["size"] else "all"
        if vote is None or _HEDGED.search(lower, *sentence):
            continue
        cast = sum(worth(vote[name]) for name in ("yes", "no", "none") if vote[name])
        size = worth(house[group])
        if cast > size or (cast < size and _EVERYBODY.search(lower, *sentence)):
            yield found_figure(vote, "yes", "number"), found_figure(house, group, "number")
