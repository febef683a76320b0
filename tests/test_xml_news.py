"""NewsML-G2, NITF, RSS and WordPress exports: what rules see of them, and where that stands in the XML."""

import pytest

from newslint.lexicon import Lexicon
from newslint.readers.files import parse_all
from newslint.span import Span


def read(text):
    return parse_all("a.xml", text if isinstance(text, bytes) else text.encode(), Lexicon({}))


def seen(text):
    reading = read(text)
    assert not reading.mistakes, [str(one) for one in reading.mistakes]
    return [[(block.region, one.text[block.start : block.end]) for block in one.blocks] for one in reading.documents]


G2 = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>{}</contentMeta><contentSet>{}</contentSet></newsItem>'
NITF = "<nitf><head><title>T</title></head><body><body.head>{}</body.head><body.content>{}</body.content></body></nitf>"
RSS = "<rss><channel><title>Site</title><item>{}</item></channel></rss>"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (G2.format("<headline>A &amp; B</headline><headline>Short</headline><by>By Jo Orlik</by>", "<inlineXML><html><body><h2>Sub</h2><p>One <b>t</b>wo.</p></body></html></inlineXML>"), [("headline", "A & B"), ("byline", "By Jo Orlik"), ("heading", "Sub"), ("body", "One two.")]),
        (G2.format("<headline>Not read</headline><subject><name>No</name><headline>No</headline></subject>", "<inlineXML><n:nitf xmlns:n='x'><n:body><n:body.head><n:hedline><n:hl1>Head</n:hl1></n:hedline></n:body.head><n:body.content><n:p>Text.</n:p></n:body.content></n:body></n:nitf></inlineXML>"), [("headline", "Head"), ("body", "Text.")]),
        (G2.format("<headline>H</headline>", "<inlineData contenttype='text/plain'>One.\n\nTwo &lt; three.</inlineData>"), [("headline", "H"), ("body", "One."), ("body", "Two < three.")]),
        (G2.format("<headline>H</headline>", "<inlineData contenttype='text/html'>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</inlineData>"), [("headline", "H"), ("body", "One & two.")]),
        (G2.format("<headline>H</headline><description role='drol:summary'>In short.</description>", "<inlineXML><html><body><p>Text.</p></body></html></inlineXML>"), [("headline", "H"), ("standfirst", "In short."), ("body", "Text.")]),
        (NITF.format("<hedline><hl1>H</hl1><hl2>Sub</hl2></hedline><byline>By <person>Jo Orlik</person></byline><dateline><location>OSK</location></dateline><abstract><p>In short.</p></abstract>", "<block><p>On <chron>Friday</chron>.</p><hl2>More</hl2><p>Text.</p></block><media><media-reference>x</media-reference><media-caption><p>A cat.</p></media-caption><media-producer>Al Voss</media-producer></media>"), [("headline", "H"), ("standfirst", "Sub"), ("byline", "By Jo Orlik"), ("dateline", "OSK"), ("standfirst", "In short."), ("body", "On Friday."), ("heading", "More"), ("body", "Text."), ("caption", "A cat."), ("caption", "Al Voss")]),
        (NITF.format("<hedline><hl1>H</hl1></hedline>", "<p>A<![CDATA[ < b ]]>c &eacute; &#8217;x.</p><ul><li>one</li></ul><p/><p>End.</p>"), [("headline", "H"), ("body", "A < b c é ’x."), ("list", "one"), ("body", "End.")]),
        (NITF.format("<hedline><hl1>H</hl1></hedline><abstract><p>The ferry to Osk\nwas stopped.</p></abstract>", "<p>The ferry to Osk was stopped.</p><p>More.</p>"), [("headline", "H"), ("body", "The ferry to Osk was stopped."), ("body", "More.")]),
        (RSS.format("<title><![CDATA[A <i>head</i>]]></title><description>&lt;p&gt;Text.&lt;/p&gt;</description>"), [("headline", "A <i>head</i>"), ("body", "Text.")]),
        (RSS.format("<title>H</title><content:encoded xmlns:content='c'>One.\n\n[caption id=\"a\" align=\"b\"]&lt;img src=x/&gt; A cat[/caption]\n\nTwo [sic].\n[gallery ids=\"1,2\"]\n\n[embed]https://x.example/[/embed]</content:encoded><excerpt:encoded xmlns:excerpt='e'><![CDATA[In short.]]></excerpt:encoded>"), [("headline", "H"), ("standfirst", "In short."), ("body", "One."), ("caption", "A cat"), ("body", "Two [sic].")]),
    ],
)  # fmt: skip
def test_what_rules_see(text, blocks):
    assert seen(text) == [blocks]


def test_a_message_with_several_items():
    item = G2.format("<headline>{}</headline>", "<inlineData>Text {}.</inlineData>")
    items = "".join(f"\n{item.format(number, number)}" for number in (1, 2))
    documents = read(f"<newsMessage><header/><itemSet>{items}<packageItem/></itemSet></newsMessage>").documents
    assert [(one.text, one.number, one.position(0)[0]) for one in documents] == [
        ("1\n\nText 1.", 1, 2),
        ("2\n\nText 2.", 2, 3),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (G2.format("<contentCreated>2021-12-30T10:00:00Z</contentCreated>", ""), "2021-12-30"),
        ("<newsItem><itemMeta><versionCreated>2021-12-30</versionCreated></itemMeta></newsItem>", "2021-12-30"),
        ('<nitf><head><docdata><date.release norm="20211230T100000Z"/></docdata></head></nitf>', "2021-12-30"),
        ('<nitf><head><pubdata date.publication="20211230"/></head></nitf>', "2021-12-30"),
        (RSS.format("<pubDate>Thu, 30 Dec 2021 10:00:00 +0000</pubDate>"), "2021-12-30"),
        (RSS.format("<pubDate>Thu, 30 Foo 2021</pubDate>"), "None"),
        (RSS.format("<wp:post_date xmlns:wp='w'>2021-13-40</wp:post_date>"), "None"),
    ],
)
def test_the_day(text, day):
    (document,) = read(text).documents
    assert str(document.published) == day


def test_what_it_says_of_itself():
    (document,) = read(
        '<nitf><head><docdata><du-key key="ferry"/><doc-id id-string="x1"/></docdata></head></nitf>'
    ).documents
    assert (document.meta["du-key"], document.meta["doc-id"]) == ("ferry", "x1")


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_places_in_any_encoding(breaks):
    text = '<?xml version="1.0" encoding="iso-8859-1"?>\n<rss><item>\n<title>Café &amp; co</title>\n<description><![CDATA[é\n<p>Der gizmo</p>]]></description></item></rss>'
    text = text.replace("\n", breaks)
    (document,) = read(text.encode("iso-8859-1")).documents
    assert document.text.split("\n\n")[0] == "Café & co"
    for word, place in (("Café & co", (3, 8, 3, 21)), ("gizmo", (5, 8, 5, 13))):
        at = document.text.index(word)
        assert document.place(Span(at, at + len(word))) == place


@pytest.mark.parametrize(
    ("text", "message", "kept"),
    [
        ("<feed/>", "XML, but none that newslint reads", 0),
        ("<newsMessage/>", "holds no article", 0),
        ("", "not well-formed XML: no element found", 0),
        (RSS.format("<title>One</title>")[:-20], "not well-formed XML", 1),
        (RSS.format("<title>One</title></item><item><title>Tw"), "not well-formed XML: mismatched tag", 2),
        ('<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.format("<title>&a;</title>"), "declares entities of its own", 0),
        ("<rss>" + "<a>" * 600, "nested more than 500 deep", 0),
    ],
)
def test_what_cannot_be_read(text, message, kept):
    reading = read(text)
    assert len(reading.documents) == kept
    assert message in reading.mistakes[0].message


def test_what_a_page_outside_is_never_asked_for(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("TOP")
    text = f'<!DOCTYPE nitf SYSTEM "file://{secret}"><nitf><body><body.content><p>A &secret; B</p></body.content></body></nitf>'
    assert seen(text) == [[("body", "A &secret; B")]]
    reading = read(f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file://{secret}">]><nitf><body><p>&x;</p></body></nitf>')
    assert not any("TOP" in one.text for one in reading.documents)
