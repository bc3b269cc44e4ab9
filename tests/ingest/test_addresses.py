"""No way of writing an address, and no name, leads into a private network."""

from collections.abc import Sequence
from ipaddress import ip_address

import pytest

from sidelight.errors import AddressRefused, NotFetched
from sidelight.ingest.addresses import Addresses, place

PRIVATE = (
    "127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 "
    "169.254.169.254 100.64.0.1 192.0.0.1 198.18.0.1 224.0.0.1 240.0.0.1 "
    "255.255.255.255 192.0.2.1 ::1 :: fe80::1 fc00::1 fd12:3456::1 fec0::1 ff02::1 "
    "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 2002:7f00:1:: 2002:a00:1:: "
    "64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 2001:db8::1 100::1"
).split()
PUBLIC = "8.8.8.8 1.1.1.1 2606:4700::1111 2a00:1450:4001::1 64:ff9b::808:808".split()


def standing_for(*addresses: str) -> Addresses:
    def lookup(_host: str, _port: int) -> Sequence[str]:
        return addresses

    return Addresses(lookup=lookup)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_refused_whatever_wraps_it(address: str) -> None:
    with pytest.raises(AddressRefused, match="private network"):
        standing_for(address).checked(place("http://name.example/"), inside_too=True)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_the_one_to_connect_to(address: str) -> None:
    where = place("http://name.example/")

    assert standing_for(address).checked(where, inside_too=True) == (address, False)


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(AddressRefused):
        standing_for("8.8.8.8", "127.0.0.1").checked(
            place("http://name.example/"), inside_too=True
        )


@pytest.mark.parametrize(
    "written",
    "http://127.0.0.1/ http://localhost/ http://2130706433/ http://0x7f000001/ "
    "http://017700000001/ http://127.1/ http://[::1]/ http://[::ffff:7f00:1]/ "
    "http://127.0.0.1.:8000/ http://0/".split(),
)
def test_loopback_is_seen_however_it_is_written(written: str) -> None:
    """The system's own lookup is asked; what it does not know is refused as well."""
    with pytest.raises((AddressRefused, NotFetched)):
        Addresses().checked(place(written), inside_too=True)


def test_a_network_that_was_opened_is_open_and_no_other() -> None:
    opened = Addresses(("127.0.0.0/24",))

    assert opened.checked(place("http://127.0.0.7/"), inside_too=True) == (
        "127.0.0.7",
        True,
    )
    for refused in ("http://127.0.1.7/", "http://10.0.0.1/"):
        with pytest.raises(AddressRefused):
            opened.checked(place(refused), inside_too=True)


def test_what_came_from_outside_leads_into_no_opened_network() -> None:
    with pytest.raises(AddressRefused):
        Addresses(("127.0.0.0/8",)).checked(
            place("http://127.0.0.1/"), inside_too=False
        )


def test_a_network_that_is_none_is_told() -> None:
    with pytest.raises(AddressRefused, match=r"10\.1\.0\.0/16"):
        Addresses(("10.0.0.1/8",))


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "ftp://name.example/",
        "gopher://name.example/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "//name.example/",
        "name.example",
        "",
        "http://",
        "http:///path",
        "http://user@name.example/",
        "http://user:secret@name.example/",
        "http://name.example:22/",
        "http://name.example:0/",
        "http://name.example:99999/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://na me.example/" + "x" * 3000,
        "http://" + "a" * 300 + ".example/",
    ],
)
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(AddressRefused):
        place(written)


def test_an_address_is_taken_apart_for_its_request() -> None:
    where = place("HTTPS://News.Example:8443/a b/ü?q=é\r\nX: y#part")

    assert where.host == "news.example"
    assert where.authority == "news.example:8443"
    assert where.target == "/a%20b/%C3%BC?q=%C3%A9X:%20y"
    assert place("http://bücher.example/").host == "xn--bcher-kva.example"
    assert place("../b", "http://news.example/a/c").url == "http://news.example/b"


def test_a_name_that_stands_for_nothing_is_told() -> None:
    with pytest.raises(NotFetched, match="no such name"):
        standing_for().checked(place("http://name.example/"), inside_too=True)


def test_every_address_of_the_list_above_is_read_as_one() -> None:
    assert all(ip_address(address) for address in (*PRIVATE, *PUBLIC))
