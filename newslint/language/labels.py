"""Numbers that count nothing: parts of dates and times, codes, scores, and names such as Article 5 or Boeing 737."""

from newslint.patterns import regex

MONTHS = {
    form: number
    for number, forms in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for form in forms.split()
}
NEVER_CUT = frozenset("march april may june july".split())
"""Months that no full stop shortens."""
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The months in full, as the branches of an expression."""
_ANY_CASE = frozenset(
    "page pages chapter section sections article articles phase level grade tier category type version zone round "
    "day week step part room gate platform lane magnitude number no no. nos. numbers route exit figure table row track "
    "item clause area episode season volume rule amendment paragraph pp. p. # titled verse act "
    "sec. art. vol. fig.".split()
)
_CAPITALISED = frozenset(
    "boeing airbus flight highway interstate channel resolution title proposition prop measure question initiative "
    "group fortune s&p ftse nikkei russell nasdaq dow dax cac formula apollo windows iphone galaxy radio bbc itv "
    "euro division unit psalm studio pier terminal district ward precinct lot building hall camp "
    "square apt. suite box class model super bowl game mark mk order bill law decree protocol annex form schedule "
    "schengen ofsted gulfstream cessna embraer tupolev antonov ilyushin mig su state-run i us m a eu big".split()
)
# Before the article that opens a sentence; before the A of a road stands a word.
_OPENS = frozenset(("", ".", "!", "?", '."', '?"'))
_TIME = regex(
    r"[0-9]{1,2}(?:[:.][0-5][0-9])?(?: *(?:[ap]m|[ap]\.m\.?)(?![a-z])| +o'clock|"
    r" +(?:gmt|utc|bst|cet|est|edt|pst|pdt)\b)"
    r"|[0-9]{1,2}:[0-5][0-9](?![0-9])(?! *%)|[0-2][0-9][0-5][0-9] +(?:gmt|utc|bst|cet|hours)\b"
)
_CODE = regex(r"[0-9]+([./:-])[0-9]+(?:\1[0-9]+)+(?!\w)|[0-9]+/[0-9]+")
_MONTH_DAY_BEFORE = regex(r"(?:" + "|".join(MONTHS) + r")\.? +[0-9]{1,2}(?:st|nd|rd|th)?(?:,|\)|,?) *$")
_MONTH_AFTER = regex(r"(?:st|nd|rd|th)?(?:-[0-9]{1,2}|–[0-9]{1,2})?(?: +(?:of +)?|[-–])([a-z]+)")
_DAYS_AFTER = regex(r"(?:st|nd|rd|th)?(?: ?[-–] ?[0-9]{1,2}(?![0-9]))?(?:st|nd|rd|th)?")
_LARGE = regex(r"[0-9]{3}|[0-9]{1,2},[0-9]{3}")
_GLUED = regex(r"(?:[^\W_]|[-'&](?=[^\W_]))*")


def time_end(lower: str, start: int) -> int:
    """Where the time of day that starts here ends, or -1."""
    found = _TIME.match(lower, start)
    return found.end() if found else -1


def code_end(lower: str, start: int) -> int:
    """Where a chain of numbers ends that is no figure (telephone number, version, 9/11), or -1."""
    found = _CODE.match(lower, start)
    return found.end() if found else -1


def glued_end(lower: str, end: int) -> int:
    """Where the letters and digits that stick to a number end: "737s", "5G", "4x4"."""
    found = _GLUED.match(lower, end)
    return found.end() if found else end


def date_end(plain: str, lower: str, start: int, end: int, previous: str) -> int:
    """Where the day or year ends if the number is part of a date, or -1; ``previous`` is the word before it."""
    if end - start > 4 or not lower[start:end].isdigit():
        return -1
    if _month(previous) and _capital(plain, lower, start, previous):
        found = _DAYS_AFTER.match(lower, end)
        return found.end() if found else end
    if end - start == 4 and _MONTH_DAY_BEFORE.search(lower, max(0, start - 20), start):
        return end
    if end - start <= 2 and (found := _MONTH_AFTER.match(lower, end)):
        month = found[1]
        if month in MONTHS and plain[found.start(1)].isupper():
            days = _DAYS_AFTER.match(lower, end)
            return days.end() if days else end
    return -1


def _month(word: str) -> bool:
    """Whether a word is a month; with a full stop only where it is cut short ("in May." ends a sentence)."""
    return word in MONTHS or (word[-1:] == "." and word[:-1] in MONTHS and word[:-1] not in NEVER_CUT and len(word) < 6)


def names_a_thing(plain: str, lower: str, start: int, previous: str) -> bool:
    """Whether the word before a number makes it a name: "Article 5", "page 12", "Boeing 737"."""
    word = previous.strip("(\"'")
    if word == "a" and lower[max(0, start - 4) : start - 2].strip() in _OPENS:
        return False
    if word == "season" and _LARGE.match(lower, start):
        return False  # “last season 4,500 came”
    return word in _ANY_CASE or (word in _CAPITALISED and _capital(plain, lower, start, previous))


def after_a_name(plain: str, lower: str, start: int, previous: str) -> bool:
    """Whether a capitalised word that is no sentence opening stands before the number: "Apollo 11", "Trump 45"."""
    word = previous.strip("(\"'")
    if not word.isalpha() or word in MONTHS or word.endswith("day") or not _capital(plain, lower, start, word):
        return False
    opening = lower.rfind(word, 0, start)
    return opening > 1 and plain[opening - 1] == " " and plain[opening - 2] not in ".!?:\"'”)\n "


def _capital(plain: str, lower: str, start: int, word: str) -> bool:
    place = lower.rfind(word.lstrip("(\"'"), max(0, start - 24), start)
    return place >= 0 and plain[place].isupper()
