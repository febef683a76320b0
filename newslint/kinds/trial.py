"""What only a court may say, where the article says that its case is open: the murderer, her crimes, he stole it."""

from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.charges import Charge, charged_with, done_as_charged
from newslint.kinds.deed_words import (
    AS_FACT,
    BY_NAME,
    DID,
    DOING,
    DONE_BY,
    GUILT,
    HEADLINED,
    IS_A,
    NEXT_CLAUSE,
    NO_DOUBT,
    OWNED,
    TAKEN,
    THAT_HE_DID,
    WHAT_HE_DID,
    WHO_DID,
    WHY,
)
from newslint.kinds.expressions import singulars
from newslint.kinds.harm_words import HARM, KILLED, MISDEED, OWN, PERPETRATED
from newslint.kinds.verdict_words import (
    AGED,
    BROUGHT,
    CALLED,
    CLEARED,
    CLOSED,
    DECIDES,
    DENIES,
    DOUBTED,
    FIRST_NAMED,
    FLED,
    FURTHER,
    HIS_KIN,
    NAME,
    OFFICIAL,
    OFFICIALS_SAY,
    OPENS,
    OTHERWISE,
    RELAYED,
    SAID,
    SPEAKER,
    STILL,
    THERE_IS_ONE,
    UNSURE,
    WORDS,
)
from newslint.matching.words import Hits
from newslint.records import NamedTuple
from newslint.rule import Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span

# So many sentences must say that a case is open: a report on a case says it twice, others mention one.
_OPEN = 2
# A sentence that says it holds for so many, itself the first.
_AFTER = 4
# So much of a sentence is read, in characters: what is longer is none, and words would be weighed against all the rest.
_LONGEST = 1000
_ANCHORS = frozenset(
    """charged accused indicted arraigned remanded arrested trial guilty denies denied bail court custody suspicion
    hearing allegations accuse accuses charges charge suspect suspects suspected detained indictment lawsuit
    sued extradition extradited counts innocent innocence questioning questioned jury try tried deny denying
    prosecutors judge magistrate magistrates arrest prosecute complaint investigation defendant defendants""".split()
)


@form
class Trial(Form):
    """Silent where an article tells of a verdict, a plea of guilty or a confession."""

    labels: str = field(default="", metadata={"help": "a word list of what somebody is called who did it"})
    deeds: bool = field(
        default=False, metadata={"help": "report the deed told as a fact of the accused, and the guilt"}
    )
    harm: bool = field(
        default=False, metadata={"help": "report what the accused is told to have done in words of harm"}
    )


_NAMED = (BY_NAME, DONE_BY, IS_A, WHAT_HE_DID, TAKEN)


class _Case(NamedTuple):
    """Where an article speaks of an open case: everywhere, or near some sentences; who is accused, by surname."""

    throughout: bool
    near: frozenset[int]
    accused: frozenset[str]
    charge: Charge


def compile_rule(form: Trial, setting: Setting) -> Compiled:
    """``{match}`` is what a court has yet to say."""
    labels = frozenset(entry.lower() for entry in setting.lexicon.entries(form.labels)) if form.labels else frozenset()
    if form.labels and not labels:
        setting.problems.append(Problem(("labels",), f"no word list “{form.labels}”; expected one in lists/"))
    if not (form.labels or form.deeds or form.harm):
        setting.problems.append(Problem((), "nothing to look for; expected `labels`, `deeds` or `harm`"))
    longest = max((entry.count(" ") for entry in labels), default=0) + 1

    def find(document: Document, _: Hits) -> Iterable[Match]:
        case = document.memo("open case", lambda: _case(document))
        if case is None:
            return
        plain = document.folded.plain
        before = Span(0, 0)
        for sentence in document.sentences:
            text = plain[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
            paragraph = document.paragraph(sentence.start).start
            relayed = paragraph <= before.start and bool(
                RELAYED.search(plain, before.start, min(before.end, before.start + _LONGEST))
            )
            before = sentence
            near = sentence.start in case.near
            if not (case.throughout or near) or CLOSED.search(text):
                continue
            places = _told(text, case, form, relayed=relayed)
            if form.deeds and case.throughout and _in_headline(document, sentence.start):
                places |= set(_headline(text))
            places |= set(_labels(text, labels, longest, case, near=near))
            for start, end in sorted(places):
                span = Span(sentence.start + start, sentence.start + end)
                yield Match(span, {"match": document.text[span.start : span.end]})

    return Compiled(Anchors(_ANCHORS, always=False), find, frozenset({"match"}))


def _told(text: str, case: _Case, form: Trial, *, relayed: bool) -> set[tuple[int, int]]:
    """The deeds of a sentence that a rule reports: after somebody's words, of whom they may be, another rule does."""
    if not (form.deeds or form.harm):
        return set()
    places = set(_deeds(text, case.accused))
    if form.harm and not places:
        return set(_harm(text, case))
    return places if form.harm == relayed else set()


def _case(document: Document) -> _Case | None:
    """The open case of an article, if it speaks of one."""
    plain = document.folded.plain
    if not OPENS.search(plain):
        return None
    texts = [(one.start, plain[one.start : min(one.end, one.start + _LONGEST)]) for one in document.sentences]
    verdict = [bool(CLOSED.search(text)) for _, text in texts]
    closed = any(verdict)
    accused: set[str] = set()
    near: set[int] = set()
    charging: list[str] = []
    opens = 0
    for at, (_, text) in enumerate(texts):
        found = 0 if CLEARED.search(text) else len(OPENS.findall(text))
        opens += found
        charging += [text] if found else []
        names = NAME if found else AGED
        accused.update(one[1] for one in names.finditer(text) if not OFFICIAL.search(text, 0, one.start(1)))
        accused.update(one[1] for one in DENIES.finditer(text))
        if found and not any(verdict[at : at + 2]) and (not closed or STILL.search(text)):
            first = (FIRST_NAMED.match(one) for _, one in texts[at + 1 : at + 2])
            accused.update(one[1] for one in first if one and not OFFICIAL.search(one[0]))
            near.update(start for start, _ in texts[max(at - 1, 0) : at + _AFTER])
    if not near:
        return None
    return _Case(not closed and opens >= _OPEN, frozenset(near), frozenset(accused), charged_with(charging))


def _labels(text: str, labels: frozenset[str], longest: int, case: _Case, *, near: bool) -> Iterator[tuple[int, int]]:
    """Where a sentence calls somebody what only a verdict makes of him."""
    words = [found.span() for found in WORDS.finditer(text)]
    lower = text.lower()
    for at, (start, _) in enumerate(words):
        if lower[start : words[at][1]] != "the":
            continue
        skipped = at + 1 < len(words) and not OTHERWISE.fullmatch(text, *words[at + 1])
        for end in reversed([end for _, end in words[at + 1 : at + longest + skipped]]):
            named = "the " + lower[words[at + 2][0] : end] if skipped and end > words[at + 1][1] else lower[start:end]
            known = next((one for one in (*singulars(lower[start:end]), *singulars(named)) if one in labels), None)
            if known:
                court = bool(DECIDES.match(text, end) or BROUGHT.search(text, 0, start))
                unknown = THERE_IS_ONE.fullmatch(known)
                loose = unknown and (not near or SPEAKER.search(text))
                any_one = unknown and (FLED.match(text, end) or DID.match(text, end))
                unsure = any_one or FURTHER.match(text, end)
                if HIS_KIN.match(text, end):
                    loose = unsure = None
                elif OFFICIALS_SAY.match(text):
                    break
                if not unsure and (court or not (loose or UNSURE.search(text, 0, start))):
                    yield start, end
                break
    for found in CALLED.finditer(text):
        label = found["label"].lower()
        if found["who"] in case.accused and any("the " + one in labels for one in singulars(label)):
            yield found.span("label")


def _deeds(text: str, accused: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a sentence tells a deed as a fact, in nobody's words but the paper's."""
    for pattern in (AS_FACT, WHO_DID, BY_NAME, DONE_BY, IS_A, THAT_HE_DID, WHAT_HE_DID, DOING, TAKEN):
        for found in pattern.finditer(text):
            group = "deed" if found["deed"] else "noun"
            named = pattern in _NAMED and found["who"] not in {"He", "She", None}
            at = found.start(group)
            said = SAID.search(_around(text, at)) or DOUBTED.search(text, 0, at)
            if not said and (not named or found["who"] in accused):
                yield found.span(group)
    for found in OWNED.finditer(text):
        his = found["who"].startswith(("the ", "The ")) or found["who"].removesuffix("'s") in accused
        if his and not SPEAKER.search(text):
            yield found.span("deed")
    for pattern in (GUILT, NO_DOUBT, WHY):
        for found in pattern.finditer(text):
            told = pattern is not WHY and SPEAKER.search(text)
            unsure = pattern is not WHY and UNSURE.search(text, 0, found.start("deed"))
            if not told and not unsure:
                yield found.span("deed")


def _harm(text: str, case: _Case) -> Iterator[tuple[int, int]]:
    """Where the accused is told to have done harm, or just what he is charged with."""
    told = [
        (found.groupdict().get("who"), *found.span("deed"))
        for pattern in (HARM, OWN, KILLED, MISDEED, PERPETRATED)
        for found in pattern.finditer(text)
    ]
    for who, start, end in (*told, *done_as_charged(text, case.charge)):
        if (who is None or who in case.accused) and not DOUBTED.search(text, 0, start):
            around = _around(text, start)
            if not (SAID.search(around) or OPENS.search(around)):
                yield start, end


def _in_headline(document: Document, at: int) -> bool:
    """A headline marked as one, or a first line that is no sentence."""
    block = document.block(at)
    if block is None:
        return False
    first = block is document.blocks[0] and document.folded.plain[block.end - 1] not in '.!?”"'
    return block.region == "headline" or first


def _headline(text: str) -> Iterator[tuple[int, int]]:
    """What a headline says of the one who is in court: the man who shot his neighbour, killer nurse."""
    for found in HEADLINED.finditer(text):
        yield found.span("deed")


def _around(text: str, at: int) -> str:
    """What of a sentence bears on a deed: what comes before it, and its own clause."""
    who = text[:at].rstrip().endswith("who")
    comma = text.find(",", at)
    if who:
        return text[:comma] if comma > 0 else text
    clause = NEXT_CLAUSE.search(text, at)
    return text[: clause.start()] if clause else text
