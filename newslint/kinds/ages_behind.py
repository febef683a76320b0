"""Which ages stand behind a name: not the age of the next name, nor a count of votes or goals in parentheses."""

from newslint.document import Document
from newslint.language.figures import Figure
from newslint.language.people import Person
from newslint.patterns import regex

_AFTER_NAME = regex(
    r"(?:,| \() ?(?:(?:aged?|now|at) )?(?:(?:who (?:is|turned)|an?|the) )?$|,? (?:is|is now|aged|turned) $"
    r"|, of [a-z' ]{3,25},(?: who is| aged)? $|, (?:an?|the) (?:[a-z-]+ ){0,3}[a-z-]{4,}, $"
    r"|, (?:an?|the) (?:[a-z-]+ ){1,6}who (?:is|is now|turned) $"
)
_IN_PARENTHESES = regex(r"[^\W\d_] \(([0-9]{1,3})\)")
_COUNTED = regex(
    r"\b(?:votes?|endors\w+|leads?|led|followed by|points?|goals?|scor\w+|rebounds?|assists?|seats?|medals?|wins|ranked"
    r"|nominations?|tallie[sd]|caps|titles|games|runs|wickets|polls?|percent)\b"
)


def counts_in_parentheses(document: Document) -> bool:
    """Whether an article sets counts behind names: “Hale (17) and Marsh (12) lead”."""
    return document.memo("counts in parentheses", lambda: _has_counts(document))


def _has_counts(document: Document) -> bool:
    lower, end, beside = document.folded.lower, -1, 0
    for found in _IN_PARENTHESES.finditer(lower):
        sentence = document.sentence(found.start())
        beside = beside + 1 if sentence.end == end else 1
        end = sentence.end
        if beside == 2 and _COUNTED.search(lower, *sentence):
            return True
    return False


def behind_name(document: Document, person: Person, figure: Figure) -> bool:
    """Whether an age stands right behind a name: not in “Alma Hale, 90-year-old Orlo Marsh” or a list of votes."""
    lower, plain = document.folded.lower, document.folded.plain
    if not _AFTER_NAME.fullmatch(lower, person.end, figure.start):
        return False
    if lower.endswith("(", 0, figure.start):
        return not counts_in_parentheses(document)
    of_the_next = lower.endswith(", ", person.end, figure.start) and lower.endswith(
        "-year-old", figure.start, figure.end
    )
    return not (of_the_next and plain[figure.end + 1 : figure.end + 2].isupper())
