"""Bytes to text: every encoding keeps every character, and what is no text is refused."""

import pytest

from audit.read import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"Exports rose.\r\nImports fell.\n", "Exports rose.\r\nImports fell.\n", "utf-8"),
        (b"\xef\xbb\xbfTrade", "Trade", "utf-8"),
        ("Сауда 5 %".encode(), "Сауда 5 %", "utf-8"),
        ("Trade – 5 %".encode("utf-16"), "Trade – 5 %", "utf-16"),
        (b"\xfe\xff" + "Trade".encode("utf-16-be"), "Trade", "utf-16"),
        ("“Trade” grew – by €5 m".encode("cp1252"), "“Trade” grew – by €5 m", "cp1252"),
    ],
)
def test_decodes(data: bytes, text: str, encoding: str) -> None:
    assert decode.raw(data) == decode.Decoded(text, encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n", "empty"),
        (b"PK\x03\x04\0\0abc", "binary"),
        ("Торговля выросла на пять процентов".encode("cp1251"), "neither UTF-8"),
        (b"caf\x81", "neither UTF-8"),
        (b"\xff\xfea", "neither UTF-8"),
    ],
)
def test_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode.raw(data)
