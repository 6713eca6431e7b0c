"""What a job title may mean, and what ties qualifications and occupations, on an invented structure."""

import pytest

from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching import EmptyText
from bouwsteen.services.prepared import Language, prepared
from bouwsteen.services.show_concept import show_concept, training
from bouwsteen.services.show_possibilities import Question, show_possibilities
from tests.invented import DAY, FILE, parts, qualification

SAID = {"sources": ("invented",), "confidence": Confidence.OFFICIAL, "scheme": "esco", "version": "1.2.0"}


def occupation(iri, label, *others, code="", **fields):
    made = {"language": "nl", "kind": ConceptKind.OCCUPATION, **SAID, **fields}
    return Concept(iri=iri, label=label, alternatives=others, code=code, **made)


def link(subject, kind, target, **fields):
    return Link(subject=subject, kind=kind, object=target, **(SAID | fields))


EVERYDAY = {"scheme": "bouwsteen", "version": "", "confidence": Confidence.INFERRED}
STRUCTURE = (
    FILE
    + qualification("95001", name="Kok")
    + parts("95001", ["B1-K1", "B1-K1-W1", "B1-K1-W2"])
    + qualification("95002", name="Verkoper")
    + qualification("95003", name="Retailmedewerker")
    + parts("95003", ["B1-K1", "B1-K1-W1"])
    + qualification("95004", name="Allround kok")
    + parts("95004", ["B1-K2", "B1-K2-W1"])
)
OURS = Records(
    concepts=(occupation("urn:shop", "winkelmedewerker", "verkoper", "caissière", **EVERYDAY),),
    links=(link("95003", LinkKind.TRAINS_FOR, "urn:shop", evidence="everyday-name", **EVERYDAY),),
)
IMPORTED = Records(
    concepts=(
        occupation("http://e/cook", "kok", "keukenchef", code="5120.1"),
        occupation("http://e/pastry", "dessertmaker", code="5120.2"),
        occupation("http://e/shop", "winkelmedewerker", code="5223.7"),
        occupation("http://e/chef-a", "souschef"),
        occupation("http://e/chef-b", "keukenhoofd", "souschef"),
        occupation("http://e/stated", "proever"),
        occupation("http://e/cutting", "snijden", kind=ConceptKind.SKILL),
    ),
    links=(
        link("95001", LinkKind.TRAINS_FOR, "http://e/stated"),
        link("95001", LinkKind.TEACHES_ESSENTIALLY, "http://e/cutting"),
        link("http://e/cook", LinkKind.NEEDS_ESSENTIALLY, "http://e/cutting"),
        link("95001", LinkKind.TRAINS_FOR, "http://e/chef-a"),
        link("95004", LinkKind.TRAINS_FOR, "http://e/chef-b"),
    ),
)


def jobs(*more):
    return prepared(Catalogue(0, sum(more, STRUCTURE)), DAY, language=Language(encoder=DutchVectors())).jobs


def chosen(job):
    return (job.chosen.name, [each.crebo for each in job.chosen.usable]) if job.chosen else None


@pytest.mark.parametrize("title", ["kok", "Koks", "KOK (m/v)"])
def test_without_any_vocabulary_the_names_of_qualifications_are_known(title):
    assert chosen(jobs().job(title)) == ("Kok", ["95001"])


@pytest.mark.parametrize("title", ["verkoper", "verkoopster", "verkooper", "caissiere", "Caissières"])
def test_what_people_call_the_work_leads_to_a_qualification_with_known_parts(title):
    assert chosen(jobs(OURS).job(title)) == ("winkelmedewerker", ["95003"])


@pytest.mark.parametrize(
    ("title", "key", "because"),
    [
        pytest.param("verkoopster", "95002", "parts-unknown", id="its parts are unknown"),
        pytest.param("dessertmaker", "http://e/pastry", "same-group", id="only its group is tied"),
        pytest.param("ruimtevaarders", "http://e/space", "untied", id="nothing is tied"),
        pytest.param("kosmonaut", "http://e/space", "untied", id="by another name"),
        pytest.param("ruimtevaardr", "http://e/space", "untied", id="with a typing error"),
    ],
)
def test_the_only_one_that_bears_the_name_is_meant_though_no_work_follows_from_it(title, key, because):
    space = Records(concepts=(occupation("http://e/space", "ruimtevaarder", "kosmonaut"),))
    job = jobs(IMPORTED, space).job(title)

    assert (job.chosen.key, job.chosen.usable, job.chosen.because, job.open) == (key, (), because, True)
    assert job.candidates[0] == job.chosen
    assert all(each.evidence == "like-name" for each in job.others)


def test_what_work_follows_from_goes_before_another_that_bears_the_name():
    other = Records(concepts=(occupation("http://e/other", "kookpunt", "kok"),))
    job = jobs(IMPORTED, other).job("kok")

    assert chosen(job) == ("Kok", ["95001"])
    assert (job.open, job.chosen.because) == (False, "")


def test_what_two_vocabularies_call_by_one_name_first_of_all_is_one_choice():
    theirs = occupation("http://c/chef", "Souschef", "koksbaas", scheme="competentnl")
    job = jobs(IMPORTED, Records(concepts=(theirs,))).job("koksbaas")
    (found,) = [each for each in job.candidates if each.name.casefold() == "souschef"]

    assert (found.evidence, found.key, found.same_as) == ("same-name", "http://e/chef-a", ("http://c/chef",))
    assert [each.crebo for each in found.usable] == ["95001"]
    assert job.chosen == found


def test_two_of_one_vocabulary_are_two_whatever_they_are_called():
    twice = (occupation("http://e/a", "zaalwacht", code="1"), occupation("http://e/b", "zaalwacht", code="2"))
    job = jobs(Records(concepts=twice)).job("zaalwacht")

    assert [each.key for each in job.candidates] == ["http://e/a", "http://e/b"]
    assert (job.chosen, job.called_so) == (None, job.candidates)


def test_a_title_that_means_several_things_is_not_chosen_for_her():
    job = jobs(IMPORTED).job("souschef")

    assert job.chosen is None
    assert [each.key for each in job.candidates[:2]] == ["http://e/chef-a", "http://e/chef-b"]


@pytest.mark.parametrize(
    ("code", "name"),
    [("http://e/cook", "kok"), ("5120.1", "kok"), ("95001", "Kok"), ("95004", "Allround kok")],
)
def test_a_code_or_iri_is_what_it_names(code, name):
    job = jobs(IMPORTED).job(code)

    assert (job.chosen.name, job.chosen.evidence) == (name, "picked")


def test_what_is_only_like_a_name_is_listed():
    job = jobs().job("hulpkok")

    assert job.chosen is None
    assert [(each.name, each.evidence) for each in job.candidates] == [("Kok", "like-name")]


def test_what_another_vocabulary_also_calls_it_leads_to_the_occupation():
    theirs = Records(
        concepts=(occupation("http://c/1", "Afrokapper", "haarverzorger", scheme="competentnl"),)
    )
    ours = Records(
        concepts=(occupation("http://e/hair", "haarverzorger"), occupation("http://e/sea", "zeeman"))
    )
    alike = {name.name.iri: name.likeness for name in jobs(theirs, ours).found("afrokapper")[1]}

    assert alike["http://e/hair"] > 0.85
    assert "http://e/hair" not in {each.name.iri for each in jobs(ours).found("afrokapper")[1]}


def test_what_a_vocabulary_says_of_an_occupation_decides_between_names_that_fit_alike():
    said = {
        "http://e/a": "Bedient gasten in een restaurant.",
        "http://e/b": "Bedient machines in een fabriek.",
    }
    concepts = tuple(occupation(iri, f"bediener {iri[-1]}", description=text) for iri, text in said.items())
    for question, best in (("bediener restaurant", "http://e/a"), ("bediener fabriek", "http://e/b")):
        assert jobs(Records(concepts=concepts)).found(question)[1][0].name.iri == best


def test_a_title_that_is_like_nothing_finds_nothing():
    job = jobs(OURS, IMPORTED).job("schaakgrootmeester")

    assert (job.candidates, job.chosen) == ((), None)
    with pytest.raises(EmptyText):
        jobs().job("...")


def test_the_occupations_of_a_qualification_say_how_they_are_known():
    found = jobs(OURS, IMPORTED).occupations.of_qualification("95001")

    assert [(each.occupation.label, each.tie.evidence, each.tie.confidence) for each in found] == [
        ("souschef", "stated", "official"),
        ("proever", "stated", "official"),
        ("kok", "same-name", "inferred"),
    ]
    everyday = jobs(OURS, IMPORTED).occupations.of_qualification("95003")
    assert [(each.occupation.iri, each.tie.evidence) for each in everyday] == [
        ("http://e/shop", "everyday-name"),
        ("urn:shop", "everyday-name"),
    ]


def test_what_follows_from_names_is_never_more_than_inferred():
    occupations = jobs(OURS, IMPORTED).occupations

    for each in occupations.known.occupations:
        for tied in occupations.of_occupation(each):
            assert (tied.tie.evidence == "stated") == (tied.tie.confidence is Confidence.OFFICIAL)


def test_an_occupation_that_nothing_is_called_after_gets_what_its_group_has():
    occupations = jobs(IMPORTED).occupations
    found = occupations.of_occupation(occupations.known.by_iri["http://e/pastry"])

    assert [(each.crebo, each.tie.evidence, each.tie.likeness) for each in found] == [
        ("95001", "same-group", None)
    ]
    assert jobs(IMPORTED).job("dessertmaker").chosen.usable == ()


def test_a_concept_is_shown_with_what_it_is_tied_to():
    occupations = jobs(IMPORTED).occupations
    cook = show_concept("5120.1", occupations)
    cutting = show_concept("http://e/cutting", occupations)

    assert [each.crebo for each in cook.qualifications] == ["95001"]
    assert [each.concept.label for each in cook.skills] == ["snijden"]
    assert [each.concept.label for each in cutting.needed_by] == ["kok"]
    assert [(each.crebo, each.tie.evidence) for each in cutting.qualifications] == [("95001", "stated")]
    assert [each.concept.label for each in training("95001", occupations).skills] == ["snijden"]
    assert [each.id for each in cook.sources] == ["invented"]
    with pytest.raises(UnknownCode):
        show_concept("http://e/nothing", occupations)


def test_the_work_of_a_job_is_proposed_and_takes_nothing_off_what_is_left():
    ready = prepared(Catalogue(0, STRUCTURE + OURS), DAY)
    answer = show_possibilities(Question(jobs=("verkoopster",)), ready)

    assert [(each.text, each.job) for each in answer.activities] == [("Doet B1-K1-W1", "verkoopster")]
    mine = next(each for each in answer.offered if each.qualification.crebo == "95003")
    assert [each.how.value for each in mine.gap.covered] == ["proposed"]
    assert mine.gap.hours.left == mine.gap.hours.total
    confirmed = Question(jobs=("verkoopster",), confirmed=(mine.gap.covered[0].key,))
    settled = show_possibilities(confirmed, ready).offered[0]
    assert [each.how.value for each in settled.gap.covered] != ["proposed"]


def test_she_is_asked_about_the_work_of_the_job_itself_only():
    ready = prepared(Catalogue(0, STRUCTURE + OURS), DAY)
    (activity,) = show_possibilities(Question(jobs=("caissière",)), ready).activities

    assert {each.title for each in activity.proposed} == {"Doet B1-K1-W1"}
    assert len(activity.matches) > len(activity.proposed)
