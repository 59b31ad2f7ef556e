from __future__ import annotations

import pytest

from skillmatch.nlp.language import foreign_language

ENGLISH = (
    "We are looking for a developer who will work with our team and who has used Python in the past for data. " * 3
)
GERMAN = (
    "Wir suchen eine Person, die mit dem Team an der Plattform arbeitet und die Daten für den Betrieb im Blick hat. "
    * 3
)
FRENCH = (
    "Nous cherchons une personne pour travailler avec les équipes sur la plateforme et dans le domaine des données. "
    * 3
)
SPANISH = (
    "Buscamos a una persona para trabajar con el equipo en la plataforma y que conozca los datos de la empresa. " * 3
)
RUSSIAN = "Мы ищем человека для работы с данными в нашей команде и для развития платформы компании сегодня. " * 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, None),
        (GERMAN, "German"),
        (FRENCH, "French"),
        (SPANISH, "Spanish"),
        (RUSSIAN, "a language in another script"),
        ("Python, SQL, Java, " * 30, None),
        ("Python", None),
        ("", None),
        (ENGLISH + " Berlin, München und Köln", None),
    ],
)
def test_language_is_named_when_it_is_clearly_not_english(text: str, language: str | None) -> None:
    assert foreign_language(text) == language
