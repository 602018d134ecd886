import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, decode
from ingest.sources import MalformedDocumentError
from ingest.sources.wikipedia import parse, recognises
from tests.seeds import NAMES, is_well_placed, seed

BANNER = """# ABC1

> Mediated Wiki article. Canonical URL: https://mediated.wiki/source/ABC1
> Markdown URL: https://mediated.wiki/source/ABC1.md
> Source: https://en.wikipedia.org/wiki/ABC1
> Source revision: 12345
> License: Creative Commons Attribution-ShareAlike 4.0 International (https://creativecommons.org/licenses/by-sa/4.0/)

"""
BOX = "ABC1 Identifiers Aliases ABC1, LTR, alphabet kinase 1 "


def article(box: str = BOX, body: str = "", lead: str = "Protein-coding gene in humans\n\n") -> Document:
    return decode("page.md", f"{BANNER}{lead}{box}\n\n{body}".encode())


def said(document: Document, *properties: str) -> list[tuple[str, str, str]]:
    facts = parse(document).facts
    return [(fact.subject, fact.property, fact.value) for fact in facts if fact.property in properties]


def values(document: Document, subject: str, name: str) -> list[str]:
    return [value for owner, _, value in said(document, name) if owner == subject]


def test_the_seed_is_recognised_by_its_banner():
    document = seed("wikipedia")
    evidence = recognises(document).evidence
    assert evidence is not None
    assert document.quote(evidence) == "> Mediated Wiki article."


@pytest.mark.parametrize("kind", sorted(set(NAMES) - {"wikipedia"}))
def test_the_other_seeds_are_refused_with_a_reason(kind: str):
    answer = recognises(seed(kind))
    assert answer.evidence is None
    assert answer.reason


def test_an_article_about_something_else_is_refused():
    spoon = article("A spoon is a tool for eating.", "## History\n\nOld.\n", lead="")
    assert recognises(spoon).reason == "a mediated.wiki article without the infobox of a gene"


def test_every_fact_of_the_seed_has_a_quote():
    document = seed("wikipedia")
    assert all(is_well_placed(document, fact) for fact in parse(document).facts)


def test_the_banner_says_what_the_document_is():
    assert said(article(), "title", "canonical_url", "source_url", "revision", "license") == [
        ("document", "title", "ABC1"),
        ("document", "canonical_url", "https://mediated.wiki/source/ABC1"),
        ("document", "source_url", "https://en.wikipedia.org/wiki/ABC1"),
        ("document", "revision", "12345"),
        ("document", "license", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ]


def test_the_description_gives_type_and_species():
    assert said(article(), "gene_type", "taxon") == [
        ("gene", "gene_type", "protein-coding"),
        ("gene", "taxon", "NCBITaxon:9606"),
    ]
    other = article(lead="Non-coding RNA in the species Homo sapiens\n\n")
    assert said(other, "gene_type") == []


def test_an_autosomal_gene_without_a_mouse_gene():
    box = (
        "ABC1 Available structures PDB Human UniProt search: PDBe RCSB List of PDB id codes 1ABC, 2DEF "
        "Identifiers Aliases ABC1, LTR, LTR1, alphabet kinase 1 External IDs OMIM: 600001; HomoloGene: 9; "
        "GeneCards: ABC1; OMA:ABC1 - orthologs EC number 2.7.11.1 Gene location (Human) Chr. Chromosome 3 "
        "(human)[1] Band 3p21.2 Start 51,000,001 bp[1] End 51,000,999 bp[1] RNA expression pattern Bgee "
        "Human Mouse (ortholog) Top expressed in liver More reference expression data n/a Gene ontology "
        "Molecular function kinase activity Biological process DNA repair Sources:Amigo / QuickGO Orthologs "
        "Species Human Mouse Entrez 1234 n/a Ensembl ENSG00000000001 n/a UniProt P12345 Q12345 n/a RefSeq "
        "(mRNA) NM_000001 NM_001000002 n/a RefSeq (protein) NP_000001 n/a Location (UCSC) Chr 3: 51.0 – "
        "51.0 Mb n/a PubMed search [2] n/a Wikidata View/Edit Human"
    )
    document = article(box)
    assert recognises(document).evidence
    assert values(document, "gene", "xref") == [
        "pdb:1ABC",
        "pdb:2DEF",
        "ec:2.7.11.1",
        "omim:600001",
        "homologene:9",
        "genecards:ABC1",
        "ncbigene:1234",
        "uniprot:P12345",
        "uniprot:Q12345",
        "refseq:NM_000001",
        "refseq:NM_001000002",
        "refseq:NP_000001",
        "ensembl:ENSG00000000001",
    ]
    assert said(document, "chromosome", "cytoband", "location") == [
        ("gene", "chromosome", "3"),
        ("gene", "cytoband", "3p21.2"),
        ("gene", "location", "3:51000001-51000999"),
    ]
    assert said(document, "enables", "located_in", "involved_in") == [
        ("gene", "enables", "kinase activity"),
        ("gene", "involved_in", "DNA repair"),
    ]
    assert said(document, "expressed_in") == [("gene", "expressed_in", "liver")]
    assert said(document, "symbol", "alias", "name") == [
        ("gene", "symbol", "ABC1"),
        ("gene", "alias", "LTR"),
        ("gene", "alias", "LTR1"),
        ("gene", "name", "alphabet kinase 1"),
    ]
    assert [
        fact
        for fact in parse(document).facts
        if fact.subject.startswith("ortholog") and fact.property == "xref"
    ] == []


@pytest.mark.parametrize(
    ("columns", "human", "mouse"),
    [
        ("Entrez 12 34567", ["ncbigene:12"], ["ncbigene:34567"]),
        ("Entrez n/a 34567", [], ["ncbigene:34567"]),
        ("Ensembl ENSG00000000001 ENSG00000000002 ENSMUSG00000000003",
         ["ensembl:ENSG00000000001", "ensembl:ENSG00000000002"], ["ensembl:ENSMUSG00000000003"]),
        ("UniProt P12345 Q9D6F4", ["uniprot:P12345"], ["uniprot:Q9D6F4"]),
        ("UniProt A0A024R1X5 P12345 O70001",
         ["uniprot:A0A024R1X5", "uniprot:P12345"], ["uniprot:O70001"]),
        ("RefSeq (mRNA) NM_001354 NM_001135 NM_013454", ["refseq:NM_001354"],
         ["refseq:NM_001135", "refseq:NM_013454"]),
        ("RefSeq (mRNA) NM_000001 NM_001000002 NM_001000003 NM_001900001 NM_001900002",
         ["refseq:NM_000001", "refseq:NM_001000002", "refseq:NM_001000003"],
         ["refseq:NM_001900001", "refseq:NM_001900002"]),
        ("RefSeq (protein) NP_000001 n/a", ["refseq:NP_000001"], []),
        ("RefSeq (protein) n/a NP_000001 NP_000002", [], ["refseq:NP_000001", "refseq:NP_000002"]),
        ("Entrez n/a n/a", [], []),
        ("UniProt", [], []),
    ],
)  # fmt: skip
def test_columns_are_those_of_human_and_mouse(columns: str, human: list[str], mouse: list[str]):
    document = article(f"{BOX}Orthologs Species Human Mouse {columns}")
    assert values(document, "gene", "xref") == human
    assert values(document, "ortholog:10090", "xref") == mouse
    assert [fact.value for fact in parse(document).facts if fact.property == "ortholog"] == [
        code for code in mouse if code.startswith("ncbigene:")
    ]


@pytest.mark.parametrize(
    ("place", "facts"),
    [
        ("Chromosome 17 (human)[1] Band 17q21.31 Start 43,044,295 bp[1] End 43,170,245 bp[1]",
         [("chromosome", "17"), ("cytoband", "17q21.31"), ("location", "17:43044295-43170245")]),
        ("Y chromosome (human)[1] Band Yp11.2 Start 1 bp[1] End 20 bp[1]",
         [("chromosome", "Y"), ("cytoband", "Yp11.2"), ("location", "Y:1-20")]),
        ("Mitochondrial DNA (human)[1] Band n/a Start 3,307 bp[1] End 4,262 bp[1]",
         [("chromosome", "MT"), ("location", "MT:3307-4262")]),
        ("Chromosome 3 (human)[1] Band 3p21.2", [("chromosome", "3"), ("cytoband", "3p21.2")]),
        ("Chromosome 3 (human)", [("chromosome", "3")]),
        ("n/a", []),
    ],
)  # fmt: skip
def test_a_place_is_chromosome_band_and_positions(place: str, facts: list[tuple[str, str]]):
    document = article(f"{BOX}Gene location (Human) Chr. {place} Orthologs Species Human Mouse")
    assert said(document, "chromosome", "cytoband", "location") == [("gene", *fact) for fact in facts]


def test_a_box_without_a_mouse_column_is_all_human():
    document = article(f"{BOX}Orthologs Species Human Entrez 12 34 UniProt P12345 P12344")
    assert values(document, "gene", "xref") == [
        "ncbigene:12",
        "ncbigene:34",
        "uniprot:P12345",
        "uniprot:P12344",
    ]
    assert values(document, "ortholog:10090", "xref") == []


def test_the_assembly_is_that_of_the_species_in_the_references():
    document = article(
        f"{BOX}Gene location (Human) Chr. Chromosome 3 (human)[1] Band 3p21 Start 10 bp[1] End 20 bp[1] "
        "Gene location (Mouse) Chr. Chromosome 9 (mouse)[2] Band 9 A1|9 1.0 cM Start 30 bp[2] End 40 bp[2]",
        "## References\n\n1. ^ [GRCh38: Ensembl release 89: ENSG00000000001](http://e.org/) – Ensembl\n\n"
        "1. ^ [GRCm38: Ensembl release 89: ENSMUSG00000000001](http://e.org/) – Ensembl\n",
    )
    assert said(document, "location", "annotation_release", "cytoband") == [
        ("gene", "cytoband", "3p21"),
        ("gene", "location", "GRCh38:3:10-20"),
        ("gene", "annotation_release", "Ensembl release 89"),
        ("ortholog:10090", "cytoband", "9 A1"),
        ("ortholog:10090", "location", "GRCm38:9:30-40"),
        ("ortholog:10090", "annotation_release", "Ensembl release 89"),
    ]


def test_a_name_with_dangling_hyphens_is_not_cut():
    document = article(
        "ABC1 Identifiers Aliases ABC1, LTR, alphabet, beta-, kinase 1 External IDs OMIM: 600001"
    )
    assert values(document, "gene", "alias") == ["LTR"]
    assert values(document, "gene", "name") == ["alphabet, beta-, kinase 1"]


def test_aliases_that_are_all_symbols_hold_no_name():
    document = article("ABC1 Identifiers Aliases ABC1, LTR, LTR2 External IDs OMIM: 600001")
    assert values(document, "gene", "alias") == ["LTR", "LTR2"]
    assert values(document, "gene", "name") == []


def test_papers_with_and_without_identifiers():
    document = article(
        BOX,
        "Lead.\n\n## References\n\n"
        '1. **[^](#cite_ref-1)** Writer AB, Reader C (Mar 2001). "The letters of ABC1". '
        "*Journal of Letters*. **1**: "
        "**1**: 3–4. [PMID](/source/PMID_(identifier)) [111](https://pubmed.ncbi.nlm.nih.gov/111).\n\n"
        '1. **[^](#cite_ref-2)** ["A page without codes"](https://example.org/). *A site*.\n\n'
        "## Further reading\n\n"
        '- Solo A (14 Feb 1999). ["A linked title"](https://doi.org/10.1000%2F1). *Letters*. **2**: 5. '
        "[doi](/source/Doi_(identifier)):[10.1000/1](https://doi.org/10.1000%2F1). "
        "[PMC](/source/PMC_(identifier)) "
        "[77](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77).\n\n"
        '- Third B (2005). "Only in the archive". *Letters*. **3**: 6. [PMC](/source/PMC_(identifier)) '
        "[88](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC88).\n",
    )
    cited = [(fact.value, fact.part) for fact in parse(document).facts if fact.property == "citation"]
    assert cited == [
        ("pubmed:111", "publication:1"),
        ("doi:10.1000/1", "publication:2"),
        ("pmc:PMC88", "publication:3"),
    ]
    assert said(document, "author", "date", "journal") == [
        ("publication:1", "author", "Writer AB, Reader C"),
        ("publication:1", "date", "2001-03"),
        ("publication:1", "journal", "Journal of Letters"),
        ("publication:2", "author", "Solo A"),
        ("publication:2", "date", "1999-02-14"),
        ("publication:2", "journal", "Letters"),
        ("publication:3", "author", "Third B"),
        ("publication:3", "date", "2005"),
        ("publication:3", "journal", "Letters"),
    ]
    assert said(document, "title")[1:] == [
        ("publication:1", "title", "The letters of ABC1"),
        ("publication:2", "title", "A linked title"),
        ("publication:3", "title", "Only in the archive"),
    ]
    assert values(document, "publication:2", "xref") == ["pmc:PMC77"]


@pytest.mark.parametrize(
    ("written", "date"),
    [("2008", "2008"), ("Sep 2008", "2008-09"), ("September 2008", "2008-09"), ("Spring 2008", "2008"),
     ("31 Feb 2008", "2008-02"), ("99 Jan 2008", "2008-01")],
)  # fmt: skip
def test_a_date_says_no_more_than_can_be(written: str, date: str):
    entry = (
        f'- Solo A ({written}). "Title". *Letters*. [PMID](/source/PMID_(identifier)) [1](https://e.org/1).\n'
    )
    assert values(article(BOX, f"## Further reading\n\n{entry}"), "publication:1", "date") == [date]


def test_prose_is_read_and_lists_behind_it_are_not():
    cause = "Mutations in the ABC1 gene cause"
    document = article(
        BOX,
        f"{cause} [glaucoma](/source/Glaucoma).[3]\n\n## Disease\n\n{cause} Leigh syndrome.\n\n"
        f"## See also\n\n- {cause} cystic fibrosis.\n\n## External links\n\n"
        "- [ABC1](https://example.org/a_(b)) at a site\n- [inside](/source/Inside)\n",
    )
    assert values(document, "gene", "disease") == ["glaucoma", "Leigh syndrome"]
    assert values(document, "gene", "external_link") == ["https://example.org/a_(b)"]


def test_links_of_boxes_notices_and_licences_are_not_links_of_the_gene():
    document = article(
        BOX,
        "## External links\n\n- [ABC1](https://example.org/1) at a site\n\n"
        "*This article incorporates [text](https://example.org/2).*\n\nv t e Letters\n\n"
        "- [v](https://en.wikipedia.org/wiki/Template:Letters)\n\n---\n"
        "Available under [a licence](https://creativecommons.org/licenses/by-sa/4.0/).\n",
    )
    assert values(document, "gene", "external_link") == ["https://example.org/1"]


@pytest.mark.parametrize(
    "text", ["> Mediated Wiki article.\n", BANNER + BOX[4:], f"# ABC1\n\n{BANNER[8:]}No box.\n", f"{BOX}\n"]
)
def test_an_article_without_title_or_box_is_malformed(text: str):
    with pytest.raises(MalformedDocumentError, match=r"page\.md:1: an article without title"):
        parse(decode("page.md", text.encode()))


LINES = seed("wikipedia").text.splitlines(keepends=True)
EDIT = st.tuples(
    st.sampled_from(["delete", "duplicate", "insert", "cut", "join"]),
    st.integers(0, len(LINES) - 1),
    st.sampled_from(
        [
            "\n",
            "## References\n",
            "# \n",
            "- [a](http://b)\n",
            " Identifiers Aliases \n",
            "n/a",
            "> Source: x\n",
        ]
    ),
)


def edited(old: list[str], edit: str, text: str) -> list[str]:
    line = "".join(old)
    ends = {"delete": [], "duplicate": old * 2, "insert": [*old, text], "cut": [line[: len(line) // 2]]}
    return ends.get(edit, [line.rstrip("\n")])


@settings(deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=5))
def test_a_damaged_article_is_read_or_refused(edits: list[tuple[str, int, str]]):
    lines = list(LINES)
    for edit, place, text in edits:
        at = place % (len(lines) or 1)
        lines[at : at + 1] = edited(lines[at : at + 1], edit, text)
    document = decode("page.md", "".join(lines).encode())
    recognises(document)
    try:
        record = parse(document)
    except MalformedDocumentError:
        return
    assert all(is_well_placed(document, fact) for fact in record.facts)
