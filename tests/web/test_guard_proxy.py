"""The guard behind the office's proxy: only the proxy is served, and it says who is asking."""

import pytest
from guarded import OFFICE, TOKEN, client, code, colleague


def test_a_colleague_is_who_the_proxy_says() -> None:
    """All share the office's session, each with their own name, in any script."""
    first = colleague().get("/").json()
    second = colleague().get("/", headers={b"X-Remote-User": "Žofie  Ωmega".encode()}).json()

    assert ("Ana", "Žofie Ωmega") == (first["name"], second["name"])
    assert first["session"] == second["session"]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.1.7", "::1", "testclient", "::ffff:10.0.1.7"]
)
def test_only_the_proxy_is_served(address: str) -> None:
    """Who comes another way cannot name themselves."""
    browser = client(OFFICE, base="https://groups.example.org", address=address)

    assert (403, "E-PROXY") == code(browser.get("/", headers={"X-Remote-User": "Ana"}))


def test_a_proxy_that_is_reached_over_ipv6_is_the_same() -> None:
    """An IPv4 address may come written as one of IPv6."""
    browser = client(OFFICE, base="https://groups.example.org", address="::ffff:10.0.0.7")

    assert 200 == browser.get("/", headers={"X-Remote-User": "Ana"}).status_code


@pytest.mark.parametrize("names", [[], [""], ["  "], ["Ana", "Eva"], ["A\x07na"]])
def test_the_proxy_names_one_colleague(names: list[str]) -> None:
    """None, several, or what is no name: nobody is let in."""
    browser = client(OFFICE, base="https://groups.example.org", address="10.0.0.7")

    assert (401, "E-PROXY") == code(
        browser.get("/", headers=[("X-Remote-User", name) for name in names])
    )


def test_behind_a_proxy_the_public_name_counts() -> None:
    """Its origin may change things; that of a page on the visitor's own machine may not."""
    own, foreign = "https://groups.example.org", "http://127.0.0.1:8765"

    assert 200 == colleague().post("/", headers={"origin": own}).status_code
    assert (403, "E-ORIGIN") == code(colleague().post("/", headers={"origin": foreign}))
    assert (421, "E-HOST") == code(colleague(host="evil.example").get("/"))
    assert 200 == colleague(host="groups.example.org:443").get("/").status_code


def test_behind_a_proxy_a_token_is_worth_nothing() -> None:
    """The start address is a page like others: there is none."""
    assert 404 == colleague().get(f"/start?token={TOKEN}").status_code
