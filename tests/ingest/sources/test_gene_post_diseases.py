import pytest

from tests.ingest.sources.gene_posts import said


@pytest.mark.parametrize(
    ("body", "diseases"),
    [
        (
            "- Brody myopathy (BM)\n- Setleis syndrome: a rare disorder",
            ["Brody myopathy", "Setleis syndrome"],
        ),
        ("- Myasthenic Syndrome, Congenital, 1C (CMS1C)", ["Myasthenic Syndrome, Congenital, 1C"]),
        (
            "Prostate cancer, epilepsy, Alzheimer's disease.",
            ["Prostate cancer", "epilepsy", "Alzheimer's disease"],
        ),
        ("X-linked intellectual disability", ["X-linked intellectual disability"]),
        ("TEST1 is associated with several diseases, including:\n- Malaria", ["Malaria"]),
        ("Brody myopathy is a rare genetic disorder of muscle.", ["Brody myopathy"]),
        ("Mutations in TEST1 cause anemia.\nSymptoms include:\n- Fatigue", ["anemia"]),
        ("- **Disease:** Malaria\n- **Symptoms:** Fever", ["Malaria"]),
        ("None known", []),
        ("There are no known diseases.", []),
        ("TEST1 may be associated with epilepsy.", []),
    ],
)
def test_diseases_are_read_from_their_section(body: str, diseases: list[str]):
    assert said(f"## Related Disease\n{body}", "disease") == diseases


def test_a_disease_has_the_number_and_inheritance_beside_it():
    body = "## Related Disease\n- Brody myopathy (OMIM: 601003)\n- Inheritance: Autosomal recessive"
    assert said(body, "xref", "disease:Brody myopathy") == ["omim:601003"]
    assert said(body, "inheritance", "disease:Brody myopathy") == ["autosomal recessive"]
    assert said(body, "xref") == []


@pytest.mark.parametrize(
    ("body", "treatments"),
    [
        ("Treatment options include blood transfusions, chelation therapy to remove excess iron, "
         "and bone marrow transplants.",
         ["blood transfusion", "chelation therapy", "bone marrow transplant"]),
        ("It is treated with antibiotics.", ["antibiotic"]),
        ("There is no cure, but treatments such as statins are used.", ["statin"]),
        ("Treatment is supportive. This may include wound care.", ["wound care"]),
        ("Treatment involves managing symptoms and complications.", []),
        ("Treatment may include medications to manage pain, fever, and surgery.", ["medication", "surgery"]),
        ("Treatment options are available for symptoms such as pain and weakness.", []),
        ("There is no treatment that includes surgery.", []),
        ("- Surgery\n- Chemotherapy", ["Surgery", "Chemotherapy"]),
    ],
)  # fmt: skip
def test_treatments_are_read_in_the_singular(body: str, treatments: list[str]):
    assert said(f"## Treatment and Prognosis\n{body}", "treatment") == treatments


@pytest.mark.parametrize(
    ("heading", "body", "absent"),
    [
        (
            "Somatic SNVs/InDels",
            "There are currently no known somatic SNVs or InDels in TEST1.",
            ["somatic variant"],
        ),
        ("Somatic SNVs/InDels", "None reported.", ["somatic variant"]),
        ("Somatic SNVs/InDels", "Somatic variants have not been reported yet.", ["somatic variant"]),
        ("AA Mutation List", "No known mutations.", ["variant"]),
        ("Related Disease", "No diseases have been linked to TEST1.", ["disease"]),
        ("Treatment", "There is currently no cure.", ["cure"]),
        ("Treatment", "There is no specific treatment.", ["treatment"]),
        ("Drug Response", "There is no known drug response specific to TEST1.", ["drug response"]),
        ("Drug Response", "N/A", ["drug response"]),
        ("Drug Response", "No information is available on drug response.", ["drug response"]),
        ("Drug Response", "There are no drugs that target TEST1.", ["drug"]),
        ("Drug Response", "There is limited information on drug response.", []),
        ("Somatic SNVs/InDels", "There are no somatic variants associated with any disease.", []),
    ],
)
def test_what_is_not_known_is_said(heading: str, body: str, absent: list[str]):
    assert said(f"## {heading}\n{body}", "absent") == absent


def test_what_a_section_gives_it_does_not_deny():
    assert said("## AA Mutation List\nNo nonsense variants are known.\n- V122I (rs1)", "absent") == []
