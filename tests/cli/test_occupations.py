"""A job title, an occupation and a vocabulary, as a person meets them at the command line."""

from pathlib import Path

import pytest

from bouwsteen.entrances.cli.asking import ask_which_job
from bouwsteen.entrances.words import words_in
from bouwsteen.model.period import Outcome
from bouwsteen.model.sources import Confidence
from bouwsteen.services.prepared import prepared
from tests.cli.house import EMBEDDED, InventedHouse, answered, run
from tests.cli.test_schemas import mistakes
from tests.exchange.vocabularies import saved
from tests.invented import DAY

COOK = saved.BAKER | {
    "preferredLabel": "kok",
    "altLabels": "kokkin\nkeukenkoning",
    "code": "5120.1",
    "iscoGroup": "5120",
    "conceptUri": f"{saved.OCCUPATION}90f75f67-495d-49fa-ab57-2f320e251d7e",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> InventedHouse:
    """The embedded catalogue with a small ESCO and an answer of CompetentNL read in."""
    folder = tmp_path_factory.mktemp("esco")
    saved.download(folder)
    saved.save(folder / "occupations_nl.v1.2.0.csv", saved.OCCUPATIONS, saved.BAKER, COOK)
    saved.save(
        folder / "occupationSkillRelations_nl.v1.2.0.csv",
        saved.RELATIONS,
        saved.NEEDS,
        saved.NEEDS | {"occupationUri": COOK["conceptUri"], "relationType": "optional"},
    )
    cnlo = "https://linkeddata.competentnl.nl/def/competentnl#prescribesHATEssential"
    teaches = {"crebo": "25180", "rel": cnlo, "skill": "https://c.nl/1", "skillLabel": "Bereiden"}
    answers = saved.answer(folder.parent / "answers.json", teaches)
    made = InventedHouse(EMBEDDED.catalogue)
    assert answered("import", "esco", str(folder), house=made)["new_editions"] == 5
    assert answered("import", "competentnl", str(answers), house=made)["new_editions"] == 2
    assert answered("import", "esco", str(folder), house=made)["adopted"] is None
    return made


@pytest.mark.parametrize("title", ["verkoper", "verkoopster", "verkopers", "verkooper", "caissière"])
def test_sandra_starts_from_her_job_without_any_import(title: str) -> None:
    answer = answered("possibilities", "--job", title)

    (job,) = answer["jobs"]
    assert job["chosen"] == "urn:bouwsteen:occupation:winkelmedewerker"
    assert answer["qualifications"][0]["crebo"] == "25808"
    assert {each["job"] for each in answer["activities"]} == {title}
    assert {each["how"] for each in answer["qualifications"][0]["covered"]} == {"proposed"}
    assert "everyday-jobs" in {each["id"] for each in answer["sources"]}


def test_an_imported_vocabulary_adds_names(house: InventedHouse) -> None:
    assert answered("possibilities", "--job", "keukenkoning")["jobs"][0]["chosen"] is None

    answer = answered("possibilities", "--job", "keukenkoning", house=house)

    assert answer["jobs"][0]["chosen"] == COOK["conceptUri"]
    assert answer["qualifications"][0]["crebo"] == "25180"


def test_what_may_mean_several_things_is_listed_with_how_to_choose() -> None:
    said = run("possibilities", "--job", "monteur").stdout

    assert "kan meer dan één ding zijn" in said
    key = answered("possibilities", "--job", "monteur")["jobs"][0]["candidates"][0]["key"]
    assert answered("possibilities", "--job", key)["jobs"][0]["chosen"] == key
    assert f"“{key}”" not in run("possibilities", "--job", key).stdout


def test_a_job_that_is_no_job_says_so() -> None:
    result = run("possibilities", "--job", "xqzwv")

    assert result.exit_code == 0
    assert "dit beroep vinden we niet" in result.stdout


def test_a_job_that_is_known_but_leads_nowhere_is_understood_and_says_why(house: InventedHouse) -> None:
    answer = answered("possibilities", "--job", "koekjesbakker", house=house)
    page = " ".join(run("possibilities", "--job", "koekjesbakker", house=house).stdout.split())

    (job,) = answer["jobs"]
    assert mistakes(answer, "possibilities") == []
    assert (job["chosen"], job["candidates"][0]["unusable_because"]) == (saved.BAKER["conceptUri"], "untied")
    assert "dat begrijpen we als koekjesbakker (beroep). Er is geen opleiding voor bekend." in page
    assert "Dit lijkt erop: ? " in page


def test_each_line_of_the_list_says_what_ties_it() -> None:
    page = " ".join(run("possibilities", "--job", "monteur").stdout.split())
    lines = page.partition("kan meer dan één ding zijn:")[2].partition("Kies er een")[0].split(" ? ")[1:]

    assert len(lines) == 10
    assert all("(zo heet dit werk" in each or "(dezelfde naam)" in each for each in lines), lines


def test_she_may_point_out_something_else_than_what_leads_nowhere(
    house: InventedHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = prepared(house.newest(), DAY).jobs.job("koekjesbakker")
    said = iter(["1", "geen"])
    monkeypatch.setattr("builtins.input", lambda: next(said))

    assert job.open
    assert ask_which_job(job, words_in("nl")) == (job.others[0].key,)
    assert ask_which_job(job, words_in("nl")) == ("koekjesbakker",)


def test_she_points_out_what_she_means(monkeypatch: pytest.MonkeyPatch) -> None:
    job = prepared(EMBEDDED.catalogue, DAY).jobs.job("monteur")
    said = iter(["misschien", "2"])
    monkeypatch.setattr("builtins.input", lambda: next(said))

    assert job.chosen is None
    assert ask_which_job(job, words_in("nl")) == (job.candidates[1].key,)


def test_a_qualification_shows_its_occupations_with_evidence_and_confidence(house: InventedHouse) -> None:
    before = answered("show", "25180")["occupations"]
    after = answered("show", "25180", house=house)

    assert [(each["name"], each["code"], each["evidence"], each["confidence"]) for each in before] == [
        ("", "5120.1", "same-name", "inferred")
    ]
    assert [each["name"] for each in after["occupations"]] == ["kok"]
    assert [(each["name"], each["link"], each["confidence"]) for each in after["skills"]] == [
        ("Bereiden", "teaches-essentially", "official")
    ]
    page = run("show", "25180", house=house).stdout
    assert "VOOR WELK BEROEP DIT OPLEIDT" in page
    assert "Bereiden" in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["Onbekend.", "het kwalificatiedossier", "SBB"]),
        ("en", ["Unknown.", "qualification file", "SBB"]),
    ],
)
def test_what_a_qualification_trains_for_may_be_unknown_and_then_it_says_who_knows(
    language: str, said: list[str]
) -> None:
    answer = answered("show", "25997")
    page = " ".join(run("show", "25997", language=language).stdout.split())

    assert mistakes(answer, "show") == []
    assert (answer["occupations"], answer["occupations_known_by"]) == (None, ["qualification-file", "sbb"])
    assert [each for each in said if each not in page] == []


def test_of_nearly_all_current_qualifications_an_occupation_is_known_without_any_import() -> None:
    ready = prepared(EMBEDDED.catalogue, DAY)
    current = [crebo for crebo, is_current in ready.structure.current.items() if is_current is Outcome.YES]
    tied = {crebo: ready.jobs.occupations.of_qualification(crebo) for crebo in current}

    assert len(current) == 181
    assert sorted(crebo for crebo, found in tied.items() if not found) == ["25954", "25997"]
    assert {each.tie.confidence for found in tied.values() for each in found} == {Confidence.INFERRED}


@pytest.mark.parametrize("code", ["5120.1", COOK["conceptUri"]])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_occupation_shows_its_qualifications_and_skills(
    house: InventedHouse, code: str, language: str
) -> None:
    answer = answered("show", code, house=house)
    page = run("show", code, house=house, language=language).stdout

    assert answer["qualifications"][0]["crebo"] == "25180"
    assert [(each["name"], each["link"]) for each in answer["skills"]] == [("deeg kneden", "needs")]
    assert {"KOK", "kokkin; keukenkoning"} <= {line.split("  ")[-1].strip() for line in page.splitlines()}
    assert "deeg kneden" in page


@pytest.mark.parametrize("text", ["deeg maken", "deeg kneden, en ik speel graag schaak"])
def test_a_text_finds_skills_of_an_import(house: InventedHouse, text: str) -> None:
    answer = answered("match", "--skills", text, house=house)

    assert mistakes(answer, "match") == []
    best = answer["skills"][0]
    assert (best["name"], best["fit"], best["needed_by"]) == ("deeg kneden", "good", 2)
    assert [(each["name"], each["link"]) for each in best["occupations"]] == [
        ("koekjesbakker", "needs-essentially"),
        ("kok", "needs"),
    ]
    assert best["occupations"][1]["qualifications"][0]["crebo"] == "25180"
    assert (
        len(answered("match", "--skills", text, "--limit", "1", house=house)["activities"][0]["skills"]) == 1
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["lijkt op", "onmisbaar voor: koekjesbakker", "schatting", "hier lijkt geen vaardigheid op"]),
        ("en", ["is like", "essential for: koekjesbakker", "an estimate", "no skill that we know is like"]),
    ],
)
def test_the_page_says_that_a_skill_is_like_the_text_and_when_nothing_is(
    house: InventedHouse, language: str, said: list[str]
) -> None:
    page = run("match", "--skills", "deeg maken, schaken", house=house, language=language).stdout

    assert [each for each in said if each not in " ".join(page.split())] == []
    assert "deeg kneden (" in page


def test_without_an_import_the_error_says_which_command_helps() -> None:
    result = run("match", "--skills", "deeg kneden")

    assert result.exit_code == 3
    assert "bouwsteen import esco" in result.stderr
    assert "bouwsteen import competentnl" in result.stderr


def test_an_iri_that_is_not_known_is_not_found() -> None:
    assert run("show", "http://data.europa.eu/esco/occupation/x").exit_code == 4


def test_no_label_of_esco_is_in_the_embedded_catalogue() -> None:
    ours = [each for each in EMBEDDED.catalogue.records.concepts if each.scheme != "bouwsteen"]

    assert ours
    assert all(each.names == () for each in ours)


def test_vocabularies_travel_in_a_data_package(house: InventedHouse, tmp_path: Path) -> None:
    other = InventedHouse(EMBEDDED.catalogue)
    run("export", "datapackage", str(tmp_path / "a"), house=house)
    run("import", "datapackage", str(tmp_path / "a"), house=other)

    assert set(other.newest().whole.concepts) == set(house.newest().whole.concepts)
    assert set(other.newest().whole.links) == set(house.newest().whole.links)
