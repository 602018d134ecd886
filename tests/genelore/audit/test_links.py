from genelore.audit.denotation import human_counterpart
from genelore.audit.links import links
from genelore.audit.model import Link, Standing
from genelore.audit.reading import Reading
from ontology.reference import gene
from tests.genelore.audit.hand_made import CHICKEN, HUMAN, reading, seeds


def link_of(document: Reading, part: str = "gene") -> Link:
    return next(link for link in links(document) if link.record.endswith(f"#{part}"))


def seed(kind: str) -> Reading:
    return next(document for document in seeds() if document.source.kind == kind)


def test_the_gene_post_denotes_alas2_in_spite_of_two_ids_that_are_not_its_own():
    link = link_of(seed("gpt3_gene_post"))
    assert (link.standing, link.gene, link.entity) == (
        Standing.ACCEPTED,
        "hgnc:397",
        "ensembl:ENSG00000158578",
    )
    against = {vote.reason: vote.gene for vote in link.votes_against}
    assert against["HGNC:398 is the withdrawn ALAS3, merged into ALAS1 (HGNC:396)"] == "hgnc:396"
    assert against["ENSG00000102010 is BMX, BMX non-receptor tyrosine kinase"] == "hgnc:1079"
    assert against["ALAS is a previous symbol of ALAS1 (HGNC:396)"] == "hgnc:396"


def test_the_chicken_record_is_contested_and_keeps_its_own_entity():
    link = link_of(seed("chickybase"))
    assert link.standing is Standing.CONTESTED
    assert link.entity == "ensembl:ENSGALG00000003948"
    assert {vote.gene for vote in (*link.votes_for, *link.votes_against)} == {"hgnc:396", "hgnc:397"}


def test_the_other_seeds_denote_human_alas2():
    for kind in ("wikipedia", "medlineplus", "wikimd"):
        link = link_of(seed(kind))
        assert (link.standing, link.gene) == (Standing.ACCEPTED, "hgnc:397")


def test_an_ortholog_record_has_a_link_of_its_own():
    assert link_of(seed("chickybase"), "ortholog-9606").gene == "hgnc:396"
    assert link_of(seed("chickybase"), "ortholog-10090").entity == "ensembl:ENSMUSG00000032786"
    assert link_of(seed("chickybase"), "ortholog-xenopus").standing is Standing.UNRESOLVED


def test_a_symbol_alone_is_enough():
    link = link_of(reading("post.md", HUMAN, "gene symbol BMX"))
    assert (link.standing, link.gene) == (Standing.ACCEPTED, "hgnc:1079")


def test_an_id_alone_is_not_enough():
    link = link_of(reading("post.md", HUMAN, "gene symbol NOGENE", "gene xref hgnc:397"))
    assert (link.standing, link.gene, link.entity) == (Standing.UNRESOLVED, "hgnc:397", "")


def test_two_ids_are_enough_where_the_symbol_is_unknown():
    document = reading("post.md", HUMAN, "gene symbol NOGENE", "gene xref hgnc:397", "gene xref ncbigene:212")
    assert link_of(document).standing is Standing.ACCEPTED


def test_ids_that_are_wrong_each_in_its_own_way_do_not_shake_a_symbol():
    document = reading(
        "post.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:1079", "gene xref ncbigene:7157"
    )
    assert link_of(document).standing is Standing.ACCEPTED


def test_two_ids_that_agree_on_another_gene_make_a_record_contested():
    document = reading("post.md", HUMAN, "gene symbol ALAS2", "gene xref hgnc:1079", "gene xref ncbigene:660")
    assert link_of(document).standing is Standing.CONTESTED


def test_a_kegg_number_of_a_human_gene_votes_for_the_ncbi_gene_it_holds():
    document = reading("post.md", HUMAN, "gene xref kegg.genes:hsa:212")
    assert [vote.gene for vote in links(document)[0].votes_for] == ["hgnc:397"]


def test_a_symbol_votes_for_the_gene_that_took_its_place():
    votes = links(reading("post.md", HUMAN, "gene symbol ALAS3"))[0].votes_for
    assert [(vote.gene, vote.weight) for vote in votes] == [("hgnc:396", 4.0)]


def test_an_alias_of_several_genes_votes_for_the_one_that_the_symbol_names():
    document = reading("post.md", HUMAN, "gene symbol ALAS2", "gene alias ASB")
    assert {vote.gene for vote in link_of(document).votes_for} == {"hgnc:397"}
    assert not link_of(document).votes_against


def test_all_images_together_count_as_one_witness():
    lines = [f"observation:{number} image_symbol ALAS1" for number in range(20)]
    document = reading("page.md", CHICKEN, "gene symbol ALAS2", *lines)
    assert link_of(document).standing is Standing.ACCEPTED
    assert round(sum(vote.weight for vote in link_of(document).votes_against), 2) == 2


def test_a_chicken_record_whose_ortholog_ids_agree_is_accepted_under_its_own_id():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol ALAS1",
        "gene xref ensembl:ENSGALG00000003948",
        "ortholog:9606 taxon NCBITaxon:9606",
        "ortholog:9606 xref ncbigene:211",
        "ortholog:10090 taxon NCBITaxon:10090",
        "ortholog:10090 xref mgi:87989",
    )
    link = link_of(document)
    assert (link.standing, link.gene, link.entity) == (
        Standing.ACCEPTED,
        "hgnc:396",
        "ensembl:ENSGALG00000003948",
    )


def test_a_chicken_record_none_of_whose_ids_is_the_symbols_is_contested():
    document = reading(
        "page.md",
        CHICKEN,
        "gene symbol CALM1",
        "gene name calmodulin 1",
        "ortholog:9606 taxon NCBITaxon:9606",
        "ortholog:9606 xref ncbigene:808",
        "ortholog:9606 xref omim:114183",
    )
    link = link_of(document)
    assert link.standing is Standing.CONTESTED
    assert link.reason.endswith(
        "but no identifier speaks for CALM1, and 2 speak for CALM3, counting chicken claims for human "
        "counterparts"
    )


def test_a_former_symbol_counts_like_a_symbol():
    document = reading("post.md", HUMAN, "gene symbol DFNA5", "gene xref hgnc:1079")
    link = link_of(document)
    assert (link.standing, link.gene) == (Standing.ACCEPTED, "hgnc:2810")


def test_a_zebrafish_gene_votes_by_its_own_symbol_and_not_by_one_of_a_human_gene():
    own, lent = gene("ensembl:ENSDARG00000009550"), gene("ensembl:ENSDARG00000054191")
    assert own is not None
    assert lent is not None
    assert (own.symbol, lent.symbol) == ("foxi3b", "PGK2")  # it is ZFIN's pgk1
    counterpart = human_counterpart(own)
    assert counterpart is not None
    assert counterpart.symbol == "FOXI3"
    assert human_counterpart(lent) is None


def test_a_former_symbol_votes_for_its_gene_though_it_is_an_alias_of_others():
    document = reading("post.md", HUMAN, "gene symbol GIF", "gene xref ncbigene:2694")
    link = link_of(document)
    assert (link.standing, link.gene) == (Standing.ACCEPTED, "hgnc:4268")
    assert (link.votes_for[0].weight, link.votes_for[0].reason) == (
        4.0,
        "GIF is a previous symbol of CBLIF (HGNC:4268)",
    )


def test_a_symbol_that_is_an_alias_of_several_genes_votes_for_none():
    for alias in ("SAP", "P38"):  # some genes have the latter as p38
        assert link_of(reading("post.md", HUMAN, f"gene symbol {alias}")).gene == ""


def test_the_symbol_of_an_entry_that_nothing_replaced_votes_as_the_former_symbol_that_it_is():
    link = link_of(reading("post.md", HUMAN, "gene symbol ASB"))
    assert (link.gene, link.votes_for[0].weight) == ("hgnc:397", 4.0)
