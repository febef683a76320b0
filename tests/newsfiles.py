"""Files as newsrooms have them, made by the tests: Word documents out of their parts, one article in each format."""

import io
import json
import zipfile

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{''.join(inside)}</w:p>"


def commented(number, text):
    """A stretch of a paragraph on which a comment hangs."""
    called = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{run(text)}<w:commentRangeEnd w:id="{number}"/>{called}'


def docx(*paragraphs, comments=(), footnotes=(), styles=(), links=(), more=()):
    """A Word document; ``comments`` and ``footnotes``: pairs of an id and a text, ``styles``: of an id and a name."""
    parts = {"word/document.xml": f"<w:document {_WORD}><w:body>{''.join(paragraphs)}</w:body></w:document>"}
    for name, notes in (("comment", comments), ("footnote", footnotes)):
        if notes:
            inside = "".join(f'<w:{name} w:id="{at}">{paragraph(run(text))}</w:{name}>' for at, text in notes)
            parts[f"word/{name}s.xml"] = f"<w:{name}s {_WORD}>{inside}</w:{name}s>"
    if styles:
        inside = "".join(f'<w:style w:styleId="{at}"><w:name w:val="{name}"/></w:style>' for at, name in styles)
        parts["word/styles.xml"] = f"<w:styles {_WORD}>{inside}</w:styles>"
    if links:
        inside = "".join(f'<Relationship Id="{at}" Target="{to}" TargetMode="External"/>' for at, to in links)
        parts["word/_rels/document.xml.rels"] = f"<Relationships>{inside}</Relationships>"
    return zipped({**parts, **dict(more)})


def zipped(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return data.getvalue()


HEADLINE = "Ferry to Osk stopped after the storm"
BYLINE = "By Mira Tolland"
BODY = (
    "The gizmo of Brandt & Sons broke on Thursday, and 14 crossings were called off.",
    "“Nobody mended the gizmo,” said Jonas Ferrow, who runs the harbour.",
    "Ferry crews waited. The gizmo’s maker did not answer.",
)
CAPTION = "The gizmo, still on the quay, on Friday."
DAY = "2021-12-30"
_ESCAPED = [one.replace("&", "&amp;") for one in BODY]
_PARAGRAPHS = "\n".join(f"<p>{one}</p>" for one in _ESCAPED)
_FIGURE = f'<figure><img src="q.jpg"/><figcaption>{CAPTION}</figcaption></figure>'

_NEWSML = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1" standard="NewsML-G2">
<itemMeta><versionCreated>{DAY}T10:00:00Z</versionCreated></itemMeta>
<contentMeta>
<headline>{HEADLINE}</headline>
<by>{BYLINE}</by>
</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body>
{_PARAGRAPHS}
{_FIGURE}
</body></html></inlineXML></contentSet>
</newsItem>
"""
_NITF = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><docdata><date.issue norm="{DAY.replace("-", "")}T100000Z"/></docdata></head>
<body><body.head><hedline>
<hl1>{HEADLINE}</hl1>
</hedline>
<byline>{BYLINE}</byline></body.head><body.content>
{_PARAGRAPHS}
<media media-type="image"><media-reference source="q.jpg"/><media-caption>{CAPTION}</media-caption></media>
</body.content></body></nitf>
"""
_WXR = f"""\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Osk Mercury</title>
<item>
<title>{HEADLINE}</title>
<content:encoded><![CDATA[<!-- wp:paragraph -->
<p class="byline">{BYLINE}</p>
{_PARAGRAPHS}
{_FIGURE}]]></content:encoded>
<wp:post_date><![CDATA[{DAY} 10:00:00]]></wp:post_date><wp:post_type><![CDATA[post]]></wp:post_type>
</item>
</channel></rss>
"""
_NINJS = json.dumps(
    {
        "uri": "urn:x",
        "type": "text",
        "versioncreated": f"{DAY}T10:00:00Z",
        "body_xhtml": _PARAGRAPHS,
        "headline": HEADLINE,
        "byline": BYLINE,
        "associations": {"main": {"type": "picture", "description_text": CAPTION}},
    },
    indent=1,
)
_DOCX = docx(
    paragraph(run(HEADLINE), style="Titel"),
    paragraph(run(BYLINE), style="Byline"),
    *(paragraph(run(one[:9]), run(one[9:])) for one in _ESCAPED),
    paragraph(run(CAPTION), style="Caption"),
    styles=(("Titel", "Title"), ("Byline", "Byline"), ("Caption", "caption")),
)
# One article in each format that newslint reads.
SAME = {
    "a.txt": f"---\ndate: {DAY}\n---\n{HEADLINE}\n\n{BYLINE}\n\n" + "\n\n".join(BODY) + f"\n\nPhoto: {CAPTION}\n",
    "a.md": f"---\ntitle: {HEADLINE}\nbyline: {BYLINE}\ndate: {DAY}\n---\n"
    + "\n\n".join(_ESCAPED)
    + f"\n\n![{CAPTION}](q.jpg)\n",
    "a.html": f'<html><head><title>Ferry | The Osk Mercury</title><meta property="article:published_time" content="{DAY}">'
    f'</head><body><article><h1>{HEADLINE}</h1>\n<p class="byline">{BYLINE}</p>\n{_PARAGRAPHS}\n{_FIGURE}\n</article></body></html>\n',
    "a.docx": _DOCX,
    "a.json": _NINJS,
    "newsml.xml": _NEWSML,
    "nitf.xml": _NITF,
    "wxr.xml": _WXR,
}
SAME = {name: data if isinstance(data, bytes) else data.encode() for name, data in SAME.items()}
