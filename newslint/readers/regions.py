"""What the paragraphs of a plain text are: headline, standfirst, byline, dateline, caption, heading or body."""

import re
from collections.abc import Sequence

from newslint.language.datelines import Dateline, dateline
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import fold

LONGEST_HEADLINE = 140
LONGEST_HEADING = 80
LONGEST_CAPTION = 900
LONGEST_STANDFIRST = 260
_BYLINE = regex(
    r"(?:By|BY) (?:[A-Z][\w.'’-]*,? +){1,5}[A-Z][\w.'’-]*"
    r"(?:(?: ?[,|/&–—] ?| - | )(?:(?:and|AND|of|for|in|the|de|van|von|at|with|al|el)\b|[A-Z][\w.'’-]*)){0,12}\s*\Z"
    r"|\(?(?i:(?:additional |further )?reporting|written|compiled|edited|editing|writing) (?i:by):? "
    r"[A-Z][\w'’-]*(?!\w)[^\n]{0,300}\Z"
)
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_NAMES = regex(rf"{_NAME}(?:(?:,| and|, and) {_NAME}){{0,4}}")
_PICTURE = "photo(?:graph)?|image|picture|photo combo|combo|combination|frame grab|video grab|frame|screenshot|handout"
_CAPTION = regex(
    r"(?i:[(\[]?(?:file )?(?:photo(?:graph)?|image|picture|caption|graphic|illustration|video)s?(?: credit)?\s?:)"
    r"|[(\[]?(?i:pictured)(?:\s?:| (?i:above|below|left|right)\b)|FILE(?: PHOTO)? ?[-–—:] ?(?=[A-Z(])"
    r"|Image (?=[A-Z])[^\n]{10,350}\bCredit\b"
    r"|In (?:this|a)(?: [\w.]+ \d{1,2},? \d{4},?| [\w.]+ \d{4},?| undated)?(?: file| handout| still)? "
    rf"(?:{_PICTURE})"
    r"(?:,| (?:taken|made|released|provided|posted|from|by)\b)"
    rf"|(?:File|Stock|Library|Handout|Undated) (?:{_PICTURE}) (?:of|shows?|showing|taken)\b"
    rf"|(?:This|A|An)(?: undated| file| handout| still| combination)* (?:{_PICTURE}) "
    r"(?:provided by|taken (?:on|in|from)|released by|obtained (?:by|from)|made available|shows )"
)
# Ends: the credit of a picture.
_AGENCY = (
    r"AP|AP Photo|AFP|Reuters|REUTERS|Getty|Getty Images|EPA|PA|PA Images|Bloomberg|Shutterstock|Alamy|iStock|UPI"
    r"|USA TODAY|Associated Press|The Associated Press|POLITICO|Xinhua|Anadolu Agency|Pool|Flickr(?:\.com)?"
    r"|Wikimedia Commons"
)
_NAMED = r"[A-Z][\w.'’-]*(?: +[\w.'’-]+){0,5}"
_CREDIT = regex(
    rf"(?:\((?:(?i:photo|image|picture|credit|file photo|screenshot)(?i: by| via| courtesy of|:)[^()\n]{{2,70}}"
    rf"|(?:{_AGENCY})(?:/[^()\n]{{2,60}}|, File)|[^()\n]{{2,60}}(?:/| via |, )(?:{_AGENCY})(?:, File)?)\)"
    rf"|\bREUTERS/{_NAMED}(?:/\w+)*|\b(?:Photographer|Photo|Photograph by): *[^\n]{{2,70}}"
    rf"|\| (?:{_NAMED}(?:/|, ))?(?:{_AGENCY})|(?:/| via )(?:Getty Images|AFP/Getty|Shutterstock|AP Photo))[.\s]*\Z"
)
# Characters at the end of a paragraph where a credit is looked for.
_LONGEST_CREDIT = 120
_CREDIT_ALONE = regex(rf"\(?(?:{_NAMED}(?:/| via |, ))?(?:{_AGENCY})(?: via [A-Z][\w ]+)?\)?\Z")
_METADATA = regex(
    r"(?:date|published|(?:last )?updated|posted|author|source|from|to|subject|tags?|section|category|title|slug"
    r"|url|link|editor|embargo\w*)\s?:|https?://|www\.|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d\d|[#*_=-]{3}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,"
    r"|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,4}\b[, \d:apm.-]{0,20}\Z",
    re.IGNORECASE,
)
_LETTER = regex(r"[^\W\d_]")
_CLOSING = "\"'”’)]"
_STOP = regex(r"(?<!\.)(?<![A-Z]\.[A-Z])(?<!\b(?:Inc|Ltd))(?<!\b(?:Co|Jr|Sr))\.")
_STOP_INSIDE = regex(r"[^\W\d_]{3}[.!?][\"'”’)]* +[A-Z\"'“‘]")
_LONG_WORD = regex(r"(?!(?:the|and|for|nor|but|with|from|into|over)\b)[^\W\d_][\w'’-]{2,}")


def regions(shown: Sequence[str]) -> list[str]:
    """The region of each paragraph, given without the blanks around it; "body" when in doubt."""
    return [_region(shown, number) for number in range(len(shown))]


def _region(shown: Sequence[str], number: int) -> str:
    block = shown[number]
    if len(shown) > 1 and _is_caption(block) and (number or _CREDIT.search(block)):
        return "caption"
    if len(block) > 400:
        return "body"
    if _is_byline(shown, number):
        return "byline"
    return (_opening_region(shown, number) if number < 4 else "") or _usual_region(shown, number)


def _opening_region(shown: Sequence[str], number: int) -> str:
    """What one of the first paragraphs is, or nothing if it is like any other."""
    block = shown[number]
    if found := _dateline(block):
        return "body" if found.end < len(block) else "dateline"
    if number == 0:
        return "headline" if len(shown) > 1 and _is_headline(shown) else "body"
    return "standfirst" if _is_standfirst(shown, number) else ""


def _usual_region(shown: Sequence[str], number: int) -> str:
    block = shown[number]
    if _METADATA.match(block) or _stops(block) or not _LETTER.search(block):
        return "body"
    return "heading" if _is_heading(shown, number) else "body"


def _stops(block: str) -> bool:
    """Whether a full stop ends it, and no abbreviation."""
    return _STOP.match(block, max(0, len(block.rstrip(_CLOSING)) - 1)) is not None


def _is_caption(block: str) -> bool:
    if len(block) > LONGEST_CAPTION:
        return False
    parted = "/" in block or "(" in block or " via " in block
    if parted and len(block) <= 400 and _CREDIT_ALONE.match(block):
        return True
    if _CAPTION.match(block):
        return True
    # every credit holds one of these
    if not (parted or ":" in block or "|" in block):
        return False
    return _CREDIT.search(block, max(0, len(block) - _LONGEST_CREDIT)) is not None


def _is_byline(shown: Sequence[str], number: int) -> bool:
    block = shown[number]
    if number == 1 and _NAMES.fullmatch(block) and len(shown) > 2 and _dateline(shown[2]):
        return True
    near_edge = number < 5 or number >= len(shown) - 3
    return (near_edge or not block.startswith(("By ", "BY "))) and _BYLINE.match(block) is not None


def _dateline(block: str) -> Dateline | None:
    text = fold(block, [Span(0, len(block))])
    return dateline(text, Span(0, len(block)))


def _is_headline(shown: Sequence[str]) -> bool:
    """The first paragraph, if short; one that ends with a full stop only where capitals or what follows show it."""
    block = shown[0]
    if len(block) >= LONGEST_HEADLINE or _METADATA.match(block) or not _LETTER.search(block):
        return False
    if not _stops(block):
        return True
    words = _LONG_WORD.findall(block)
    return _opens(shown, 1) or (len(words) > 2 and all(word[0].isupper() for word in words))


def _opens(shown: Sequence[str], number: int) -> bool:
    """Whether a paragraph is the byline, or begins with the dateline, that stands over a text."""
    if number >= len(shown):
        return False
    signed = shown[number].startswith(("By ", "BY ")) and _is_byline(shown, number)
    return signed or _dateline(shown[number]) is not None


def _is_standfirst(shown: Sequence[str], number: int) -> bool:
    """One sentence between the headline and the byline or dateline."""
    block = shown[number]
    if not 25 < len(block) <= LONGEST_STANDFIRST or _METADATA.match(block) or _STOP_INSIDE.search(block):
        return False
    if not _is_headline(shown) or not _opens(shown, number + 1):
        return False
    return number == 1 or (number == 2 and _is_byline(shown, 1))


def _is_heading(shown: Sequence[str], number: int) -> bool:
    """A short line without a final mark between two paragraphs, the next of which is longer and ends a sentence."""
    block = shown[number]
    if len(block) >= LONGEST_HEADING or number + 1 >= len(shown) or not block[0].isupper() or not block[-1].isalnum():
        return False
    before, after = shown[number - 1], shown[number + 1]
    return (
        before[-1] not in ":;,-–—"
        and len(after) > len(block)
        and after.rstrip(_CLOSING)[-1:] in (".", "!", "?", ":", "…")
    )
