"""Every table of the reference, with the rows that it is made of and the data files that they come from."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ontology.reference.build import ensembl, gene_ontology, indexes, ncbi, nomenclature, obo, ontology_guide
from ontology.reference.build import phenotypes, reviewed, uniprot
from ontology.reference.build.sources import Sources
from ontology.reference.build.vocabularies import SourceTerm, label_rows, term_rows
from ontology.reference.tables import Table

Rows = Iterable[Iterable[str]]
Opened = Callable[[str], Table]
