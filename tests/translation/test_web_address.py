"""What a person types as an address, and what would really be asked for."""

from __future__ import annotations

import pytest

from translation.errors import InputError
from translation.system.web_address import follow, read_address


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("  http://example.org/a b?q=1#part", None),
        ("HTTP://Example.ORG:8080/A?b=c#d", "http://example.org:8080/A?b=c"),
        ("example.org/news", "https://example.org/news"),
        ("localhost.example:81/x", "https://localhost.example:81/x"),
        ("http://127.0.0.1:9/", "http://127.0.0.1:9/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        (
            "https://example.org/أخبار/اليوم?س=١",
            "https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/"
            "%D8%A7%D9%84%D9%8A%D9%88%D9%85?%D8%B3=%D9%A1",
        ),
        ("https://example.org/%D8%A3", "https://example.org/%D8%A3"),
        ("https://مثال.إختبار/", "https://xn--mgbh0fb.xn--kgbechtv/"),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        (
            "https://نامه\u200cای.com/خانه\u200cدار",
            "https://xn--mgba3gch31f060k.com/%D8%AE%D8%A7%D9%86%D9%87%E2%80%8C%D8%AF%D8%A7%D8%B1",
        ),
        ("https://مثال。com/", "https://xn--mgbh0fb.com/"),
        ("https://Ｅxample.org", "https://example.org/"),
        ("https://xn--mgbh0fb.com/", "https://xn--mgbh0fb.com/"),
        ("https://ex%61mple.com/", "https://example.com/"),
        ("https://%D9%85%D8%AB%D8%A7%D9%84.com/", "https://xn--mgbh0fb.com/"),
        ("http://my_host.example/", "http://my_host.example/"),
        ("http://r3---sn.example/", "http://r3---sn.example/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://[::FFFF:1.2.3.4]/", "http://[::ffff:102:304]/"),
    ],
)
def test_what_will_be_asked_for(typed, url):
    if url is None:
        with pytest.raises(InputError):
            read_address(typed)
    else:
        assert read_address(typed).url == url


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "bad_address"),
        ("   ", "bad_address"),
        ("https://", "bad_address"),
        ("http://example.org:port/", "bad_address"),
        ("http://[::1", "bad_address"),
        ("https://exam\u202eple.org/", "bad_address"),
        ("https://example.org/\r\nX-Header: 1", "bad_address"),
        ("https://" + "a" * 64 + ".org/", "bad_address"),
        ("https://example.org/" + "a" * 5000, "bad_address"),
        ("https://" + "خ" * 60 + ".org/", "bad_address"),
        ("https://" + "a." * 130 + "org/", "bad_address"),
        ("https://xn--a/", "bad_address"),
        ("https://xn--fake-.com/", "bad_address"),
        ("https://ab\u200cc.com/", "bad_address"),
        ("https://1مثال.com/", "bad_address"),
        ("https://aمثال.com/", "bad_address"),
        ("https://☕.com/", "bad_address"),
        ("https://℀.com/", "bad_address"),
        ("https://a..b/", "bad_address"),
        ("https://ex%2Fample.com/", "bad_address"),
        ("https://ex%00ample.com/", "bad_address"),
        ("https://%FF.com/", "bad_address"),
        ("https://\ud800.com/", "bad_address"),
        ("https://example.org/\ud800", "bad_address"),
        ("https://example.org:65536/", "bad_address"),
        ("https://example.org:-1/", "bad_address"),
        ("https://example.org:٨٠/", "bad_address"),
        ("https://[::1]x/", "bad_address"),
        ("https://[fe80::1%25eth0]/", "bad_address"),
        ("https://[127.0.0.1]/", "bad_address"),
        ("https://1.2.3.256/", "bad_address"),
        ("https://1.2.3.4.5/", "bad_address"),
        ("https://0x1ffffffff/", "bad_address"),
        ("file:///etc/passwd", "address_scheme"),
        ("ftp://example.org/x", "address_scheme"),
        ("javascript:alert(1)", "address_scheme"),
        ("data:text/html,x", "address_scheme"),
        ("https://user:secret@example.org/", "address_login"),
        ("https://example.org@evil.example/", "address_login"),
    ],
)
def test_what_is_refused(typed, reason):
    with pytest.raises(InputError) as refused:
        read_address(typed)
    assert refused.value.reason == reason
    assert "secret" not in str(refused.value)


def test_a_look_alike_is_known_by_its_ascii_name():
    address = read_address("https://аррӏе.com/")
    assert address.host != address.ascii_host


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/", "example.org"),
        ("https://example.org/news/2022/story.html?x=1", "story.html"),
        ("https://example.org/a/%D8%AE%D8%A8%D8%B1/", "خبر"),
        ("https://example.org/..%2f..%2fetc%2fpasswd", "etc-passwd"),
        ("https://example.org/%E2%80%AEgpj.html", "gpj.html"),
        ("https://example.org/CON%00.html", "CON-.html"),
        ("https://example.org/" + "x" * 300 + ".html", "x" * 75 + ".html"),
    ],
)
def test_a_safe_file_name(url, name):
    assert read_address(url).file_name == name


def test_following():
    address = read_address("https://example.org/a/b")
    assert follow(address, "../c?d#e").url == "https://example.org/c?d"
    assert follow(address, "//other.example/x").url == "https://other.example/x"
    assert follow(address, "/خبر").url == "https://example.org/%D8%AE%D8%A8%D8%B1"
    with pytest.raises(InputError):
        follow(address, "file:///etc/passwd")
