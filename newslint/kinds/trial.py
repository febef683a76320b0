"""What only a court may say, where the article says that its case is open: the murderer, her crimes, he stole it."""

from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.expressions import singulars
from newslint.kinds.verdict_words import (
    ADJECTIVE,
    AGED,
    AS_FACT,
    BY_NAME,
    CLOSED,
    DOING,
    FURTHER,
    GUILT,
    IS_A,
    NAME,
    NO_DOUBT,
    OFFICIAL,
    OPENS,
    OWNED,
    SAID,
    SPEAKER,
    THAT_HE_DID,
    UNSURE,
    WHO_DID,
    WHY,
    WORDS,
)
from newslint.matching.words import Hits
from newslint.records import NamedTuple
from newslint.rule import Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span

# So many sentences must say that a case is open: a report on a case says it twice, others mention one.
_OPEN = 2
_ANCHORS = frozenset(
    """charged accused indicted arraigned remanded arrested trial guilty denies denied bail court custody suspicion
    hearing allegations""".split()
)


@form
class Trial(Form):
    """Silent where an article tells of a verdict, a plea of guilty or a confession."""

    labels: str = field(default="", metadata={"help": "a word list of what somebody is called who did it"})
    deeds: bool = field(
        default=False, metadata={"help": "report the deed told as a fact of the accused, and the guilt"}
    )


class _Case(NamedTuple):
    """Where an article speaks of a case that is open: everywhere, or in some paragraphs; who is accused, by surname."""

    throughout: bool
    paragraphs: frozenset[int]
    accused: frozenset[str]


def compile_rule(form: Trial, setting: Setting) -> Compiled:
    """``{match}`` is what a court has yet to say."""
    labels = frozenset(entry.lower() for entry in setting.lexicon.entries(form.labels)) if form.labels else frozenset()
    if form.labels and not labels:
        setting.problems.append(Problem(("labels",), f"no word list “{form.labels}”; expected one in lists/"))
    if not (form.labels or form.deeds):
        setting.problems.append(Problem((), "nothing to look for; expected `labels` or `deeds`"))
    longest = max((entry.count(" ") for entry in labels), default=0) + 1

    def find(document: Document, _: Hits) -> Iterable[Match]:
        case = document.memo("open case", lambda: _case(document))
        if case is None:
            return
        plain = document.folded.plain
        for sentence in document.sentences:
            if not case.throughout and document.paragraph(sentence.start).start not in case.paragraphs:
                continue
            text = plain[sentence.start : sentence.end]
            places = set(_deeds(text, case.accused)) if form.deeds else set()
            places |= set(_labels(text, labels, longest)) if labels else set()
            for start, end in sorted(places):
                span = Span(sentence.start + start, sentence.start + end)
                yield Match(span, {"match": document.text[span.start : span.end]})

    return Compiled(Anchors(_ANCHORS, always=False), find, frozenset({"match"}))


def _case(document: Document) -> _Case | None:
    """The open case of an article, if it speaks of one."""
    plain = document.folded.plain
    closed = bool(CLOSED.search(plain))
    accused: set[str] = set()
    paragraphs: set[int] = set()
    opens = 0
    for paragraph in document.paragraphs:
        text = plain[paragraph.start : paragraph.end]
        found = len(OPENS.findall(text))
        opens += found
        if found and not CLOSED.search(text):
            paragraphs.add(paragraph.start)
        names = NAME if found else AGED
        accused.update(one[1] for one in names.finditer(text) if not OFFICIAL.search(text, 0, one.start()))
    if not paragraphs:
        return None
    return _Case(not closed and opens >= _OPEN, frozenset(paragraphs), frozenset(accused))


def _labels(text: str, labels: frozenset[str], longest: int) -> Iterator[tuple[int, int]]:
    """Where a sentence calls somebody what only a verdict makes of him."""
    words = [(found.start(), found.end()) for found in WORDS.finditer(text)]
    lower = text.lower()
    for at, (start, _) in enumerate(words):
        if lower[start : words[at][1]] != "the":
            continue
        skipped = at + 1 < len(words) and bool(ADJECTIVE.fullmatch(lower, *words[at + 1]))
        for end in reversed([end for _, end in words[at + 1 : at + longest + skipped]]):
            named = "the " + lower[words[at + 2][0] : end] if skipped and end > words[at + 1][1] else lower[start:end]
            if any(one in labels for one in singulars(named)):
                after = FURTHER.match(text, end)
                if not after and not UNSURE.search(text, 0, start) and not SPEAKER.search(text):
                    yield start, end
                break


def _deeds(text: str, accused: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a sentence tells a deed as a fact, in nobody's words but the paper's."""
    for pattern in (AS_FACT, WHO_DID, BY_NAME, IS_A, THAT_HE_DID, DOING):
        for found in pattern.finditer(text):
            group = "deed" if found["deed"] else "noun"
            named = pattern is BY_NAME or (pattern is IS_A and found["who"] not in {"He", "She", None})
            if not SAID.search(_around(text, found.start(group))) and (not named or found["who"] in accused):
                yield found.span(group)
    for found in OWNED.finditer(text):
        if found["who"].removesuffix("'s") in accused and not SPEAKER.search(text):
            yield found.span("deed")
    for pattern in (GUILT, NO_DOUBT, WHY):
        for found in pattern.finditer(text):
            told = pattern is not WHY and SPEAKER.search(text)
            if not told and not UNSURE.search(text, 0, found.start("deed")):
                yield found.span("deed")


def _around(text: str, at: int) -> str:
    """What of a sentence bears on a deed: all of it, or what comes before a clause with “who” and that clause."""
    if not text[:at].rstrip().endswith("who"):
        return text
    end = text.find(",", at)
    return text[:end] if end > 0 else text
