"""What a heading or label of a gene post announces."""

import re
from enum import Enum, auto


class Topic(Enum):
    """What a stretch of a post is about."""

    TEXT = auto()
    POSITION = auto()
    IDENTIFIERS = auto()
    ALIASES = auto()
    VARIANTS = auto()
    SOMATIC = auto()
    DISEASE = auto()
    TREATMENT = auto()
    DRUG = auto()
    PAPERS = auto()
    NOTHING = auto()


# The first that fits decides. "Related Papers", "Instructions", "Drug response", "Somatic SNVs/InDels", ...
_ANNOUNCED: tuple[tuple[Topic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern, re.IGNORECASE))
    for topic, pattern in (
        (
            Topic.PAPERS,
            r"\bpapers?\b|references?\b|publications?\b|literature|citations?\b|articles?\b|"
            r"^sources?$|\bDOI\b|\bstud(?:y|ies)\b",
        ),
        (
            Topic.NOTHING,
            r"instruction|disclaimer|^notes?\b|conclusion|^tags?$|symptom|clinical feature|^keywords?$",
        ),
        (Topic.DRUG, r"\bdrug|pharmaco"),
        (Topic.TREATMENT, r"treatment|therap|^management"),
        (Topic.NOTHING, r"prognosis|epidemiology|diagnos"),
        (Topic.VARIANTS, r"(?:\bAA\b|amino).*somatic"),
        (Topic.SOMATIC, r"somatic|SNVs?/|COSMIC"),
        (Topic.VARIANTS, r"mutation|variant|variation|amino|\bAA\b|dbSNP|\bSNPs?\b|polymorphism"),
        (Topic.DISEASE, r"diseases?\b|disorders?\b|conditions?\b"),
        (Topic.IDENTIFIERS, r"external|\bIDs?\b|identifiers?\b|database|\blinks?\b|\bsites?\b"),
        (Topic.POSITION, r"position|location|locus|chromosom|coordinates"),
        (
            Topic.ALIASES,
            r"^(?:gene |other |known )?(?:alias(?:es)?|synonyms?|names)(?: names| symbols)?(?: "
            r"(?:for|of|include|are)\b.*)?$",
        ),
        (Topic.IDENTIFIERS, r"alias|synonym"),
        (
            Topic.TEXT,
            r"patholog|function|summary|overview|introduction|description|information|protein|"
            r"pathway|expression|general",
        ),
    )
)
# "Somatic SNVs/InDels": the words of a label.
_WORD = re.compile(r"[\w/-]+")
# A label that opens a section says nothing but these words; "Brody myopathy: ..." has others.
_LABEL_WORDS = frozenset(
    _WORD.findall(
        "a aa acid acids additional alias aliases also amino and any approved article articles as "
        "associated association associations author authors basic by change changes chromosomal chromosome "
        "clinical common condition conditions coordinates current currently cytogenetic data database "
        "databases dbsnp description disease diseases disorder disorders doi drug drugs effects entries "
        "example examples external for found from function functions gene general genes genetic genome "
        "genomic human id identifier identifiers ids implications in include included includes including "
        "indel indels info information introduction its known link links list listed lists location "
        "locations locus management map mechanism mutation mutations name names of on options or other "
        "overview paper papers pathological pathology pathway pathways pharmacogenomics phenotype "
        "phenotypes polymorphisms position positions possible potential prognosis protein publications "
        "recent reference references region related relevant reported research resources response responses "
        "role significance site sites snp snps snv snv/indel snvs snvs/indels somatic some studies subject "
        "summary symbol symbols synonyms the their therapeutic therapies therapy this title to treatment "
        "treatments type types uniprotkb/swiss-prot variant variants variation variations with "
    )
)


def announced(heading: str) -> Topic | None:
    """Return what a heading announces, None if it is no such heading."""
    plain = heading.strip(" :*_`.")
    return next((topic for topic, pattern in _ANNOUNCED if pattern.search(plain)), None)


def labelled(label: str, symbol: str) -> Topic | None:
    """Return what a label inside the text announces, None if it is a name or a sentence.

    >>> labelled("AA Mutation List", "ALAS2") is Topic.VARIANTS, labelled("Brody myopathy", "ALAS2")
    (True, None)
    """
    words = [word.casefold() for word in _WORD.findall(label)]
    known = all(word in _LABEL_WORDS or word == symbol.casefold() for word in words)
    return announced(label) if words and known else None


# Matches "The gene is also known by the following aliases:", "ALAS2 is associated with diseases such as:",
# "Symptoms of the disease include:": what a sentence before a list announces.
_LEADS: tuple[tuple[Topic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern, re.IGNORECASE))
    for topic, pattern in (
        (Topic.ALIASES, r"\balias(?:es)?\b(?!.*\bIDs?\b)|synonyms|also known (?:as|by)|other names"),
        (Topic.IDENTIFIERS, r"\bexternal\b|\bIDs\b(?!.*(?:mutation|variant|SN))"),
        (Topic.NOTHING, r"symptom|feature|characteri|signs\b|manifest|functions|processes|roles?\b|interact"),
        (Topic.SOMATIC, r"\bsomatic\b"),
        (Topic.VARIANTS, r"\b(?:AA|amino acid|missense) |dbSNP"),
        (
            Topic.DISEASE,
            r"diseases?\b|disorders?\b|conditions?\b|cancers?\b|associated with|linked (?:to|with)|"
            r"implicated|causes?\b",
        ),
        (Topic.TREATMENT, r"treatment|therap"),
    )
)
# Where a sentence before a list may turn the topic, and to what.
_TURNS: dict[Topic, frozenset[Topic]] = {
    Topic.TEXT: frozenset(Topic),
    Topic.POSITION: frozenset(Topic),
    Topic.IDENTIFIERS: frozenset((Topic.ALIASES, Topic.IDENTIFIERS)),
    Topic.ALIASES: frozenset((Topic.ALIASES, Topic.IDENTIFIERS)),
    Topic.DISEASE: frozenset((Topic.NOTHING, Topic.DISEASE)),
    Topic.VARIANTS: frozenset((Topic.SOMATIC, Topic.VARIANTS)),
}


# "mutations have been associated with several human diseases, including:": a list of diseases.
_DISEASES_FOLLOW = re.compile(
    r"\b(?:been|are|is) (?:associated with|linked to|implicated in)[^.:]{0,60}\b(?:diseases|"
    r"disorders|conditions|cancers|syndromes)\W{0,3}(?:including|such as|include|like)?\W{0,4}$",
    re.IGNORECASE,
)


# "plays a role in several diseases including:": a class of diseases at the end.
_CLASS_AT_END = re.compile(
    r"\b(?:diseases|disorders|conditions|cancers|syndromes)\W{0,3}(?:including|such as|include|are|"
    r"like)?\W{0,4}$",
    re.IGNORECASE,
)


def led(sentence: str, topic: Topic) -> Topic:
    """Return what the list after a sentence is about, given the topic that the sentence stands in."""
    if topic in (Topic.VARIANTS, Topic.SOMATIC) and _DISEASES_FOLLOW.search(sentence):
        return Topic.DISEASE
    if topic is Topic.DISEASE and _CLASS_AT_END.search(sentence):
        return topic
    turns = _TURNS.get(topic, frozenset())
    found = next((new for new, pattern in _LEADS if pattern.search(sentence)), None)
    return found if found in turns and found else topic
