"""What sentences say of diseases: all of them made up."""

import pytest

from ingest import prose
from ingest.document import Span, decode


def said(text: str, prop: str) -> list[str]:
    document = decode("page.txt", text.encode())
    facts = prose.read(document, Span(0, len(document.text)), "ABC1")
    return [fact.value for fact in facts if fact.property == prop]


def of_diseases(text: str, prop: str) -> list[tuple[str, str]]:
    document = decode("page.txt", text.encode())
    facts = prose.read(document, Span(0, len(document.text)), "ABC1")
    return [(fact.subject.removeprefix("disease:"), fact.value) for fact in facts if fact.property == prop]


@pytest.mark.parametrize(
    ("text", "diseases"),
    [
        ("Mutations in the ABC1 gene cause Leigh syndrome.", ["Leigh syndrome"]),
        ("Defects in this gene are a cause of cystic fibrosis.", ["cystic fibrosis"]),
        ("Defects in this gene are a cause of retinitis pigmentosa.", ["retinitis pigmentosa"]),
        ("ABC1 mutations have been found in people with Usher syndrome.", ["Usher syndrome"]),
        ("The ABC1 gene has been linked to schizophrenia.", ["schizophrenia"]),
        ("Retinoblastoma is caused by mutations in the ABC1 gene.", ["Retinoblastoma"]),
        (
            "Mutations in the ABC1 gene can cause Usher syndrome, Leigh syndrome, and glaucoma.",
            ["Usher syndrome", "Leigh syndrome", "glaucoma"],
        ),
        (
            "Mutations in the ABC1 gene are associated with eye disorders, including glaucoma and cataracts.",
            ["glaucoma", "cataracts"],
        ),
        (
            "Mutations in this gene cause Usher syndrome, a rare disorder of hearing, and pain.",
            ["Usher syndrome"],
        ),
        (
            "Mutations in the ABC1 gene are associated with breast and ovarian cancer.",
            ["breast and ovarian cancer"],
        ),
        ("Mutations in the ABC1 gene cause glaucoma (GLC9) in adults.", ["glaucoma"]),
        (
            "ABC1 mutations cause hereditary sensory and autonomic neuropathy.",
            ["hereditary sensory and autonomic neuropathy"],
        ),
        (
            "ABC1 mutations cause hypomagnesemia with hypercalciuria and nephrocalcinosis.",
            ["hypomagnesemia with hypercalciuria and nephrocalcinosis"],
        ),
        ("Aberrant regulation of ABC1 is implicated in glaucoma.", []),
        ("Silencing of the ABC1 gene has been linked to glaucoma.", []),
        ("ABC1 mutations have been found in a family with sickle cell disease.", ["sickle cell disease"]),
        ("- Writer A. ABC1 mutations cause glaucoma. J Letters. 2020;34:1.", []),
        ("- Writer A. [ABC1 mutations cause glaucoma](https://doi.org/10.1000/1).", []),
    ],
)
def test_diseases_are_those_that_changes_of_the_gene_cause(text: str, diseases: list[str]):
    assert said(text, "disease") == diseases


def test_a_class_of_diseases_is_what_its_members_belong_to():
    form = "Mutations in this gene cause a form of porphyria known as Letter syndrome."
    assert of_diseases(form, "subclass_of") == [("Letter syndrome", "porphyria")]
    pair = "Mutations in this gene cause a form of epilepsy known as Letter syndrome and Word syndrome."
    assert of_diseases(pair, "subclass_of") == [("Letter syndrome", "epilepsy")]
    group = (
        "Mutations in this gene can lead to a group of disorders known as cardiomyopathies, "
        "specifically Letter syndrome and Word syndrome."
    )
    assert of_diseases(group, "subclass_of") == [
        ("Letter syndrome", "cardiomyopathy"),
        ("Word syndrome", "cardiomyopathy"),
    ]
    apposition = "Mutations in this gene cause Letter syndrome, a type of epilepsy that begins early."
    assert of_diseases(apposition, "subclass_of") == [("Letter syndrome", "epilepsy")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mutations in this gene cause X-linked recessive ichthyosis.",
            [("X-linked recessive ichthyosis", "X-linked recessive")],
        ),
        (
            "Mutations in this gene cause an autosomal recessive disorder called Letter syndrome.",
            [("Letter syndrome", "autosomal recessive")],
        ),
        (
            "Mutations in this gene cause Letter syndrome. "
            "This condition is inherited in an autosomal dominant pattern.",
            [("Letter syndrome", "autosomal dominant")],
        ),
        (
            "Mutations in this gene cause Letter syndrome and Word syndrome. "
            "These conditions are inherited in an autosomal recessive manner.",
            [("Letter syndrome", "autosomal recessive"), ("Word syndrome", "autosomal recessive")],
        ),
        (
            "Mutations in this gene cause Letter syndrome and Word syndrome. "
            "This condition is inherited in an autosomal dominant pattern.",
            [],
        ),
        ("Other syndrome is inherited in an autosomal dominant pattern.", []),
    ],
)
def test_inheritance_is_that_of_the_disease_spoken_of(text: str, found: list[tuple[str, str]]):
    assert of_diseases(text, "inheritance") == found


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("This condition is characterized by hearing loss and seizures.", ["hearing loss", "seizures"]),
        (
            "This disorder is characterized by a shortage of platelets (thrombocytopenia), and jaundice.",
            ["thrombocytopenia", "jaundice"],
        ),
        (
            "In Letter syndrome, affected individuals can also experience muscle weakness.",
            ["muscle weakness"],
        ),
        (
            "Long words cause the stiffness of the jaw that is characteristic of this condition.",
            ["stiffness of the jaw"],
        ),
        ("This condition is characterized by spelling.", []),
        ("Other syndrome is characterized by seizures.", []),
        ("This condition is characterized by seizures in dogs.", []),
    ],
)
def test_signs_belong_to_the_disease_that_was_named(text: str, signs: list[str]):
    told = f"Mutations in this gene cause Letter syndrome. {text}"
    assert of_diseases(told, "phenotype") == [("Letter syndrome", sign) for sign in signs]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "At least 70 mutations that cause Letter syndrome have been identified in the ABC1 gene.",
            "at least 70",
        ),
        (
            "More than 1,200 ABC1 gene mutations have been found in people with Letter syndrome.",
            "more than 1200",
        ),
        ("Over 30 mutations in the ABC1 gene cause Letter syndrome.", "more than 30"),
        ("At least two ABC1 gene mutations have been found in people with Letter syndrome.", "at least 2"),
        ("About 12 different mutations in the ABC1 gene cause Letter syndrome.", "about 12"),
    ],
)
def test_the_number_of_mutations_belongs_to_the_one_disease(text: str, count: str):
    assert of_diseases(text, "variant_count") == [("Letter syndrome", count)]


def test_no_number_is_given_where_two_diseases_share_it():
    text = "At least 70 mutations in the ABC1 gene cause Letter syndrome and Word syndrome."
    assert of_diseases(text, "variant_count") == []
    assert of_diseases("Mutations in the ABC1 gene cause Letter syndrome.", "variant_count") == []
