"""What articles state about offices, held against the sheets that come with newslint."""

import datetime

import pytest
from conftest import newslint

from newslint.document import Document
from newslint.kinds.article_days import article_date
from newslint.kinds.judging import judge
from newslint.linting import Linter
from newslint.readers.plain import paragraphs
from newslint.rulebook import load, shipped

BOOK = load([shipped()], [shipped() / "names"])
OF_OFFICES = (
    "wrong-office-holder",
    "office-holder-first-name",
    "office-holder-misspelt",
    "two-posts",
    "two-office-holders",
    "office-held-at-another-time",
)
PARTY = Linter([rule for rule in BOOK.rules if rule.id == "names/wrong-party"], BOOK.lexicon)
LINTER = Linter([rule for rule in BOOK.rules if rule.id.removeprefix("names/") in OF_OFFICES], BOOK.lexicon)


def article(text, published=None, path="a.txt"):
    day = datetime.date.fromisoformat(published) if published else None
    return Document(path, text, BOOK.lexicon, blocks=paragraphs(text), published=day)


def parties(text):
    return [finding.text for finding in PARTY.check(article(text))[0]]


def reported(*texts, published=None):
    documents = [article(text, published, f"{at}.txt") for at, text in enumerate(texts)]
    report = LINTER.report(documents, story=len(documents) > 1)
    assert not report.errors, report.errors
    return [(finding.rule.removeprefix("names/"), finding.text) for finding in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Italian Prime Minister Angela Merkel spoke.",
        "Italy’s prime minister, Angela Merkel, spoke.",
        "The prime minister of Italy, Angela Merkel, spoke.",
        "Prime Minister of Italy Angela Merkel spoke.",
        "Angela Merkel, the Italian prime minister, spoke.",
        "Angela Merkel, prime minister of Italy, spoke.",
        "Angela Merkel is the Italian prime minister.",
        "Former Italian Prime Minister Angela Merkel spoke.",
        "The embattled Italian prime minister, Angela Merkel, spoke.",
        "On Tuesday Italian Prime Minister Angela Merkel spoke.",
        "FBI Director Angela Merkel spoke.",
        "House Speaker Angela Merkel spoke.",
        "The visit of Secretary of State Angela Merkel was short.",
        "President Angela Merkel spoke.",
        "NATO Secretary General Angela Merkel spoke.",
        "US Prime Minister Donald Trump spoke.",
        "President Angela Merkel of France spoke.",
        "Italian leader Angela Merkel spoke.",
        "Fijian Foreign Minister Angela Merkel spoke.",
        "Russian Defence Minister Sergei Lavrov spoke.",
        "French President Lionel Messi spoke.",
        "French Finance Minister Wolfgang Schaeuble spoke.",
        "The hall was full.\n\nPresident John McCain spoke.",
        "London Mayor Bill de Blasio spoke.",
        "US FBI Director Steven Mnuchin spoke.",
        "The US CIA director, Steven Mnuchin, spoke.",
        "Defence Secretary David Davis spoke.",
        "Turkish Health Minister Binali Yildirim spoke.",
        "Indian Railway Minister Sushma Swaraj spoke.",
        "French Health Minister Arnaud Montebourg spoke.",
        "White House counsel Sean Spicer spoke.",
        "First Lady Hope Hicks spoke.",
        "Supreme Court Chief Justice Antonin Scalia spoke.",
        "Rep. Bill Flores, R-Fla., spoke.",
        "Ohio Congressman Trey Gowdy spoke.",
        "Then-Italian Prime Minister Angela Merkel spoke.",
    ],
)
def test_an_office_that_somebody_never_held(text):
    assert [rule for rule, _ in reported(text)] == ["wrong-office-holder"]


@pytest.mark.parametrize(
    "text",
    [
        "German Chancellor Angela Merkel spoke.",
        "Chancellor Merkel spoke.",
        "Deputy Italian Prime Minister Angela Merkel spoke.",
        "Italian Deputy Prime Minister Angela Merkel spoke.",
        "West German Chancellor Emmanuel Macron spoke.",
        "The wife of Italian Prime Minister Giuseppe Conte, Angela Merkel and others spoke.",
        "Emmanuel Macron, the Italian prime minister Giuseppe Conte and others spoke.",
        "Emmanuel Macron, the Italian prime minister, Giuseppe Conte, and others spoke.",
        "An Italian prime minister, Angela Merkel said, must know.",
        "Allianz President Angela Merkel spoke.",
        "Italian Socialist leader Angela Merkel spoke.",
        "Angela Merkel, leader of Italy’s far left, spoke.",
        "Palestinian leader Ismail Haniyeh spoke.",
        "French President Marine Le Pen spoke.",
        "Israeli Prime Minister Shimon Peres spoke.",
        "Angela Merkel, president of the club, spoke.",
        "Angela Merkel, the Italian prime minister’s guest, spoke.",
        "Angela Merkel, the Italian prime minister in the film, spoke.",
        "Vice President Mike Pence and then-Vice President Al Gore spoke.",
        "Attorney General Angela Merkel spoke.",
        "The Merkel administration’s president, Angela Merkel’s friend, spoke.",
        "Had she won, President Hillary Clinton would have gone.",
        "Ukrainian Prime Minister Jan Unknown spoke.",
        "Queen Margrethe, Danish Prime Minister Mette Frederiksen and Swedish King Carl Gustaf spoke.",
        "“Italian Prime Minister Angela Merkel,” he read out.",
        "Rep. Bill Flores, R-Texas, and state Rep. Bill Flores, D-Waco, spoke.",
        "Scottish Health Secretary Nicola Sturgeon spoke.",
        "Indian Foreign Secretary Harsh Vardhan Shringla spoke.",
        "Vietnamese Prime Minister Pham Minh Chinh spoke.",
        "Brexit Minister David Jones spoke.",
        "Then-Deputy Defense Secretary Ashton Carter spoke.",
        "The joke was that Italian Prime Minister Angela Merkel had come.",
        "",
    ],
)
def test_what_is_right_or_cannot_be_told(text):
    assert reported(text) == []


def test_the_date_of_the_article_decides():
    text = "British Prime Minister Boris Johnson spoke."
    assert reported(text) == []
    assert reported(text, published="2020-03-01") == []
    assert reported(text, published="2018-03-01") == [("wrong-office-holder", text[:-7])]
    # he held it before: the article may look back
    assert reported(text, published="2024-03-01") == []
    # elected, not sworn in
    assert reported(text, published="2019-07-20") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The German chancellor, Gerhard Schröder, said in May 2012 that it was so.", True),
        ("In June 2015 the British prime minister, Theresa May, flew home.", True),
        ("In May 2021 US President Donald Trump signed the bill.", True),
        ("On 3 May 2008, President Barack Obama signed the bill.", True),
        ("The German chancellor, Gerhard Schröder, said in May 2002 that it was so.", False),
        ("President Barack Obama said in May 2019 that it was so.", False),
        ("British Prime Minister Boris Johnson said in May 2016 that it was so.", False),
        ("US President Donald Trump attacked the treaty in April 2012.", False),
        ("US President Donald Trump met those who left in April 2012.", False),
        ("US President Donald Trump was born in June 1946.", False),
        ("In July 2019 Theresa May, the British prime minister, resigned.", False),
        ("The accord was reached in 2014 under Ukrainian Foreign Minister Borys Tarasyuk.", True),
        ("As far back as 2015, Education Secretary Rod Paige had called for it.", True),
        ("Then-Secretary of State Condoleezza Rice saw it in 2011.", True),
        ("Nicolas Sarkozy, then French interior minister, spoke there in 2012.", True),
        ("Theresa May, who was home secretary in 2008, had promised a road.", True),
        ("The rule goes back to 2013, when Condoleezza Rice was secretary of state.", True),
        ("A 2012 memo from Attorney General John Ashcroft said so.", True),
        ("In a 2011 letter, Defense Secretary Donald Rumsfeld asked for time.", True),
        ("The museum, opened by Home Secretary Jack Straw in 2008, is shut.", True),
        ("It was Ukrainian President Leonid Kuchma who, in 2008, called for it.", True),
        ("The last visit, by Defence Secretary Geoff Hoon, was in 2012.", True),
        ("It was Home Secretary Jack Straw who gave the order in 2009.", True),
        ("Defense Secretary Chuck Hagel, who fought in Vietnam in 1968, spoke.", False),
        ("Under Home Secretary Jack Straw, the tax was raised in 2010.", True),
        ("In the spring of 2013, Home Secretary Jack Straw came to see it.", True),
        ("Then-Secretary of State Condoleezza Rice saw it in 2007.", False),
        ("Theresa May, who was home secretary in 2012, had promised a road.", False),
        ("A 2003 memo from Attorney General John Ashcroft said so.", False),
        ("Former Attorney General John Ashcroft said in 2016 that it was so.", False),
        ("In 1985, Chinese President Xi Jinping stayed in the town.", False),
        ("In 2016, Home Secretary Theresa May became prime minister.", False),
        ("Home Secretary Jack Straw set up the office, which was closed in 2012.", False),
        ("A 2014 report said then-CIA Director George Tenet had known.", False),
        ("In 2010, Prime Minister Gordon Brown was succeeded by David Cameron.", False),
        ("“The order was given in 2012 by Home Secretary Jack Straw,” he read.", False),
    ],
)
def test_the_month_that_the_sentence_names(text, found):
    assert [rule for rule, _ in reported(text)] == ["office-held-at-another-time"] * found


def test_a_title_of_today_in_an_article_from_after_his_time():
    text = "In 2004, Turkish President Abdullah Gül made a visit to the site."
    assert reported(text) == []
    assert reported(text, published="2010-05-03") == []
    assert reported(text, published="2017-05-03") == [("office-held-at-another-time", text[9:39])]
    # an article that calls somebody else president is from his days or later
    later = f"US President Donald Trump said so.\n\n{text}"
    assert reported(later) == [("office-held-at-another-time", text[9:39])]
    assert reported(f"In March 2017 the law was passed.\n\n{text}") == [("office-held-at-another-time", text[9:39])]
    assert reported(f"By 2030 there will be a bridge.\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Attorney General John Ashcroft told reporters that it was so.", True),
        ("The British home secretary, David Blunkett, will take part in the talks.", True),
        ("Attorney General John Ashcroft wrote the memo.", False),
        ("President Bill Clinton will speak on Tuesday.", False),
        ("Former Attorney General John Ashcroft will speak on Tuesday.", False),
        ("A book on Attorney General John Ashcroft will be out on Tuesday.", False),
        ("“Attorney General John Ashcroft will speak on Tuesday,” he read.", False),
    ],
)
def test_somebody_long_out_of_office(text, found):
    assert [rule for rule, _ in reported(text, published="2017-03-20")] == ["wrong-office-holder"] * found
    assert reported(text, published="2004-03-20") == []
    assert reported(text) == []


def test_parties_of_representatives():
    wrong = "Rep. Bill Flores, D-Texas"
    assert parties(f"{wrong}, spoke.") == [wrong]
    assert parties("Rep. Bill Flores (R-Texas) spoke.") == []
    assert parties("Republican Rep. Adam Schiff of California spoke.") == ["Republican Rep. Adam Schiff of California"]
    assert parties("Rep. Jeff Van Drew, D-N.J., became Rep. Jeff Van Drew, R-N.J., in 2020.") == []
    assert parties("State Rep. Bill Flores, D-Waco, spoke.") == []


def test_outside_the_span_nothing_is_said():
    assert reported("Italian Prime Minister Angela Merkel spoke.", published="2031-01-01") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks fail\n\nPublished 12 March 2019\n\nThey met.", 20190312),
        ("date 2021-12-30\n\nThey met.", 20211230),
        (
            "GENEVA, March 12, 2019 (Wire) — They met and talked for many hours about what to do next in the long war.",
            20190312,
        ),
        (
            "ANKARA (March 12, 2019) — They met and talked for many hours about what to do next in the long war.",
            20190312,
        ),
        ("By Ann Lee, March 12, 2019\n\nThey met.", 20190312),
        ("On March 12, 2019 - a Tuesday - they met and talked for many hours about what to do in the long war.", None),
        ("Talks fail\n\nOn 11 September 2001 they met, and many years went by before they could meet again.", None),
        ("Talks fail\n\nPublished 12 March\n\nThey met.", None),
        ("Talks fail\n\n3/4/2019\n\nThey met.", None),
    ],
)
def test_date_of_an_article(text, day):
    assert article_date(article(text)) == day


def test_slips_in_a_holders_name():
    assert reported("French President Emanuel Macron spoke.") == [("office-holder-first-name", "Emanuel Macron")]
    assert reported("French President Emmanuel Macorn spoke.") == [("office-holder-misspelt", "Emmanuel Macorn")]
    assert reported("Russian President Vladimr Putin spoke.") == [("office-holder-misspelt", "Vladimr Putin")]
    assert reported("Russian President Vladimir Puttin spoke.") == []  # may be somebody's way to write it
    assert reported("Gerhard Schroeder, the German chancellor, spoke.") == []
    assert reported("Ukrainian President Volodymyr Zelenskiy spoke.") == []


def test_articles_of_a_story():
    one, two = "Danish Foreign Minister Mads Holmgaard spoke.", "Danish Prime Minister Mads Holmgaard spoke."
    assert reported(one, two) == [("two-posts", two[:-7])]
    assert reported(one, one) == []


def test_a_desks_own_sheet(tmp_path):
    sheet = tmp_path / "own.yaml"
    sheet.write_text(
        "source: us\ncovers: 2000-01-01 .. 2030-12-31\nplaces: |\n  Springfield\noffices: |\n"
        "  Springfield: president\n    Joe Quimby: 2000-01-01 ..\n",
        "utf-8",
    )
    draft = tmp_path / "a.txt"
    draft.write_text("Springfield President Angela Merkel spoke.\n", "utf-8")
    select = ("--select", "names/wrong-office-holder")
    assert newslint("check", *select, draft).returncode == 0
    done = newslint("check", *select, "--facts", sheet, draft)
    assert done.returncode == 1
    assert "Springfield President Angela Merkel" in done.stdout.decode()
    sheet.write_text("covers: today\n", "utf-8")
    done = newslint("check", *select, "--facts", sheet, draft)
    assert done.returncode == 2


def test_the_facts_of_an_article(tmp_path):
    draft = tmp_path / "a.txt"
    draft.write_text("British Prime Minister Boris Johnson met Ruritanian Chancellor Joe Bloggs.\n", "utf-8")
    done = newslint("facts", draft)
    assert done.returncode == 0
    assert "1:1  right  British Prime Minister Boris Johnson" in done.stdout.decode()
    done = newslint("facts", "--date", "2018-03-01", draft)
    assert done.returncode == 1
    assert "in conflict  British Prime Minister Boris Johnson: Theresa May held it" in done.stdout.decode()
    assert newslint("facts", tmp_path / "none.txt").returncode == 2
    assert newslint("facts", "--date", "soon", draft).returncode == 2


def test_long_articles_are_read_once():
    text = "President, the president of the US, French President " * 4000
    assert judge(article(text), BOOK.lexicon.facts()) == []
