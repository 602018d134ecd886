"""The species of a ChickyBase page: what it calls them, and the taxon that each of them is."""

# Names that denote one species. "Xenopus" is not here: the pages mean either of two species by it.
_TAXA: dict[str, str] = {
    "gallus gallus": "9031",
    "chicken": "9031",
    "homo sapiens": "9606",
    "human": "9606",
    "mus musculus": "10090",
    "mouse": "10090",
    "rattus norvegicus": "10116",
    "rat": "10116",
    "danio rerio": "7955",
    "zebrafish": "7955",
    "drosophila melanogaster": "7227",
    "fruit fly": "7227",
    "xenopus tropicalis": "8364",
    "xenopus laevis": "8355",
    "caenorhabditis elegans": "6239",
    "coturnix japonica": "93934",
    "taeniopygia guttata": "59729",
    "zebra finch": "59729",
    "meleagris gallopavo": "9103",
    "anas platyrhynchos": "8839",
}

# The id space of the model organism database (column MOD) of each species.
_MODEL_DATABASES: dict[str, str] = {
    "9606": "omim",
    "10090": "mgi",
    "7955": "zfin",
    "7227": "flybase",
    "8364": "xenbase",
    "8355": "xenbase",
    "xenopus": "xenbase",
}


def folded(name: str) -> str:
    """Return a name on one line, each run of white space (no-break space too) as one space."""
    return " ".join(name.split())


def key(name: str) -> str:
    """Return the taxon number of a species, or its name in lower case where that is no one species.

    >>> key("Fruit Fly"), key("Xenopus")
    ('7227', 'xenopus')
    """
    plain = folded(name).casefold()
    return _TAXA.get(plain, plain)


def taxon(name: str) -> str:
    """Return the CURIE of a species, or the name where it is not known.

    >>> taxon("Gallus gallus"), taxon("Xenopus")
    ('NCBITaxon:9031', 'Xenopus')
    """
    number = _TAXA.get(folded(name).casefold())
    return f"NCBITaxon:{number}" if number else folded(name)


def is_species(name: str) -> bool:
    """Say whether a name denotes one species that is known here."""
    return folded(name).casefold() in _TAXA


def model_database(name: str) -> str | None:
    """Return the id space of the species' model organism database, None if it has none that is known."""
    return _MODEL_DATABASES.get(key(name))
