"""So many persons or places, and the list of their names: whether the list has as many."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure
from newslint.language.numerals import worth
from newslint.patterns import regex

_NAME = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|the|de|del|da|bin|al|van|von|el)){0,4}(?: \([^()]{1,60}\))?"
_LIST = rf"(?P<list>{_NAME}(?:, {_NAME}){{0,6}},? and (?:the )?{_NAME})"
# What is listed by name, and nothing else: between commas a list may be of others.
_NAMED = (
    r"(?:countries|nations|states|cities|towns|villages|provinces|counties|districts|children|sons|daughters|brothers"
    r"|sisters|siblings|companies|firms|islands|airports|newspapers|clubs|grandchildren|men|women|suspects|victims)"
)
_AFTER_COLON = regex(rf"(?: [a-z'-]+){{0,3}} {_NAMED}(?:: | [–—-] ){_LIST}(?=[.;]| [–—-] |$)")
_BETWEEN_COMMAS = regex(
    rf"(?: (?:[a-z'-]+ )?{_NAMED}), {_LIST}(?=[.;]|$|, (?:were|was|are|is|have|had|has|will|signed|said|who|which"
    rf"|to)\b)"
)
_ROLES = regex(
    r"(?: [a-z'-]+){0,2} (?:people|relatives|family members|children|victims|members|dead|[A-Z][a-z]+s)(?:: | [–—-] )"
    r"(?P<list>[a-z0-9' ,-]{5,120}?)(?=[.;]| [–—-] |$)"
)
_ITEM = regex(
    r"(?:(?:the|his|her|their|its|a|an|one) )?(?:(?P<count>two|three|four|five|six|seven|eight|nine|ten|[2-9]) )?"
    r"(?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)$"
)
_PAIRS = frozenset(("parents", "twins", "grandparents"))
_SINGLE = frozenset(
    """wife husband mother father son daughter brother sister boy girl man woman driver teacher pilot child baby soldier
    policeman officer civilian grandmother grandfather aunt uncle cousin nephew niece widow girlfriend boyfriend fiancee
    teenager pupil student guard nurse doctor passenger friend""".split()
)
_PLURAL = frozenset(
    """sons daughters brothers sisters boys girls men women children soldiers policemen officers civilians pupils
    students guards nurses doctors passengers friends teachers grandchildren cousins diplomats
    babies teenagers family members
    relatives""".split()
)
_JOINT = regex(r",? and |, ")
_MOST = 12


def names_wrong(document: Document) -> Iterator[Pair]:
    """Each number of persons or places whose list has more or fewer, with itself."""
    for figure in document.figures:
        if figure.kind == "number" and 2 <= figure.value <= _MOST and not figure.qualifier and figure.value % 1 == 0:
            listed = _listed(document, figure)
            if listed and listed != figure.value:
                yield figure, figure


def _listed(document: Document, figure: Figure) -> int:
    """How many the list behind a figure names; 0 where none stands there, or none that can be counted."""
    plain, sentence = document.folded.plain, document.sentence(figure.start)
    end = min(sentence.end, figure.end + 300)
    for expression in (_AFTER_COLON, _BETWEEN_COMMAS):
        if found := expression.match(plain, figure.end, end):
            # a name with an "and" in it may be two: only two or more in it are counted with certainty
            return len(_JOINT.split(found["list"]))
    found = _ROLES.match(plain, figure.end, end)
    return _persons(found["list"]) if found else 0


def _persons(listed: str) -> int:
    """How many persons “his wife and two sons” are; 0 where one of the items leaves it open."""
    total = 0
    for item in _JOINT.split(listed):
        found = _ITEM.fullmatch(item.strip())
        if found is None:
            return 0
        noun = found["noun"]
        if found["count"]:
            if noun not in _PLURAL:
                return 0
            count = found["count"]
            total += int(count) if count.isdigit() else worth(count)
        elif noun in _PAIRS:
            total += 2
        elif noun in _SINGLE:
            total += 1
        else:
            return 0
    return total
