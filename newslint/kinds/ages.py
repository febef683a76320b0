"""Two ages of one person, or an age that the year of birth beside the name does not allow."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.ages_behind import behind_name
from newslint.kinds.printed_digits import differ_in_one, printed, swapped
from newslint.language.figures import Figure
from newslint.language.people import Person
from newslint.patterns import regex

# So far back the words before a figure or a name are looked for; characters.
_BEFORE = 40
_IS_AGE = regex(r"(?: who is |turned |, (?:is )?now |, age |, at |[a-z] \(|[a-z] is |, an? [a-z -]{4,40}, )$")
_BEFORE_NAME = regex(r" (?:[a-z-]+ ){0,2}$")
# “At 58, Whitcombe …”
_AT = regex(r"(?:^|[.!?\"] +|\n)at (?:the age of )?$")
# “At 19, Whitcombe won …” is of another time.
_IS_NOW = regex(r",? (?:is|are|has|remains|says|will|still|can|looks|knows|wants|does|lives|runs)\b")
_ENDS = regex(r"[,.;)]| (?:and|in|this|on|last)\b")
_ANOTHER = regex(
    r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|child|children|widow|widower|boy|girl|parents?|cousin"
    r"|nephew|niece|uncle|aunt|twin|grand\w+)(?: \w+)? of (?:\w+ ){0,2}$"
)
# Years and words of another time: somebody was that old then.
_THEN = regex(
    r"\b(?:then|when|turns|turning|at the time|before|later|earlier(?! (?:this|today|on)\b)|was an? $|until"
    r"|by the age|since|ago"
    r"|(?:1[89]|20)[0-9]{2})\b"
)
_THEN_ASIDE = regex(r", (?:at the time|then|when|was then|who was)\b")
_POINTS_BACK = regex(r"(?:^|[^\w'-])(?:the|those|these|(?<!in )all) $")
# What a person is called by age and trade: “the 29-year-old student”.
_CALLED = regex(r"-year-old ([a-z]{4,})\b(?! [a-z]+(?:er|or|ist)\b)")
_SORT = regex(r"(?:-| )years?(?:-| )old (boy|girl|man|woman|teenager|baby|toddler|pensioner)\b")
_A = regex(r"\b(?:an?|one|another) $")
# “has taught there since she left college” tells nothing of the age before it.
_HAS_SINCE = regex(r"\bha(?:s|ve) (?!been \d)[^,;.]*$")
# “Ruth Hale, 80 last week”; “Tom Hale, is 9 and …”
_TURNED = regex(
    r" (?:last|this|on|in|next) (?:week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day|may|june|july)\b"
)
_IS_CHILD = regex(r"[a-z], is $")
YOUNGEST, _CHILD = 10, 3
_OLDEST = 110
_WORD_BEFORE = regex(r"\b([A-Z][a-z'-]+[a-z]) $")
_OPENERS = frozenset(
    "But And When While After As For In At On With Although Though If Since Meanwhile Yesterday Later Today That Then"
    " Because Like Before By From Now Mr Mrs Ms Miss Dr Sir Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday".split()
)
_NAMESAKE = regex(
    r"\b(?:also (?:called|named)|namesake|same name|share a name|father and son|mother and daughter"
    r"|jr|junior|sr|senior|iii|the (?:elder|younger))\b"
)
# A figure is held against so many earlier ones at the most.
_BACK = 60


def two_ages(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """Each further age of one person that differs from the first, and ages told apart only by swapped digits."""
    ages = aged_figures(document)
    if len({figure.value for figure in ages}) < 2:
        return
    first: dict[int, Figure] = {}
    done: set[float] = set()
    beside = list(with_people(document, ages))
    for figure, who in beside:
        other = first.setdefault(who, figure)
        if other.value == figure.value or figure.value in done or namesake(document, figure):
            continue
        if not of_another_time(document, figure, other):
            done.add(figure.value)
            yield figure, other
    for figure, other in _of_one_surname(document, ages, beside):
        if figure.value not in done and not of_another_time(document, figure, other):
            done.add(figure.value)
            yield figure, other
    counts = Counter(figure.value for figure in ages)
    for at, figure in enumerate(ages):
        alone = counts[figure.value] == 1 and figure.value not in done and points_back(document, figure)
        earlier = ages[max(0, at - _BACK) : at] if alone else []
        turned = next((one for one in earlier if swapped(printed(document, figure), printed(document, one))), None)
        if turned and _names_nobody(document, figure) and not _another_sort(document, figure, turned):
            yield figure, turned
        elif alone and (same := _called_so(document, figure, ages[:at])):
            yield figure, same


def _of_one_surname(
    document: Document, ages: list[Figure], beside: list[tuple[Figure, int]]
) -> Iterator[tuple[Figure, Figure]]:
    """“The 67-year-old Klass”, where each Klass of the article is given an age, and none this one."""
    known: dict[int, list[Figure]] = {}
    for figure, who in beside:
        known.setdefault(who, []).append(figure)
    owners: dict[str, set[int]] = {}
    for person in document.people if known else ():
        if person.who >= 0 and person.surname:
            owners.setdefault(person.surname, set()).add(person.who)
    for figure, who in with_people(document, ages, anybody=True) if owners else ():
        known.setdefault(who, []).append(figure)
    for figure, surname in _with_surnames(document, ages):
        whose = owners.get(surname, set())
        given = [one for who in whose for one in known.get(who, ())]
        if whose and all(who in known for who in whose) and all(one.value != figure.value for one in given):
            earlier = [one for one in given if one.start < figure.start]
            if earlier:
                yield figure, min(earlier, key=lambda one: (abs(one.value - figure.value), one.start))


def _with_surnames(document: Document, ages: list[Figure]) -> Iterator[tuple[Figure, str]]:
    """Each age right before or behind a surname that several people of the article have."""
    shared = [one for one in document.people if one.who < 0 and one.surname and not (one.possessive or one.modifier)]
    starts = {one.start: one for one in shared}
    ends = {one.end: one for one in shared}
    for figure in ages:
        before = next((ends[at] for at in range(figure.start - 1, figure.start - _BEFORE, -1) if at in ends), None)
        after = starts.get(figure.end + 1)
        if before and behind_name(document, before, figure):
            yield figure, before.surname
        elif after and points_back(document, figure):
            yield figure, after.surname


def aged_figures(document: Document) -> list[Figure]:
    """The ages of an article, with those that only the words before them tell from a count."""
    lower = document.folded.lower
    return [
        figure
        for figure in document.figures
        if (figure.kind == "age" and figure.value > 0)
        or (
            figure.kind == "number"
            and _CHILD <= figure.value < _OLDEST
            and not (figure.counted or figure.qualifier or figure.unit or figure.value % 1)
            and _is_age(lower, figure)
        )
    ]


def _is_age(lower: str, figure: Figure) -> bool:
    """Whether the words beside a number make it an age."""
    if not _ENDS.match(lower, figure.end):
        return False
    before = lower[max(0, figure.start - 46) : figure.start]
    if _IS_CHILD.search(before) or (before.endswith(", ") and _TURNED.match(lower, figure.end)):
        return True
    return figure.value >= YOUNGEST and bool(_IS_AGE.search(before) or _at_the_age(lower, figure))


def _at_the_age(lower: str, figure: Figure) -> bool:
    """Whether a sentence begins with an age: “At 58, Whitcombe …”."""
    return bool(lower.startswith(", ", figure.end) and _AT.search(lower, max(0, figure.start - 18), figure.start))


def _another_sort(document: Document, figure: Figure, other: Figure) -> bool:
    """Whether two ages are told in one sentence, or of a boy and a woman."""
    lower = document.folded.lower
    if document.sentence(figure.start) == document.sentence(other.start):
        return True
    sorts = {found[1] for one in (figure, other) if (found := _SORT.match(lower, one.number_end))}
    return len(sorts) > 1


def _called_so(document: Document, figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The only age before one, of somebody of the same trade: “a 19-year-old student … the 29-year-old student”."""
    called = _CALLED.match(document.folded.lower, figure.number_end)
    if called is None or len(earlier) != 1 or not _names_nobody(document, figure):
        return None
    other = earlier[0]
    before = _CALLED.match(document.folded.lower, other.number_end)
    introduced = _A.search(document.folded.lower, max(0, other.start - 10), other.start)
    alike = differ_in_one(printed(document, figure), printed(document, other))
    return other if alike and introduced and before is not None and before[1] == called[1] else None


def ages_beside(document: Document) -> Iterator[tuple[Figure, int]]:
    """The ages of today that stand beside the name of a person who is certain, with the person's number."""
    beside = with_people(document, aged_figures(document))
    return ((figure, who) for figure, who in beside if not of_another_time(document, figure))


def with_people(document: Document, ages: list[Figure], *, anybody: bool = False) -> Iterator[tuple[Figure, int]]:
    """Each age that stands beside the name of a person who is certain, with the person's number.

    With ``anybody`` also where somebody else may be meant: the son of Doreen Hale, 40.
    """
    people, at = document.people, 0
    for figure in ages:
        while at < len(people) and people[at].end <= figure.start:
            at += 1
        before = people[at - 1] if at else None
        if before and _is_before(document, before, figure, anybody=anybody):
            yield figure, before.who
        elif at < len(people) and people[at].who >= 0 and people[at].start >= figure.end:
            lower = document.folded.lower
            gap = lower[figure.end : min(people[at].start, figure.end + _BEFORE)]
            near = people[at].start - figure.end < _BEFORE and _BEFORE_NAME.match(gap)
            # “19-year-old Tobin Hale”, where nobody knows Tobin, is not the Hale of before
            if (near and not _has_first_name(document.folded.plain, people[at].start)) or (
                gap == ", " and _at_the_age(lower, figure) and _IS_NOW.match(lower, people[at].end)
            ):
                yield figure, people[at].who


def _is_before(document: Document, person: Person, figure: Figure, *, anybody: bool) -> bool:
    if person.who < 0 or person.possessive or person.modifier or figure.start - person.end > _BEFORE:
        return False
    if not (person.given or person.title or person.honorific) and _has_first_name(document.folded.plain, person.start):
        return False
    if not behind_name(document, person, figure):
        return False
    lower = document.folded.lower
    return anybody or not _ANOTHER.search(lower, max(0, person.start - _BEFORE), person.start)


def _has_first_name(plain: str, start: int) -> bool:
    """Whether a name that nobody knows stands before a surname: “Ysolde Hale” is not the Hale of before."""
    found = _WORD_BEFORE.search(plain, max(0, start - _BEFORE), start)
    return found is not None and found[1] not in _OPENERS


def of_another_time(document: Document, *figures: Figure) -> bool:
    lower = document.folded.lower
    for one in figures:
        sentence = document.sentence(one.start)
        start, end = max(sentence.start, one.start - _BEFORE), min(sentence.end, one.end + _BEFORE)
        # the date of a dateline is that of the article
        start = max(start, lower.rfind(" — ", start, one.start))
        # what somebody says is of a time of its own
        start = max(start, lower.rfind('"', start, one.start))
        quoted = lower.find('"', one.end, end)
        end = quoted if quoted >= 0 else end
        # "who is 53, bought it in 2009": the age is of today
        if lower.endswith((" who is ", " who is now "), start, one.start) or _aside(lower, one):
            end = one.end
        behind = lower[one.end : end]
        told = _THEN.search(lower, start, end)
        if told and not (told[0] == "since" and _HAS_SINCE.search(behind[: max(0, told.start() - one.end)])):
            return True
    return False


def _aside(lower: str, figure: Figure) -> bool:
    """Whether an age stands between two commas, and so is of today: “Hale, 44, had worked there since 2009”."""
    between = lower.endswith(", ", 0, figure.start) and lower.startswith(",", figure.end)
    return between and not _THEN_ASIDE.match(lower, figure.end)


def namesake(document: Document, figure: Figure) -> bool:
    """Whether the sentence of an age says that somebody has the name of somebody else."""
    places = document.memo("namesakes", lambda: [one.start() for one in _NAMESAKE.finditer(document.folded.lower)])
    if not places:
        return False
    sentence = document.sentence(figure.start)
    return bisect_left(places, sentence.start) < bisect_left(places, sentence.end)


def _names_nobody(document: Document, figure: Figure) -> bool:
    """Whether no name stands right behind “the 32-year-old”, which would bring in somebody new."""
    if document.folded.plain[figure.end + 1 : figure.end + 2].isupper():
        return False
    people = document.people
    return bisect_left(people, (figure.end,)) == bisect_left(people, (figure.end + _BEFORE,))


def points_back(document: Document, figure: Figure) -> bool:
    """Whether a figure is of something that the reader has met: “the 43 stores”."""
    lower = document.folded.lower
    return bool(_POINTS_BACK.search(lower, max(0, figure.start - 8), figure.start))
