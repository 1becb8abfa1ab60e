"""What English words may be in Chinese, out of the dictionary."""

from __future__ import annotations

import pytest

from rag.asking.question.glossary import MOST, glosses, guesses, in_chinese


def rendered(question: str) -> set[str]:
    return {word for group in glosses(question) for word in group}


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        pytest.param("an old garden", "花园", id="a noun"),
        pytest.param("who planted the gardens", "花园", id="a plural"),
        pytest.param("who knitted it", "编织", id="a past tense"),
        pytest.param("Who was kidnapped?", "绑架", id="a participle"),
        pytest.param("What was overcome there?", "克服", id="an irregular one"),
        pytest.param("which butterflies live there", "蝴蝶", id="ies for y"),
        pytest.param("the orchestra's hall", "乐团", id="a genitive"),
        pytest.param("a nuclear power plant", "核电站", id="words that are one thing together"),
        pytest.param("What is the Danube?", "Danube", id="a name may be printed as it is"),
        pytest.param("What is Warsaw known for?", "华沙", id="what follows a comma explains the gloss"),
        pytest.param("What did Zandrik's brother build?", "Zandrik", id="an unknown name without its genitive"),
        pytest.param("Who won 308 votes?", "308", id="a number stands for itself"),
    ],
)
def test_renderings(question: str, holds: str) -> None:
    assert holds in rendered(question)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is it?", id="grammar alone, though the dictionary has what-is"),
        pytest.param("How many are there?", id="grammar alone, though the dictionary has how-many"),
        pytest.param("the mayor", id="a word that the project's own list renders"),
        pytest.param("qzxv", id="a word nobody knows"),
        pytest.param("", id="nothing"),
    ],
)
def test_nothing_is_made_up(question: str) -> None:
    assert glosses(question) == ()


def test_senses_are_few_and_those_of_one_character_fewer() -> None:
    (group,) = glosses("to run")
    assert len(group) <= MOST
    assert [w for w in group if len(w) == 1] == [w for w in group[:3] if len(w) == 1]


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        pytest.param(
            "Which butterflies live near the power plant?",
            "蝴蝶生活邻近电厂",
            id="commonest renderings, phrases whole",
        ),
        pytest.param("Who inspected the reservoir?", "检查水库", id="words of the project's own list too, in order"),
        pytest.param("What is Zandrik 308?", "", id="nothing for what has no rendering"),
        pytest.param("What is it?", "", id="nothing for grammar"),
    ],
)
def test_word_by_word_in_chinese(question: str, chinese: str) -> None:
    assert in_chinese(question) == chinese


@pytest.mark.parametrize(
    ("question", "guessed"),
    [
        pytest.param("Who saw the butterfly?", ("蝴蝶/蝶类/蛱蝶",), id="what the dictionary has"),
        pytest.param("How long is it?", (), id="a word that only asks"),
        pytest.param("Which vice governor spoke?", (), id="a phrase of the project's own list"),
    ],
)
def test_guesses(question: str, guessed: tuple[str, ...]) -> None:
    assert guesses(question) == guessed
