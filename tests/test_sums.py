"""Sums in news: a sentence in, the figure out that the others do not make."""

import pytest

from newslint.kinds.one_figure import CHECKS
from newslint.lexicon import Lexicon
from newslint.readers.files import article


def found(check: str, text: str) -> list[str]:
    document = article("a.txt", text, Lexicon({}))
    return [document.text[here.start : here.end] for here, _ in CHECKS[check](document)]


@pytest.mark.parametrize(
    ("check", "text", "reported"),
    [
        ("change", "The toll was cut by a third to £4 from £8.", ["a third"]),
        ("change", "Rents jumped by 40 percent last year, from $500 to $600 a month.", ["40 percent"]),
        ("change", "The number of members has fallen by a third in ten years, from 900 to 800.", ["a third"]),
        ("change", "The subsidy was reduced from 500 to 300 crowns (20 percent).", ["20 percent"]),
        ("change", "Net profit fell 25 percent to 60 million euros, from 100 million the year before.", ["25 percent"]),
        ("change", "Support rose five percentage points to 48 percent from 40 percent.", ["five percentage points"]),
        ("change", "The fare rose by $2, from $14 to $18.", ["$2"]),
        ("change", "The number of pupils fell by 40, from 120 to 80.", []),
        ("sum", "The county sent 1,200 ploughs, plus another 60 from Kell. That makes 1,360 in all.", ["1,360"]),
        ("sum", "It owns 12 mills in Kell and another 11 in Orrford. That comes to 26 mills.", ["26"]),
        ("sum", "It owns 12 mills in Kell and another 11 in Orrford. That comes to 23 mills.", []),
        ("sum", "Of its 40 buses, 12 run on gas. The other 18 are electric.", ["18"]),
        ("sum", "Of its 40 buses, 12 run on gas and 10 on oil. The other 18 are electric.", []),
        ("sum", "The school has 120 teachers, 45 of them men. The remaining 65 are women.", ["65"]),
        ("sum", "The school has 120 teachers, 45 of them men. Ten left. The remaining 65 are women.", []),
        ("sum", "It won 365 seats in Kell. Of the 538 seats, the other 183 went to the left.", ["183"]),
        ("sum", "One of five divers was rescued. There was no word of the other three divers.", ["three"]),
        (
            "sum",
            "The claim is for $1.56 billion, of which $1.2 billion is for roads. The rest, $0.4 billion, is not.",
            [],
        ),
        ("sum", "Two of the seven judges dissented, and one was ill. The other four joined the opinion.", []),
        ("age", "Ysolde Hale, 21, was hurt in Kell. Hale, who had turned 18 in March, was a student.", ["18"]),
        ("age", "Ysolde Hale, 19, was hurt in Kell. Hale, who had turned 18 in March, was a student.", []),
        ("age", "Ysolde Hale, 18, was hurt. Hale, who would have turned 19 in March, was a student.", []),
        ("birth", "Hale, 63, took office in 2022. Hale, who was born in Kell in 1950, won.", ["1950"]),
        ("birth", "Hale, 63, took office in 2012. Hale, who was born in Kell in 1950, won.", []),
        ("birth", "Hale, 89, was ill. Hale, who was born in 1938, went home.", ["1938"]),
        ("birth", "Hale, 32, was made judge in 2015. The driver, who was born in 1974, was fined.", []),
        ("sum", "Of the 40 seats, 22 went to the left and the remaining 28 to the right.", ["28"]),
        ("sum", "It cut 1,400 jobs, 850 of them in Kell and the other 550 in Orrford.", []),
        (
            "sum",
            "It raised $3 million from firms and $2 million from donors, for a total of $6 million.",
            ["$6 million"],
        ),
        ("sum", "It raised $3.4 million from firms and $2.4 million from donors, for a total of $5.9 million.", []),
        ("sum", "Seven pupils came from Kell and nine from Orrford, a total of 16.", []),
        ("sum", "The board has 12 pools: five indoor pools, four lidos and four lake pools.", []),
        ("sum", "It runs 12 pools: five town pools, four open pools and four lake pools.", ["12"]),
        ("sum", "The firm owns 30 percent of the mill, and the state owns the other 60 percent.", ["60 percent"]),
        ("sum", "The plan passed with 62 percent in favour and 48 percent against.", ["48 percent"]),
        ("sum", "The 20-seat chamber has 11 Republicans and nine Democrats.", []),
        ("sum", "The board voted 9-6, with all 15 of its members voting.", []),
        ("change", "The population grew 3 percent a year, from 100,000 to 180,000.", []),
        ("change", "It rose by 20 percent in May after rising from 100 to 130 in April.", []),
        ("change", "Sales rose 12% to $3.4bn from $3bn, helped by a weak euro.", []),
        ("change", "The fee has been cut to £40 from £60, a third off.", []),
        ("direction", "Turnout fell from 48 percent to 54 percent.", ["54 percent"]),
        ("direction", "The price of wheat dropped to $260 a ton from $220.", ["$260"]),
        ("direction", "The fine rose from $500 to $1 million.", []),
        ("direction", "Temperatures rose from minus 5 to 3 degrees.", []),
        ("of-a-change", "The dollar index fell 2 percent, or 50 points, to 950.", ["2 percent"]),
        ("of-a-change", "Brent crude gained $1.20, or 1.5 percent, to $81.20 a barrel.", []),
        ("multiple", "It costs $8.75, nearly three times the $3 of last year.", []),
        ("multiple", "The council spent $3 million, double the $2 million it had planned.", ["$3 million"]),
        ("product", "The club sold 300 scarves at £12 apiece, bringing in £4,600.", ["£4,600"]),
        ("product", "A room costs $80 a night, so she paid $640 for seven nights.", ["$640"]),
        ("product", "A room costs $80 a night, so she paid $560 for seven nights.", []),
        ("product", "A room costs about $80 a night, so she paid $640 for seven nights.", []),
        ("product", "Each of the 14 teams got $2,000, a total of $26,000.", ["$26,000"]),
        ("product", "Each of the 14 teams got $2,000, and the winner $26,000.", []),
        ("exchange", "The film cost $4m (£2.1m). It has made $9m (£4.7m), not $8m (£2.4m).", ["£2.4m"]),
        ("exchange", "It cost $4m (£2.1m), and they got €3m ($3.6m) and $9m (£4.9m) of it back.", []),
        ("population", "The world has eight million people.", ["eight million"]),
        ("population", "In Brazil, a country of 213 billion people, it rains.", ["213 billion"]),
        ("population", "Bank of America has 200,000 people.", []),
        ("population", "Canada has a Sikh population of 700,000.", []),
        ("population", "The 37,000 people of Canada are free.", ["37,000"]),
        ("population", "The 37,000 people of western Canada are free.", []),
        ("sum", "The board has 30 places; it gave 12 to pupils, nine to parents and 11 to teachers.", ["30"]),
        ("sum", "The board has 30 places; it gave 12 to pupils, nine to parents and nine to teachers.", []),
        ("sum", "Of the 30 towns, 12 had more, nine had fewer and 14 had as many.", ["30"]),
        ("sum", "The board lost 9-7, with three of the board's 18 members absent.", ["18"]),
        ("sum", "She hired four cooks in May and six in June, taking the year's hires to 12.", ["12"]),
        ("sum", "She won two races in May and six in June, taking her total to 31.", []),
        ("sum", "The council has 45 seats, of which the left holds 20 and the right 28.", ["45"]),
        ("parts", "They were nine men, six women and two girls, 19 people in all.", ["19"]),
        (
            "multiple",
            "The tower is 90 metres high, twice the height of the old one, which was 60 metres.",
            ["90 metres"],
        ),
        ("multiple", "The tower is 90 metres high, twice the height of the old one, which was 44 metres.", []),
        ("share", "Turnout was 70 percent: 3,000 of the 6,000 members voted.", ["6,000"]),
        ("share", "A tip of 10 percent on a bill of $60 came to $9.", ["$9"]),
        ("share", "Four in 10 of the 500 pupils, some 300 in all, walk.", ["300"]),
        ("share", "The town is two-thirds Welsh; five of the six councillors are English.", []),
        ("share", "Two-thirds of the 90 members, or 50, voted yes.", ["50"]),
        ("share", "Half of the 300 workers, some 150, have left.", []),
        ("over-all", "Marlow won 55 percent of the vote and Keane took 49 percent.", ["49 percent"]),
        ("over-all", "Keane has 48 percent of the vote in the north and 60 percent in the south.", []),
        ("parts", "The bus carried 30 passengers, 45 of whom were hurt.", ["45"]),
        ("parts", "The crash killed 12 people: five adults and nine children.", ["12"]),
        ("parts", "Eight men and five women, 12 people in all, were charged.", ["12"]),
        ("parts", "About 60 people came in May, 70 in June and 80 in July, or 210 in all.", []),
        ("parts", "About 60 people came in May, 70 in June and 80 in July, or 240 in all.", ["240"]),
        ("parts", "The committee has 20 members, 12 Republicans and seven Democrats, and one independent.", []),
        ("parts", "The firm will spend $20 million, $4 million in Orme and $6 million in Hull.", []),
        ("margin", "The five-judge panel ruled 4-2 against the state.", ["five"]),
        ("margin", "He beat Keane by 200 votes, 1,450 to 1,150.", ["200"]),
        ("margin", "The bill passed the Senate 52-48 and the House by six votes, 219-213.", []),
        ("margin", "The mayor won with 52.4 percent to Keane's 47.3 percent, a margin of five points.", []),
    ],
)
def test_sums(check: str, text: str, reported: list[str]) -> None:
    assert found(check, text) == reported


@pytest.mark.parametrize(
    "text", ["from 1 to 2 " * 3_000, "12 of the 11 men, " * 3_000, "12 at $5 each, $3, " * 3_000, "3-2, by 4 " * 3_000]
)
def test_rows_of_figures_are_passed_over(text: str) -> None:
    assert sum(len(found(check, text)) for check in ("change", "parts", "margin")) < 6


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The towers hold 110 and 95 flats. Those two together have 215.", ["215"]),
        ("The towers hold 110 and 95 flats. Those two together have 205.", []),
        ("The hall holds 400 people and the yard 150. In all, 650 people could come.", ["650"]),
        ("The hall holds 400 people and the yard 150. In all, 650 people came, including the choir.", []),
        ("The farm had 320 sheep. Wolves killed 14 of them, and the owner now has 316.", ["316"]),
        ("The farm had 320 sheep. Wolves killed 14 of them, and the owner now has 316 with the new ones.", []),
        ("Five of the 17 hostages were freed on Monday and four on Tuesday. Ten are still being held.", ["Ten"]),
        ("Five of the 17 hostages were freed on Monday and four on Tuesday. Eight are still being held.", []),
        ("Floods killed 17 people in Orme and 26 in Kell, bringing the toll in the two towns to 46.", ["46"]),
        ("Floods killed 17 people in Orme and 26 in Kell, bringing the toll in the two towns to 43.", []),
        ("The two programs funded 63 firms. The firms have 12 sites. They still run 58.", []),
    ],
)
def test_totals_and_rests_of_a_sentence_of_their_own(found, text, reported):
    assert found("kind: figures\ncheck: sum", text) == reported
