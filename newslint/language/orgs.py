"""The organisations that a text names."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from newslint.language.names import (
    CAPITAL,
    Phrases,
    capitalised_runs,
    find_phrases,
    name_lists,
    openings,
    phrases,
)
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded

_ACRONYM = regex(r"[A-Z](?<![\w.&'/@#-].)[A-Z]{1,5}(?![\w&/]|\.\w)")
_NOT_ACRONYMS = frozenset(
    (
        "AM PM AD BC TV OK US UK USA UAE USSR DC DRC II III IV VI VII VIII IX XI XII CEO CFO COO MP MPs MEP PHOTO "
        "VIDEO AP GMT EST EDT PST PDT BST CET UTC DNA PC CD DVD HD ID IT PR HIV AIDS GDP GMO LGBT LGBTQ ATM SUV "
        "PhD QC VIP NEW THE AND FOR NOT BUT ALL YOU WHO"
    ).split(),
)
_OF = regex(rf" +(?:of|for)(?: +the)? +{CAPITAL}[\w'-]*(?: +{CAPITAL}[\w'-]*){{0,4}}")
# "Department of Health and Human Services", but not "University of Ohio and Smith College".
_TAIL = regex(rf" +(?:of|for)(?: +the)? +{CAPITAL}[\w'-]*(?: +(?:and +)?{CAPITAL}[\w'-]*){{0,4}}")
_MANY_FIELDS = frozenset({"department", "ministry", "committee", "commission", "office", "bureau", "council"})
_OF_HEADS = frozenset(
    (
        "academy agency association bank board bureau chamber church college commission committee confederation "
        "council court department federation institute ministry museum office party university union"
    ).split(),
)
_LEADING = frozenset({"the", "a", "an"})
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_LARGE = _SMALL.upper()


class Org(NamedTuple):
    """An organisation as printed; ``name`` in lower case."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=8)
def _listed(lexicon: Lexicon) -> Phrases:
    return phrases(lexicon.entries("organisations"))


def known_orgs(text: Folded, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Start, end and name of each organisation that the lists have."""
    return find_phrases(_listed(lexicon), text.plain)


def orgs(text: Folded, sentences: Sequence[Span], lexicon: Lexicon) -> tuple[Org, ...]:
    """The organisations in a text: known ones, names that end in an organisation's noun, and acronyms."""
    nouns, plain = lexicon.folded("org-nouns"), text.plain
    known = {(start, end) for start, end, _ in known_orgs(text, lexicon)}
    spans = set(known)
    begins = openings(text, sentences)
    for start, _, run in capitalised_runs(text):
        if (" " in run and _may_end_in(run, nouns)) or run.lower() in _OF_HEADS:
            spans.update(_ending_in_noun(plain, start, run, nouns, begins))
    spans = _without_names(plain, spans, known, lexicon)
    spans |= _acronyms(text, sentences)
    kept: list[Org] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Org(start, end, " ".join(text.lower[start:end].split())))
    return tuple(kept)


def _may_end_in(run: str, nouns: frozenset[str]) -> bool:
    """A look that spares most runs a closer one."""
    return not nouns.isdisjoint(run.lower().split(" ")) or "." in run or "," in run


def _ending_in_noun(
    plain: str,
    start: int,
    run: str,
    nouns: frozenset[str],
    begins: frozenset[int],
) -> list[tuple[int, int]]:
    spans, at, first = [], start, start
    words = []
    for piece in run.split(" "):
        low = piece.lower().rstrip(".,")
        if piece and not (first == at and low in _LEADING):
            words.append((at, piece.rstrip(","), low))
        elif piece:
            first = at + len(piece) + 1
        at += len(piece) + 1
    begin = 0
    for index, (where, piece, low) in enumerate(words):
        following = words[index + 1][2] if index + 1 < len(words) else ""
        if low not in nouns or following in nouns:
            continue
        end = where + len(piece)
        if low in _OF_HEADS and _OF.match(plain, end) and index + 1 == len(words):
            tail = (_TAIL if low in _MANY_FIELDS else _OF).match(plain, end)
            spans.append((words[begin][0], tail.end() if tail else end))
        elif index > begin and not (index == begin + 1 and words[begin][0] in begins and len(words[begin][1]) < 4):
            spans.append((words[begin][0], end))
        begin = index + 1
    return spans


def _without_names(
    plain: str,
    spans: set[tuple[int, int]],
    known: set[tuple[int, int]],
    lexicon: Lexicon,
) -> set[tuple[int, int]]:
    """Leaves out "Smith Supreme Court" where "Supreme Court" is known, but not "Ohio Supreme Court"."""
    ends = {end for _, end in known}
    before = name_lists(lexicon).belonging
    return {
        (start, end)
        for start, end in spans
        if (start, end) in known or end not in ends or plain[start:end].split(" ", 1)[0].lower() in before
    }


def _acronyms(text: Folded, sentences: Sequence[Span]) -> set[tuple[int, int]]:
    """Two to six capitals that do not stand in a sentence all in capitals."""
    plain, begins = text.plain, [sentence.start for sentence in sentences]
    verdicts: dict[int, bool] = {}
    spans = set()
    for hit in _ACRONYM.finditer(plain):
        if hit[0] in _NOT_ACRONYMS:
            continue
        which = bisect_right(begins, hit.start()) - 1
        if which >= 0 and which not in verdicts:
            verdicts[which] = _mostly_small(plain[sentences[which].start : sentences[which].end])
        if verdicts.get(which, True):
            spans.add(hit.span())
    return spans


def _mostly_small(text: str) -> bool:
    if text.isascii():
        # the same without a look at each letter
        letters = text.encode()
        small = len(letters) - len(letters.translate(None, _SMALL))
        return small > len(letters) - len(letters.translate(None, _LARGE))
    return sum(map(str.isupper, text)) * 2 < sum(map(str.isalpha, text))
