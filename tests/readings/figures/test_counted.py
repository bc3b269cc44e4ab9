"""What is counted: the head of the noun phrase beside a figure."""

import pytest

from sidelight.readings import figures


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("12 people were killed.", "person"),
        ("The company cut 340 jobs.", "job"),
        ("It announced 340 job cuts.", "job cut"),
        ("More than 5,700 categories of products.", "category"),
        ("Two other men left.", "man"),
        ("All 32 member states signed.", "member state"),
        ("Some 460 Kia and Hyundai vehicles.", "vehicle"),
        ("About 28,500 U.S. troops are there.", "u.s. troop"),
        ("One of the city's ministers left.", "minister"),
        ("Thousands of lives were lost.", "life"),
        ("One in five children is hungry.", "child"),
        ("5% of GDP.", "gdp"),
        ("It kept 60% of its market value.", "market value"),
        ("78 per cent of the deal will be paid.", "deal"),
        ("Two-thirds of voters agree.", "voter"),
        ("Half the condos are sold.", "condo"),
        ("the 2% defense spending target", "defense spending target"),
        ("A $3bn deal was signed.", "deal"),
        ("It gave $5 billion in military aid.", "military aid"),
        ("It used 600 tons of refined petroleum.", "refined petroleum"),
        ("The plan is 3.5% for core defence.", "core defence"),
        ("He got 18 years in prison.", "prison"),
        ("Oil cost $52 a barrel.", "per barrel"),
        ("At least 40 were injured.", "injured"),
        ("12 dead and more missing.", "dead"),
        ("Unemployment rose to 4.2%.", "unemployment"),
        ("The death toll has now risen to 14.", "death toll"),
        ("Inflation in the euro zone fell to 2.1%.", "inflation"),
        ("They are raising the minimum wage to $15.", "minimum wage"),
        ("It had winds of at least 74 mph.", "wind"),
        ("It was sold at a price of $5 million.", "price"),
    ],
)
def test_names_what_is_counted(text: str, counts: str) -> None:
    assert figures.read(text)[0].counts == counts


@pytest.mark.parametrize(
    "text",
    [
        "It rose 5 percent this year.",
        "Some 12 came.",
        "It fell 3% for months.",
        "He paid $400, and left.",
    ],
)
def test_says_nothing_where_it_is_not_plain(text: str) -> None:
    [figure] = figures.read(text)

    assert figure.counts == ""


def test_both_ends_of_a_change_count_one_thing() -> None:
    found = figures.read("Unemployment fell from 5 percent to 4 percent.")

    assert [figure.counts for figure in found] == ["unemployment", "unemployment"]
