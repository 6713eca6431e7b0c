"""Which encoder compares meaning, and what is said where it is not known or not there."""

import pytest

from bouwsteen.adapters.language import choosing
from bouwsteen.adapters.language.choosing import VARIABLE, chosen_encoder_name
from bouwsteen.adapters.language.errors import EncoderLacking, UnknownEncoder
from bouwsteen.entrances import wiring
from bouwsteen.entrances.installation import ThisInstallation
from bouwsteen.entrances.settings import chosen_address
from bouwsteen.entrances.words import explained, words_in
from bouwsteen.services.examine_installation import Health, examine_installation
from tests.cli.house import EMBEDDED
from tests.services.installation import NOW, InventedInstallation


@pytest.mark.parametrize("given", ["", " ", "vectors"])
def test_without_a_choice_it_is_the_vectors(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, given)

    assert chosen_encoder_name(given) == "vectors"
    assert wiring.encoder().name


@pytest.mark.parametrize("given", ["foo", "Semantic", "semantic,vectors"])
def test_a_name_that_is_not_known_is_refused_with_those_that_are(given: str) -> None:
    with pytest.raises(UnknownEncoder, match="expected was vectors or semantic"):
        chosen_encoder_name(given)


def test_what_is_not_installed_is_refused_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MODULE", "not_installed_anywhere")

    with pytest.raises(EncoderLacking, match=r"pip install 'bouwsteen\[semantic\]'"):
        chosen_encoder_name("semantic")


@pytest.mark.parametrize(
    ("given", "slug", "said"),
    [
        ("foo", "unknown-encoder", "vectors of semantic"),
        ("semantic", "encoder-lacking", 'pip install "bouwsteen[semantic]"'),
    ],
)
def test_a_question_is_refused_and_doctor_says_why(
    given: str, slug: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, given)
    monkeypatch.setattr(choosing, "MODULE", "not_installed_anywhere")

    with pytest.raises((UnknownEncoder, EncoderLacking)) as refused:
        wiring.language()
    condition = ThisInstallation(chosen_address(), EMBEDDED.catalogues()).encoder()
    examined = examine_installation(InventedInstallation(of_encoder=condition), NOW)

    assert refused.value.slug == slug
    assert said in explained(refused.value, words_in("nl")).detail
    assert [each.found for each in examined if each.health is Health.WRONG] == [
        "encoder-unknown" if given == "foo" else slug
    ]
