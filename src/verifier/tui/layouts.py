"""What the keys of a US keyboard type on other layouts: the same fingers, the same acts."""

from __future__ import annotations

CYRILLIC: dict[str, str] = {
    **dict(zip("qwertyuiop", "йцукенгшщз", strict=True)),
    **dict(zip("asdfghjkl", "фывапролд", strict=True)),
    **dict(zip("zxcvbnm", "ячсмить", strict=True)),
    **dict(zip("QWERTYUIOP", "ЙЦУКЕНГШЩЗ", strict=True)),
    **dict(zip("ASDFGHJKL", "ФЫВАПРОЛД", strict=True)),
    **dict(zip("ZXCVBNM", "ЯЧСМИТЬ", strict=True)),
    **dict(zip("[]<>", "хъБЮ", strict=True)),
}
"""What the keys of a US layout type on a Russian one, where that is a letter."""

UKRAINIAN: dict[str, str] = {"s": "і", "S": "І", "]": "ї"}
"""Where the Ukrainian layout differs from the Russian one."""

HANGUL: dict[str, str] = {
    **dict(zip("qwertyuiop", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", strict=True)),
    **dict(zip("asdfghjkl", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", strict=True)),
    **dict(zip("zxcvbnm", "ㅋㅌㅊㅍㅠㅜㅡ", strict=True)),
    **dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True)),
}
"""What they type on the two-set Korean layout; most capitals type the same as small letters."""


def aliases(key: str) -> tuple[str, ...]:
    """The letters that other layouts type with the key of `key`.

    >>> aliases("j")
    ('о', 'ㅓ')
    >>> aliases("/")
    ()
    """
    layouts = (CYRILLIC, UKRAINIAN, HANGUL)
    return tuple(layout[key] for layout in layouts if key in layout)
