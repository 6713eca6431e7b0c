"""The Open Onderwijs API v5: programmes and schools as they hang together, and never a person."""

import json
import uuid

import pytest


def answered(api, path: str, **headers: str):
    found = api.get(f"/ooapi/v5{path}", **headers)
    assert found.status == 200, found.text
    return json.loads(found.body)


def identity(kind: str, key: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"/id/{kind}/{key}"))


def test_a_qualification_is_a_programme_under_an_id_that_anybody_can_make(api):
    found = answered(api, f"/programs/{identity('qualification', '25706')}")
    (ours,) = found["consumers"]

    assert found["primaryCode"] == {"codeType": "crohoCreboCode", "code": "25706"}
    assert found["level"] == "secondary vocational education 3"
    assert found["name"][0]["language"] == "nl-NL"
    assert ours["consumerKey"] == "x-bouwsteen"
    assert ours["unitType"] == "x-kwalificatie"
    assert [each[0]["value"] for each in found["learningOutcomes"]] == [
        work["title"] for task in ours["parts"] for work in task["parts"]
    ]


def test_a_module_is_a_programme_inside_those_that_offer_it(api):
    qualification = identity("qualification", "25581")
    inside = answered(api, f"/programs/{qualification}/programs?pageSize=250")["items"]
    whole = answered(api, f"/programs/{qualification}?expand=children")

    assert identity("module", "K0008") in [each["programId"] for each in inside]
    assert {each["programType"] for each in inside} == {"minor"}
    assert sorted(each["programId"] for each in whole["children"]) == sorted(
        each["programId"] for each in inside
    )


def test_a_school_has_the_programmes_that_it_was_seen_to_offer(api):
    school = identity("institution", "25LX")
    found = answered(api, f"/organizations/{school}/programs?pageSize=250")["items"]

    assert identity("module", "K0008") in [each["programId"] for each in found]


def test_a_school_is_one_organization(api):
    found = answered(api, "/organizations?pageSize=250")["items"]

    assert len({each["primaryCode"]["code"] for each in found}) == len(found)
    assert len({each["name"][0]["value"] for each in found}) == len(found)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("programType=track", lambda each: each["programType"] == "track"),
        ("levelOfQualification=2", lambda each: each["levelOfQualification"] == "2"),
        ("q=verkoper", lambda each: "verkoper" in json.dumps(each).casefold()),
        ("primaryCode=25706", lambda each: each["primaryCode"]["code"] == "25706"),
    ],
)
def test_a_list_is_chosen_from(api, query, holds):
    items = answered(api, f"/programs?pageSize=250&{query}")["items"]

    assert items
    assert all(map(holds, items))


def test_a_list_is_paged_and_sorted(api):
    first = answered(api, "/programs?pageSize=20&sort=-name")
    second = answered(api, "/programs?pageSize=20&sort=-name&pageNumber=2")
    names = [each["name"][0]["value"].casefold() for each in first["items"] + second["items"]]

    assert names == sorted(names, reverse=True)
    assert (first["hasPreviousPage"], second["hasPreviousPage"]) == (False, True)
    assert first["totalPages"] == second["totalPages"]


@pytest.mark.parametrize("path", ["persons", "groups", "buildings", "courses", "education-specifications"])
def test_what_nobody_knows_is_an_empty_list(api, path):
    assert answered(api, f"/{path}")["items"] == []


@pytest.mark.parametrize("path", ["persons/me", "persons/x", "persons/x/associations", "associations/x"])
def test_of_a_person_there_is_never_anything(api, path):
    found = api.get(f"/ooapi/v5/{path}")

    assert found.status == 404
    assert json.loads(found.body)["status"] == "404"


def test_version_five_is_asked_for_by_name(api):
    assert answered(api, "/", Accept="application/json; version=5")["contactEmail"]
    assert api.get("/ooapi/v5/", Accept="application/json; version=6").status == 406
