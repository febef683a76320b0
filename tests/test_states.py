"""Governors, senators and heads of agencies with their states and parties, held against the sheets."""

import datetime

import pytest

from newslint.document import Document
from newslint.facts import Facts
from newslint.factsheets import shelf
from newslint.kinds.office_reach import words_between
from newslint.kinds.parties import party_before, tag_behind
from newslint.linting import Linter
from newslint.readers.plain import paragraphs
from newslint.rulebook import load, shipped

BOOK = load([shipped()], [shipped() / "names"])
OF_OFFICES = ("wrong-office-holder", "wrong-party", "two-posts", "two-office-holders", "office-held-at-another-time")
LINTER = Linter([rule for rule in BOOK.rules if rule.id.removeprefix("names/") in OF_OFFICES], BOOK.lexicon)


def reported(text, published=None):
    day = datetime.date.fromisoformat(published) if published else None
    document = Document("a.txt", text, BOOK.lexicon, blocks=paragraphs(text), published=day)
    report = LINTER.report([document])
    assert not report.errors, report.errors
    return [finding.rule.removeprefix("names/") for finding in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Texas Governor Rick Scott spoke.",
        "New Jersey Gov. Andrew Cuomo spoke.",
        "Gov. Greg Abbott of Florida spoke.",
        "Gov. Rick Scott, R-Texas, spoke.",
        "Sen. Ted Cruz (R-Fla.) spoke.",
        "Ohio Sen. Lindsey Graham spoke.",
        "The Ohio senator, Lindsey Graham, spoke.",
        "Lindsey Graham, the senator from Ohio, spoke.",
        "Andrew Cuomo, the governor of Texas, spoke.",
        "Georgia Gov. Rick Perry spoke.",
        "New York Gov. Chris Christie spoke.",
        "Washington Gov. Jerry Brown spoke.",
        "Labor Secretary Janet Napolitano spoke.",
        "Defense Secretary John Kerry spoke.",
        "Attorney General Joe Biden spoke.",
        "CIA Director James Comey spoke.",
        "House Speaker Mitch McConnell spoke.",
        "EPA Administrator Craig Fugate spoke.",
        "FEMA Director Robert Mueller spoke.",
        "South Korean Prime Minister Moon Jae-in spoke.",
        "President Imran Khan spoke.",
        "Deputy Secretary of State Ashton Carter spoke.",
        "RNC Chairman Howard Dean spoke.",
        "Sri Lankan President Sheikh Hasina spoke.",
        "Governor Chuck Schumer spoke.",
        "HHS Secretary Tom Vilsack spoke.",
        "Joint Chiefs Chairman John Kerry spoke.",
        "U.S. Sen. Marco Rubio of Texas spoke.",
        "Senate Majority Leader Nancy Pelosi spoke.",
        "Czech President Viktor Orban spoke.",
        "Prime Minister Bashar al-Assad spoke.",
        "Egyptian Prime Minister Hosni Mubarak spoke.",
        "NSA Director James Comey spoke.",
        "California Sen. Chuck Schumer, D-N.Y., spoke.",
    ],
)
def test_an_office_of_another(text):
    assert reported(text) == ["wrong-office-holder"]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ted Cruz, D-Texas, spoke.",
        "GOP Sen. Chuck Schumer spoke.",
        "Republican Gov. Andrew Cuomo spoke.",
        "Senator Chuck Schumer (R-N.Y.) spoke.",
        "Sen. Mitch McConnell (D) spoke.",
        "Democratic President George W. Bush spoke.",
        "Republican Senate Majority Leader Harry Reid spoke.",
    ],
)
def test_a_party_of_another(text):
    assert reported(text) == ["wrong-party"]


@pytest.mark.parametrize(
    "text",
    [
        "Former Florida Gov. Rick Scott, now a senator, spoke first.",
        "Sen. Rick Scott, R-Fla., and Gov. Ron DeSantis of Florida met.",
        "Then-Gov. Mike Pence of Indiana signed it in 2015.",
        "Gov. Mitt Romney of Massachusetts signed the law; Sen. Mitt Romney of Utah voted no.",
        "Utah Sen. Mitt Romney and Massachusetts Sen. Elizabeth Warren agree.",
        "Texas Gov. George W. Bush ran for president in 2000.",
        "Arkansas Gov. Bill Clinton and California Gov. Ronald Reagan were governors first.",
        "Georgia Gov. Jimmy Carter and Georgia Gov. Brian Kemp.",
        "Lt. Gov. Dan Patrick of Texas and Texas Lt. Gov. Dan Patrick spoke.",
        "The lieutenant governor of Texas, Dan Patrick, spoke.",
        "Texas state Sen. John Kennedy is somebody else.",
        "State Sen. Mike Johnson, D-Queens, voted no.",
        "New York Attorney General Andrew Cuomo sued in 2008.",
        "California Attorney General Kamala Harris sued the firm.",
        "Attorney General Kamala Harris of California sued the firm.",
        "Attorney General Richard Blumenthal of Connecticut sued the firm.",
        "Georgia Secretary of State Brian Kemp ran for governor.",
        "Secretary of State Brian Kemp, who oversees elections in Georgia, ran for governor.",
        "Secretary of State Katie Hobbs certified the Arizona vote.",
        "House Speaker Marco Rubio of Florida led the state house in 2007.",
        "The Federal Reserve governor, Ben Bernanke, spoke in 2004.",
        "Purdue President Mitch Daniels froze tuition. President Mitch Daniels said so.",
        "University of California President Janet Napolitano said so. President Janet Napolitano left in 2020.",
        "Washington Gov. Jay Inslee met President Barack Obama in Washington.",
        "In Washington President Barack Obama met the Russian leader.",
        "In New York President Vladimir Putin spoke at the United Nations.",
        "In Washington President Vladimir Putin spoke.",
        "Republican Sen. Lisa Murkowski of Alaska and Democratic Sen. Joe Manchin of West Virginia agreed.",
        "Sens. Ted Cruz of Texas and Mike Lee of Utah, both Republicans, objected.",
        "Sens. Ted Cruz, R-Texas, and Chris Murphy, D-Conn., objected.",
        "Sen. Bernie Sanders (I-Vt.) and Sen. Bernie Sanders (D-Vt.) are one man.",
        "Sen. Arlen Specter, D-Pa., was once Sen. Arlen Specter, R-Pa.",
        "Democratic National Committee Chairman Howard Dean and Republican National Committee Chairman Reince Priebus debated.",
        "If Gov. Mitt Romney were president, he said.",
        "Mayor Pete Buttigieg of South Bend spoke.",
        "New York Mayor Rudy Giuliani and New York Gov. George Pataki stood side by side.",
        "New York City Mayor Bill de Blasio and Gov. Andrew Cuomo of New York quarrelled.",
        "Georgia President Mikheil Saakashvili met Georgia Gov. Sonny Perdue.",
        "Georgian President Salome Zourabichvili spoke in Tbilisi.",
        "U.S. Sen. Barack Obama, D-Ill., and state Sen. Kirk Dillard spoke.",
        "Senator Hillary Clinton of New York and Senator John Edwards of North Carolina ran.",
        "Louisiana Sen. John Kennedy and Massachusetts Sen. John F. Kennedy are two men.",
        "Sen. John Kennedy, R-La., asked. Sen. John Kennedy of Massachusetts was elected president in 1960.",
        "Connecticut state Sen. Ted Kennedy Jr. spoke.",
        "Senate Majority Leader Harry Reid of Nevada and House Speaker Nancy Pelosi of California agreed.",
        "House Speaker Nancy Pelosi, D-Calif., agreed.",
        "Minority Leader Kevin McCarthy, R-Calif., did not.",
        "Deputy Secretary of State Antony Blinken and Deputy Defense Secretary Robert Work met.",
        "Former EPA Administrator Scott Pruitt was Oklahoma attorney general.",
        "Director Michael Brown of the film spoke. FEMA Director Michael Brown resigned.",
        "Pakistani Prime Minister Nawaz Sharif met Indian Prime Minister Narendra Modi.",
        "Lebanese Prime Minister Najib Mikati and former Lebanese Prime Minister Saad Hariri met.",
        "Iraqi President Jalal Talabani and Iraqi Prime Minister Nouri al-Maliki met.",
        "Hamas Prime Minister Ismail Haniyeh spoke in Gaza. Palestinian Prime Minister Ismail Haniyeh was dismissed.",
        "Sri Lankan President Mahinda Rajapaksa and Prime Minister Mahinda Rajapaksa are one man at two times.",
        "Prime Minister Ranil Wickremesinghe became President Ranil Wickremesinghe.",
        "Under President George W. Bush the office grew; under Secretary of State Colin Powell it shrank.",
        "Undersecretary of State William Burns spoke.",
        "Under Secretary of Defense Robert Hale spoke.",
        "Like Merkel, the French president favours a deal.",
        "According to Sarkozy, the German chancellor has agreed.",
        "For Obama, the Russian president remains a riddle.",
        "The senator from Texas, Ted Cruz, spoke. Ted Cruz, the senator from Texas, spoke.",
        "Ted Cruz, a Republican senator from Texas, spoke.",
        "Jon Corzine, the former governor of New Jersey and senator, spoke.",
        "Rick Perry, governor of Texas until 2015, became energy secretary.",
        "Energy Secretary Rick Perry and Interior Secretary Doug Burgum met.",
        "Agriculture Secretary Sonny Perdue of Georgia and Sen. David Perdue are cousins.",
        "U.S. Agriculture Secretary Sonny Perdue spoke.",
        "Ambassador Nikki Haley, the former South Carolina governor, spoke. U.S. Ambassador to the United Nations Nikki Haley spoke.",
        "Gov. Nikki Haley of South Carolina spoke.",
        "NCAA President Charlie Baker spoke; President Charlie Baker said more.",
        "Punjab Governor Salman Taseer was shot. Governor Salman Taseer was shot.",
        "Bank of England Governor Mark Carney spoke. Governor Mark Carney left.",
        "Canadian Prime Minister Mark Carney spoke. Prime Minister Mark Carney spoke.",
        "RBI Governor Raghuram Rajan left.",
        "“Gov. Hillary Clinton,” he joked.",
        "President-elect Joe Biden, Sen.-elect Mark Kelly and Gov.-elect Phil Murphy met.",
        "Acting FEMA Administrator Pete Gaynor spoke.",
        "Gen. Michael Hayden, director of the NSA, spoke. CIA Director Michael Hayden spoke.",
        "Gen. Mark Milley, chairman of the Joint Chiefs of Staff, spoke.",
        "Kansas Gov. Kathleen Sebelius became Health and Human Services Secretary Kathleen Sebelius.",
        "Senate President Joe Negron of Florida and Florida Senate President Joe Negron are one.",
        "Democratic Gov. Charlie Crist and Republican Gov. Charlie Crist are one man.",
        "Republican presidential candidate Mitt Romney and Democratic challenger Andrew Cuomo met.",
        "Sen. Tim Johnson (D-S.D.) and Rep. Tim Johnson (R-Ill.) met.",
        "Sen. Elizabeth Dole, R-N.C., and Sen. Bob Dole, R-Kan., are married.",
        "Sen. Mark Udall of Colorado and Sen. Tom Udall of New Mexico are cousins.",
        "Gov. Mike DeWine, formerly Sen. Mike DeWine of Ohio, spoke.",
        "West Virginia Gov. Joe Manchin and Virginia Gov. Mark Warner met. Virginia Sen. Mark Warner voted.",
        "The Kansas governor, Sam Brownback, spoke. Kansas Sen. Sam Brownback voted.",
        "Governor Jerry Brown of California and California's governor, Gavin Newsom, met.",
        "Puerto Rico Gov. Ricardo Rossello resigned.",
        "Louisiana Governor Huey Long was shot in 1935.",
        "President Reagan and Gov. Reagan are one.",
        "Jefferson County Commissioner Mike Johnson spoke. Commissioner Doug Shulman of the IRS spoke.",
        "Microsoft President Brad Smith and company President John Thune met.",
        "City Council Speaker Corey Johnson and Texas House Speaker Joe Straus met.",
        "Senate Minority Leader Mitch McConnell and Senate Majority Leader Mitch McConnell are one man.",
        "Texas Senate Majority Leader John Cornyn does not exist.",
        "Alaska Gov. Sarah Palin and Arizona Sen. John McCain ran together.",
        "Illinois Sen. Barack Obama and Delaware Sen. Joe Biden won.",
        "Delaware Attorney General Beau Biden spoke. Attorney General Beau Biden spoke.",
        "Kentucky Gov. Andy Beshear, son of former Kentucky Gov. Steve Beshear, spoke.",
        "Pennsylvania Gov. Bob Casey was the father of Pennsylvania Sen. Bob Casey.",
        "New Hampshire Gov. John Sununu and New Hampshire Sen. John Sununu are father and son.",
        "Rhode Island Gov. Lincoln Chafee and Sen. Lincoln Chafee, R-R.I., are one man.",
        "Iraqi Prime Minister Saddam Hussein is not what he was called most.",
        "Cuban Prime Minister Fidel Castro came to New York in 1960.",
        "Bangladesh's prime minister, Sheikh Hasina, fled.",
        "French Finance Minister Bruno Le Maire and Treasury Secretary Steven Mnuchin met. Treasury Secretary Steve Mnuchin left.",
        "Mexico City Mayor Claudia Sheinbaum and Mexico City Governor Andres Manuel Lopez Obrador met.",
        "New Mexico Gov. Michelle Lujan Grisham spoke. Baja California Gov. Jaime Bonilla spoke.",
        "Virginia Republican Governor Glenn Youngkin spoke. GOP Gov. Phil Scott of Vermont spoke.",
        "Washington state Gov. Christine Gregoire spoke.",
        "Washington Gov. Gary Locke became Commerce Secretary Gary Locke and Ambassador Gary Locke.",
        "Director of National Intelligence Dan Coats, a former senator from Indiana, spoke.",
        "Indiana Sen. Dan Coats, R-Ind., spoke.",
        "Secretary of Defense Robert Gates, former President Robert Gates of Texas A&M University, spoke.",
        "COP26 President Alok Sharma spoke; President David Miliband of the International Rescue Committee spoke.",
    ],
)
def test_what_is_right_or_cannot_be_told(text):
    assert reported(text) == []


def test_a_senator_before_his_time():
    text = "Ohio Sen. Rob Portman spoke."
    assert reported(text) == []
    assert reported(text, "2015-06-01") == []
    assert reported(text, "2007-06-01") == ["wrong-office-holder"]


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Senate Minority Leader Mitch McConnell spoke.", "2018-03-01", True),
        ("House Majority Leader Kevin McCarthy spoke.", "2021-03-01", True),
        ("Senate Majority Leader Mitch McConnell spoke.", "2018-03-01", False),
        ("Senate Minority Leader Mitch McConnell spoke.", None, False),
        ("Senate Minority Leader Mitch McConnell spoke.", "2015-01-10", False),
        ("Former Senate Minority Leader Mitch McConnell spoke.", "2018-03-01", False),
        ("Senate Minority Leader Mitch McConnell spoke against it in 2009.", "2018-03-01", False),
        ("House Minority Leader Nancy Pelosi spoke.", "2020-03-01", False),
    ],
)
def test_the_other_side_of_the_house(text, day, found):
    assert reported(text, day) == ["wrong-office-holder"] * found


@pytest.fixture(scope="module")
def facts():
    return BOOK.lexicon.facts()


@pytest.mark.parametrize(
    ("text", "party", "place"),
    [
        (", R-Texas, spoke", "Republican", "texas"),
        (" (D-N.Y.) spoke", "Democrat", "state of new york"),
        (", D-W.Va., spoke", "Democrat", "west virginia"),
        (" (I-VT) spoke", "independent", "vermont"),
        (" (R) spoke", "Republican", ""),
    ],
)
def test_the_letter_behind_a_name(facts, text, party, place):
    document = Document("a.txt", text, BOOK.lexicon, blocks=paragraphs(text))
    tag = tag_behind(facts, words_between(document, 0, len(text)))
    assert (tag.party, tag.place) == (party, place)


@pytest.mark.parametrize("text", ["", " spoke", ", R, spoke", ", D-Queens,", ", r-texas,", ", X-Texas,", " (", ", R-"])
def test_no_letter_of_a_party(facts, text):
    document = Document("a.txt", text, BOOK.lexicon, blocks=paragraphs(text))
    assert tag_behind(facts, words_between(document, 0, len(text))) is None


def test_the_party_before_a_title():
    assert party_before("the republican governor", 0, 23) == "Republican"
    assert not party_before("democratic national committee chairman", 0, 38)
    assert not party_before("the governor", 0, 12)


def test_names_that_a_state_shares(facts):
    assert [office.name for office in facts.find("governor", "georgia")] == ["governor of the State of Georgia"]
    assert [office.name for office in facts.find("president", "georgia")] == ["president of Georgia"]
    assert [office.name for office in facts.find("mayor", "new york")] == ["mayor of New York City"]
    assert facts.ambiguous("New York")
    assert not facts.ambiguous("Texas")
    assert facts.country_of("Texas") == "united states"


def test_every_state_has_its_governors_and_senators(facts):
    governors = [office for office in facts.anywhere["gov"] if office.place != "Puerto Rico"]
    assert len(governors) == len(facts.anywhere["senator"]) == 50
    assert all(facts.since[office.name] <= 20010131 for office in (*governors, *facts.anywhere["senator"]))
    assert all(facts.held(person) for person in facts.party)


def test_a_desks_own_parties(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(
        "source: us\ncovers: 2000-01-01 .. 2030-12-31\nshort: |\n  Ruritania = Rur\nparties: |\n  Joe Quimby = Democrat\n",
        "utf-8",
    )
    made, mistakes = shelf([], [path], ())
    assert not mistakes
    own: Facts = made()
    assert own.party == {"Joe Quimby": "Democrat"}
    assert own.short == {"ruritania": "ruritania", "rur": "ruritania"}


@pytest.mark.parametrize("line", ["Joe Quimby", "Joe Quimby = R", "Joe Quimby = Labour"])
def test_a_party_that_no_letter_stands_for(tmp_path, line):
    path = tmp_path / "own.yaml"
    path.write_text(f"source: us\ncovers: 2000-01-01 .. 2030-12-31\nparties: |\n  {line}\n", "utf-8")
    _, mistakes = shelf([], [path], ())
    assert [str(one) for one in mistakes] == [f"{path}:4:3: expected “name = Republican”, Democrat or independent"]
