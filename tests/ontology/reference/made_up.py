"""Small data files of our own, one for each source, in the formats of the real ones."""

import json
import sqlite3
from pathlib import Path

HGNC = """HGNC ID\tApproved symbol\tApproved name\tStatus\tAlias symbols\tNCBI Gene ID(supplied by NCBI)\t\
UniProt ID(supplied by UniProt)\tMouse genome database ID(supplied by MGI)\t\
Rat genome database ID(supplied by RGD)\tPrevious symbols\tEnsembl gene ID\tLocus type\tEnzyme IDs
HGNC:1\tMADE1\tmade up, 1\tApproved\tMD-1, MDA\t11\tQ00001\tMGI:5\tRGD:6\tOLD1\tENSG00000000001\t\
gene with protein product\t1.1.1.1
HGNC:2\tOLD1\tsymbol withdrawn, see [HGNC:1](/HGNC:1)\tSymbol Withdrawn\t\t\t\t\t\t\t\tunknown\t
"""
PLACES = "chrom,start,end,gene_id,gene_name,strand\nchrX,99,200,ENSG00000000001.3,MADE1,-\n"
VARIANTS = """<record model="gnuhealth.gene.variant" id="VAR_000001">
<field name="gene" search="[('name', '=', 'MADE1')]"/><field name="protein">Q00001</field>
<field name="variant">VAR_000001</field><field name="aa_change">p.Ala7Val</field>
<field name="significance">lpp</field><field name="dbsnp">rs77</field></record>
"""
PHENOTYPES = """<record model="gnuhealth.gene.variant.phenotype" id="VARPHEN1">
<field name="name">VARPHEN1</field>
<field name="variant" ref="VAR_000001"/><field name="phenotype" ref="DI-00001"/></record>
"""
DISEASES = """<record model="gnuhealth.protein.disease" id="DI-00001"><field name="acronym">MUD</field>
<field name="mim_reference">MIM:900001</field></record>
"""
HP = """format-version: 1.2

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0000002
name: Made up sign
alt_id: HP:0000003
def: "A definition that stays behind." []
synonym: "Invented \\"sign\\"" EXACT layperson []
is_a: HP:0000001 ! All

[Typedef]
id: part_of
"""
HPOA = """#version: 2026-01-01
database_id\tdisease_name\tqualifier\thpo_id\treference\tevidence\tonset\tfrequency\tsex\tmodifier\t\
aspect\tbiocuration
OMIM:900001\tText that stays behind\t\tHP:0000002\tPMID:1\tPCS\t\t\t\t\tP\tx
OMIM:900001\tText that stays behind\tNOT\tHP:0000001\tPMID:1\tPCS\t\t\t\t\tP\tx
OMIM:900001\tText that stays behind\t\tHP:0000005\tPMID:1\tPCS\t\t\t\t\tI\tx
"""
HPO_GENES = """ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id
11\tMADE1\tHP:0000002\t-\t-\tOMIM:900001
"""
GO = [
    {"id": "GO:0000001", "name": "new label", "namespace": "molecular_function", "synonyms": ["label"]},
    {
        "id": "GO:0000002",
        "name": "making up",
        "namespace": "biological_process",
        "alt_ids": ["GO:0000009"],
        "relations": {"is_a": ["GO:0000001"], "part_of": ["GO:0000003"]},
    },
]
MONDO = {
    "MONDO:0000001": {"label": "disease", "ancestors": {}, "deprecated": False},
    "MONDO:0000002": {
        "label": "made-up disease",
        "ancestors": {"MONDO:0000001": 1},
        "synonyms": ["MUD"],
        "deprecated": False,
        "description": "A description that stays behind.",
    },
}
OLDER_MONDO = [
    {"id": "0000002", "name": "invented disease", "xrefs": [{"namespace": "OMIM", "id": "900001"}]},
]
UBERON = {
    "UBERON:0000001": {"label": "organ", "ancestors": {}, "deprecated": False},
    "UBERON:0000002": {
        "label": "obsolete limb",
        "ancestors": {},
        "deprecated": True,
        "replaced_by": "UBERON:0000001",
    },
}
CELLS = {"CL:0000001": {"label": "cell", "ancestors": {}, "deprecated": False}}

_ORG_DB = """
CREATE TABLE genes (_id INTEGER, gene_id TEXT);
CREATE TABLE gene_info (_id INTEGER, gene_name TEXT, symbol TEXT);
CREATE TABLE genetype (_id INTEGER, gene_type TEXT);
CREATE TABLE cytogenetic_locations (_id INTEGER, cytogenetic_location TEXT);
CREATE TABLE omim (_id INTEGER, omim_id TEXT);
CREATE TABLE alias (_id INTEGER, alias_symbol TEXT);
CREATE TABLE refseq (_id INTEGER, accession TEXT);
CREATE TABLE pubmed (_id INTEGER, pubmed_id TEXT);
CREATE TABLE go_bp (_id INTEGER, go_id TEXT, evidence TEXT);
CREATE TABLE go_cc (_id INTEGER, go_id TEXT, evidence TEXT);
CREATE TABLE go_mf (_id INTEGER, go_id TEXT, evidence TEXT);
INSERT INTO genes VALUES (1, '11'), (2, '12'), (3, '13'), (4, '14'), (5, '15'), (6, '16');
INSERT INTO gene_info VALUES (1, 'made up, 1', 'MADE1');
INSERT INTO genetype VALUES (1, 'protein-coding');
INSERT INTO cytogenetic_locations VALUES (1, 'Xp1');
INSERT INTO omim VALUES (1, '900001'), (1, '900002');
INSERT INTO alias VALUES (1, 'MADE1'), (1, 'MADEUP');
INSERT INTO refseq VALUES (1, 'NM_000001'), (1, 'XM_000001');
INSERT INTO pubmed VALUES (1, '30'), (1, '7');
INSERT INTO pubmed VALUES (1, '8'), (2, '8'), (3, '8'), (4, '8'), (5, '8'), (6, '8'), (6, '8');
INSERT INTO pubmed VALUES (2, '9'), (3, '9'), (4, '9'), (5, '9'), (6, '9');
INSERT INTO go_bp VALUES (1, 'GO:0000002', 'IDA');
"""
_GO_DB = """
CREATE TABLE go_term (_id INTEGER, go_id TEXT, term TEXT, ontology TEXT);
CREATE TABLE go_obsolete (go_id TEXT, term TEXT, ontology TEXT);
INSERT INTO go_term VALUES (1, 'GO:0000001', 'label', 'MF'), (2, 'GO:0000004', 'gone since', 'BP');
INSERT INTO go_obsolete VALUES ('GO:0000005', 'obsolete thing', 'CC');
"""


def write(folder: Path) -> dict[str, Path]:
    """Write the files, and return them by the name of the source that each takes the place of."""
    files = {path.stem: path for path in map(folder.joinpath, _TEXTS)}
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    for name, script in (("ncbi", _ORG_DB), ("go_old", _GO_DB)):
        files[name] = folder / f"{name}.sqlite"
        connection = sqlite3.connect(files[name])
        connection.executescript(script)
        connection.close()
    return files


_TEXTS = {
    "hgnc.tsv": HGNC,
    "mgi.tsv": "ID\tsymbol\tsynonyms\tensembl\n5\tMade1\t\tENSMUSG00000000005\n",
    "rgd.tsv": "ID\tsymbol\tsynonyms\tensembl\n6\tMade1\t\tENSRNOG00000000006;ENSRNOG00055000006\n",
    "go.json": json.dumps(GO),
    "mondo.json": json.dumps(MONDO),
    "mondo_old.json": json.dumps(OLDER_MONDO),
    "hp.obo": HP,
    "hpo_diseases.hpoa": HPOA,
    "hpo_genes.txt": HPO_GENES,
    "uberon.json": json.dumps(UBERON),
    "cl.json": json.dumps(CELLS),
    "ensembl_human.csv": "ENSG00000000001,MADE1,3,102,protein_coding\n",
    "ensembl_human_places.csv": PLACES,
    "ensembl_mouse.csv": "ENSMUSG00000000005,Made1,1,10,protein_coding\n",
    "ensembl_mouse_places.csv": PLACES.replace("ENSG00000000001.3", "ENSMUSG00000000005.1"),
    "ensembl_zebrafish.csv": "ENSDARG00000000007,made1,,10,lincRNA\n",
    "ensembl_zebrafish_places.csv": "chrom,start,end,gene_id,gene_name,strand\n",
    "ensembl_rat.csv": "ENSRNOG00000000006,Made1,,10,protein_coding\n",
    "ensembl_fly.csv": "FBgn0000008,made,,10,protein_coding\n",
    "uniprot_variants.xml": VARIANTS,
    "uniprot_phenotypes.xml": PHENOTYPES,
    "uniprot_diseases.xml": DISEASES,
}
