"""A text has the language a reader sees in it, or none."""

from __future__ import annotations

import pytest

from talkctl.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We show how to tie a knot that does not slip.", "en"),
        ("Buoys are the new anchors", "en"),
        ("Hoy hablamos de los nudos que no se sueltan con el agua.", "es"),
        ("Hoje falamos de nós que não se soltam com a água, e como são feitos.", "pt"),
        ("On parle des nœuds qui ne glissent pas dans les ports.", "fr"),
        ("Wir zeigen, wie man einen Knoten macht, der nicht rutscht.", "de"),
        ("今日は結び目について話します。", "ja"),
        ("Сегодня мы говорим об узлах и канатах.", "ru"),
    ],
)
def test_a_text_has_the_language_of_its_small_words(text: str, code: str) -> None:
    """A sentence is enough."""
    assert language(text) == code


@pytest.mark.parametrize(
    "text",
    [None, "", "Kubernetes", "funcx (www.funcx.org)", "`pip install --no-deps` a b c", "12 34 56"],
)
def test_what_is_too_short_or_no_prose_has_none(text: str | None) -> None:
    """Names, code and addresses are in no language."""
    assert language(text) is None
