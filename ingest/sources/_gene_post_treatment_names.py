"""Phrases that may name a treatment, and what they are if they name none."""

import re

from ingest.prose.disease_words import mentions_disease
from ingest.sources._gene_post_quotes import is_placeholder, is_sentence

# "managing symptoms", "manage": an aim, and not what is given for it.
_AIM = re.compile(
    r"(?!(?:hearing|breathing|feeding|training|nursing|genetic|counsell?ing|screening|"
    r"tracheostomy)\b)\w+ing\s|(?:help|manage|improve|prevent|reduce|slow|control|remove|treat|"
    r"provide|address|maintain|relieve|avoid|alleviate|it|they|there|this|these|patients?|prognosis|"
    r"most|individuals?|early)\b|\w+ing$",
    re.IGNORECASE,
)
# "physical", "topical": half a name, whose other half stands with the last of the list.
_HALF = re.compile(
    r"(?:physical|occupational|educational|medical|surgical|behaviou?ral|speech|respiratory|both|"
    r"and|which\b.*|systemic|oral|topical|nutritional|psychological|"
    r"language|cognitive|hormonal|dietary|visual|supportive|cardiac|which|radiation and|individual|"
    r"pharmacological|early|symptomatic)",
    re.IGNORECASE,
)
# "treatment options", "other measures", "therapies", "disease progression": no treatment in particular.
_GENERAL = re.compile(
    r"(?:.*\b(?:measures?|options?|approach(?:es)?|strateg(?:y|ies)|methods?|symptoms?|"
    r"complications?|factors?|cases?|types?|severity|conditions?|diseases?|disorders?|patients?|"
    r"outcomes?|others?|more|etc|gene|genes|mutations?|cause|stage|status|age|response|causes|"
    r"issues|quality of life|research|trials?|them|targets?|history|risks?|needs?|progression|"
    r"difficult(?:y|ies)|problems?|weakness|fatigue|seizures?|impairments?|functions?|organs?|"
    r"doses?|dysfunction|instability|damage|pain)|treatments?|therap(?:y|ies)|options?)$",
    re.IGNORECASE,
)
# "therapy", "transplant", "inhibitor": words by which a phrase names a treatment wherever it stands.
_GIVEN = re.compile(
    r"therap|transplant|surg|medic|drug|supplement|replacement|transfusion|inhibitor|agent|diet|"
    r"exercise|counsel|care\b|intervention|dialysis|"
    r"antibiotic|steroid|radiation|chemo|immuno|device|\baids?\b|implant|management|injection|"
    r"vaccin|bisphosphonate|treatment|procedure|support|"
    r"education|training|rehab|modification|change|ablation|resection|program|blocker|insulin|"
    r"vitamin|antagonist|analog|diuretic|relie[fv]er|correction",
    re.IGNORECASE,
)
_MAX_WORDS, _MIN_LETTERS = 6, 2


def is_aim(name: str) -> bool:
    """Say whether a phrase is what a treatment is for."""
    return bool(_AIM.match(name))


def names_treatment(name: str) -> bool:
    """Say whether a phrase has a word by which it names a treatment wherever it stands."""
    return bool(_GIVEN.search(name))


def is_treatment(name: str) -> bool:
    """Say whether a phrase of a list of treatments names one in particular."""
    fits = (
        len(name) > _MIN_LETTERS
        and len(name.split()) <= _MAX_WORDS
        and not _GENERAL.fullmatch(name)
        and not _HALF.fullmatch(name)
    )
    return (
        fits
        and not is_placeholder(name)
        and (names_treatment(name) or not mentions_disease(name))
        and not is_sentence(name)
    )


def singular(name: str) -> str:
    """Return the name with its last word in the singular.

    >>> singular("blood transfusions"), singular("gene therapies"), singular("dialysis")
    ('blood transfusion', 'gene therapy', 'dialysis')
    """
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name if name.endswith(("ss", "is", "us")) else name.removesuffix("s")
