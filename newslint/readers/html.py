"""HTML pages: the article's text out of all that a page holds, with a map back to the file."""

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.readers.page import article, head
from newslint.readers.parts import assemble
from newslint.readers.scan import Scan
from newslint.readers.vocabulary import HTML
from newslint.sourcemap import Zone

# What a fix may not bring into the text of a page, an attribute included.
MARKS = '<>&"\n\r'


def read(path: str, text: str, lexicon: Lexicon) -> Document:
    """The article in an HTML page."""
    scan = Scan(text, HTML)
    scan.run()
    parts = article(scan.parts)
    return assemble(path, text, lexicon, parts, (Zone(0, MARKS),), head(scan.meta, scan.data))
