"""The rows of each federated example over the seeds and the stand-ins, in order, as a user sees them."""

PAGE, POST = "seeds/alas2-chickybase.md", "seeds/alas2-gpt3-gene-post.md"
WIKI, WIKIMD = "seeds/alas2-wikipedia.md", "seeds/alas2-wikimd.txt"
CHICKEN, FISH1 = "ensembl:ENSGALG00000003948", "ensembl:ENSDARG00000021059"
ALAS1, ALAS2 = "ensembl:ENSG00000023330", "ensembl:ENSG00000158578"
MOUSE1, MOUSE2 = "ensembl:ENSMUSG00000032786", "ensembl:ENSMUSG00000025270"
BMX = "ensembl:ENSG00000102010"
KEGG = "<http://identifiers.org/kegg.genes/gga:552895>"
ANEMIA, PORPHYRIA = "X-linked sideroblastic anemia 1", "X-linked erythropoietic protoporphyria"
EQUATION = "succinyl-CoA + glycine + H(+) = 5-aminolevulinate + CO2 + CoA"
NCBI_108 = "NCBI Homo sapiens Annotation Release 108"
PAPER = "pubmed:10029606"

ROWS: dict[str, list[tuple[str, ...]]] = {
    "bgee-contested-places": [
        (WIKI, "11-11", "ganglionic eminence", "true", "ganglionic eminence"),
        (WIKI, "11-11", "monocyte", "true", "monocyte"),
        (WIKI, "11-11", "mononuclear cell", "true", "mononuclear leukocyte"),
        (WIKI, "11-11", "placenta", "true", "placenta"),
        (WIKI, "11-11", "testicle", "true", "testis"),
        (WIKI, "11-11", "trabecular bone", "true", "trabecular bone tissue"),
    ],
    "bgee-expression": [
        ("ALAS2", "blood", "true"),
        ("ALAS2", "bone marrow", "true"),
        ("ALAS2", "bone marrow cell", "true"),
        ("ALAS2", "ganglionic eminence", "true"),
        ("ALAS2", "monocyte", "true"),
        ("ALAS2", "mononuclear leukocyte", "true"),
        ("ALAS2", "placenta", "true"),
        ("ALAS2", "spleen", "true"),
        ("ALAS2", "testis", "true"),
        ("ALAS2", "trabecular bone tissue", "true"),
    ],
    "bgee-unknown": [(CHICKEN, "")],
    "ensembl-places": [("ALAS2", "55009055", "55030977", "55009055", "55031064", NCBI_108)],
    "oma-contested-records": [(PAGE, "ALAS2", CHICKEN, ALAS1, "ALAS1")],
    "oma-orthologs": [
        (ALAS2, MOUSE2, "Mus musculus", "true"),
        (CHICKEN, FISH1, "Danio rerio", "true"),
        (CHICKEN, ALAS1, "Homo sapiens", "true"),
        (CHICKEN, MOUSE1, "Mus musculus", "true"),
    ],
    "orthodb-groups": [("ALAS2", "5-aminolevulinate synthase", "Metazoa", "ALAS1")],
    "rhea-reactions": [("ALAS2", "uniprot:P22557", "rh:12921", EQUATION)],
    "two-sources-of-symbols": [
        (ALAS1, "Bgee", "ALAS1"),
        (ALAS1, "Ensembl", "ALAS1"),
        (BMX, "Bgee", "BMX"),
        (BMX, "Ensembl", "BMX"),
        (ALAS2, "Bgee", "ALAS2"),
        (ALAS2, "Ensembl", "ALAS2"),
        (MOUSE2, "Bgee", "Alas2"),
        (MOUSE2, "Ensembl", "Alas2"),
        (MOUSE1, "Bgee", "Alas1"),
        (MOUSE1, "Ensembl", "Alas1"),
    ],
    "uniprot-chicken": [(PAGE, KEGG, "uniprot:P18080", "ALAS2", "ALAS2")],
    "uniprot-diseases": [
        ("ALAS2", "omim:300751", ANEMIA, "obo:MONDO_0020721"),
        ("ALAS2", "omim:300752", PORPHYRIA, "obo:MONDO_0010420"),
    ],
    "uniprot-refuted-dbsnp": [
        (POST, "42-42", "dbsnp:rs137852769", "uniprot:P40939", "HADHA", "510", "Q"),
    ],
    "uniprot-refuted-ensembl": [(POST, "32-32", BMX, "uniprot:P51813", "BMX")],
    "uniprot-residues": [
        (POST, "p.Gly170Arg", "170", "C", "dbsnp:rs1557248142", ANEMIA),
        (POST, "p.Gly170Arg", "170", "H", "", ANEMIA),
    ],
    "uniprot-variant-evidence": [
        ("ALAS2", "199", "H", ANEMIA, PAPER, "false"),
        ("ALAS2", "411", "C", ANEMIA, PAPER, "false"),
        ("ALAS2", "448", "Q", ANEMIA, PAPER, "false"),
        ("ALAS2", "452", "C", ANEMIA, PAPER, "false"),
    ],
    "wikidata-contested-orthologs": [(PAGE, "212-212", "ncbigene:211", "ALAS1")],
    "wikidata-places": [
        ("ALAS2", "55009055", "55030977", "55009055", "55030977", "Ensembl release 89"),
        ("ALAS2", "55009055", "55030977", "55009055", "55031064", NCBI_108),
    ],
}
