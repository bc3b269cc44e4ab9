"""When two addresses are one page, and what a report is filed under."""

from datetime import date, timedelta

import pytest

from sidelight.model import Article
from sidelight.store.identity import canonical, first_key, ids_of, key_of, ordinal


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("HTTPS://News.Example/Dam", "https://news.example/Dam"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example:443/dam", "https://news.example/dam"),
        ("http://news.example:80/dam", "http://news.example/dam"),
        ("https://news.example:8443/dam", "https://news.example:8443/dam"),
        ("https://news.example/dam#top", "https://news.example/dam"),
        ("https://news.example/dam?utm_source=x", "https://news.example/dam"),
        ("https://news.example/dam?UTM_Source=x", "https://news.example/dam"),
        ("https://news.example/dam?fbclid=1&id=7", "https://news.example/dam?id=7"),
        ("https://news.example/dam?b=2&a=1", "https://news.example/dam?b=2&a=1"),
        ("https://news.example/dam?q=a%26b&gclid", "https://news.example/dam?q=a%26b"),
        (" https://news.example/dam\n", "https://news.example/dam"),
        ("https://[news.example/dam", "https://[news.example/dam"),
    ],
)
def test_an_address_is_stripped_of_what_does_not_name_the_page(
    url: str, page: str
) -> None:
    assert canonical(url) == page
    assert canonical(page) == page


@pytest.mark.parametrize(
    "field", ["id=7", "utm=x", "clid=7", "source=rss", "p=utm_source", "egclid=1"]
)
def test_what_may_name_the_page_stays(field: str) -> None:
    url = f"https://news.example/dam?{field}"

    assert canonical(url) == url


def test_keys_are_in_the_order_of_days() -> None:
    days = [None, date.min, date(2031, 5, 13), date(2031, 5, 14), date.max]
    articles = [
        Article("The dam held.", published=d.isoformat() if d else None) for d in days
    ]
    keys = [key_of(article) for article in articles]

    assert keys == sorted(keys)
    assert keys[-1] < 2**63
    for day, key in zip(days, keys, strict=True):
        assert first_key(ordinal(day)) <= key < first_key(ordinal(day) + 1)


def test_a_key_follows_from_text_and_day_alone() -> None:
    day = date(2031, 5, 14)
    one = Article("The dam held.", id="1", published=day.isoformat())
    same = Article("The dam held.", id="2", published=f"{day}T10:00:00Z")
    later = Article("The dam held.", published=(day + timedelta(1)).isoformat())

    assert key_of(one) == key_of(same) != key_of(later)


def test_an_id_is_the_reports_own_where_it_can_be() -> None:
    assert next(ids_of(Article("The dam held.", id="dam"))) == "dam"
    assert len(next(ids_of(Article("The dam held.", id="d" * 1_000)))) == 12


def test_the_last_id_is_one_that_no_other_report_has() -> None:
    url = "https://news.example/dam"
    *_, held = ids_of(Article("The dam held.", url=url))
    *_, broke = ids_of(Article("The dam broke.", url=url))

    assert held != broke
