from importlib.resources import files

from shapes.identifiers import identifiers_turtle


def test_the_shapes_of_identifiers_are_those_of_the_bridge() -> None:
    written = files("shapes").joinpath("identifiers.ttl").read_text("utf-8")

    assert written == identifiers_turtle(), "run: python -m shapes.identifiers"


def test_the_patterns_use_no_group_that_xml_schema_lacks() -> None:
    assert "(?" not in identifiers_turtle()
