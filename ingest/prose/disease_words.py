"""Which words make a phrase the name of a disease, and which show that it is none."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "anemia", "protoporphyria", "dystrophy", "retinoblastoma": word endings of diseases.
_SUFFIX = re.compile(
    r"(?:\w+(?:a?emias?|itis|osis|omas?|pathy|uria|trophy|plasia|penia|philia|plegia|sclerosis|ectasia|iasis|"
    r"dactyly|cephaly|phyria|stenosis|thyroidism|gonadism|pituitarism|deficiency|megaly|phrenia|"
    r"kinesia|tonia|"
    r"keratoderma|blastoma|dysgenesis|agenesis|hidrosis|rexia|opsia|algia|lepsy|kalemia)|cystinuria)",
    re.IGNORECASE,
)
# "mitosis", "chromosome": the same endings, no disease.
_NO_DISEASE = _words(
    "mitosis meiosis apoptosis diagnosis prognosis phagocytosis endocytosis exocytosis necrosis hypothesis "
    "pinocytosis transcytosis cytokinesis stroma soma genoma ribosoma synapsis necroptosis pyroptosis "
    "ferroptosis osmosis symbiosis metamorphosis pathogenesis"
)
_GENERIC = _words("disease disorder syndrome condition deficiency")
_WORDS = _GENERIC | _words(
    "cancer tumor tumour dystrophy palsy deafness blindness diabetes epilepsy autism hypertension "
    "cataract cataracts glaucoma "
    "infertility obesity gout asthma lupus psoriasis eczema rickets imperfecta bullosa pigmentosa amaurosis "
    "aniridia albinism dwarfism ataxia dystonia dementia aneurysm malformation arrhythmia progeria migraine "
    "parkinsonism paraganglioma hemophilia haemophilia stroke thrombosis myotonia paralysis chorea "
    "hypotension "
    "exostoses nystagmus hydrocephalus retardation immunodeficiency porphyria leukodystrophy "
    "lissencephaly holoprosencephaly fibrillation tachycardia bradycardia hypoplasia aplasia"
)
# "hearing loss", "intellectual disability", "heart failure": diseases of two words.
_PHRASE = re.compile(
    r"\b(?:hearing loss|vision loss|intellectual disability|(?:heart|liver|kidney|renal|ovarian|"
    r"respiratory) failure|"
    r"cleft (?:lip|palate)|short stature|(?:developmental|growth) delay|(?:bone|heart|septal|tube) "
    r"defects?)\b",
    re.IGNORECASE,
)
# "risk of breast cancer", "cancer cells", "various", "these": the phrase is about a disease, or names none.
_BLOCKED = re.compile(
    r"\b(?:risk|development|progression|severity|prognosis|treatment|therap\w+|response|resistance|"
    r"onset|symptoms?|"
    r"cases?|patients?|people|individuals?|persons?|famil(?:y|ies)|children|cohort|cells|"
    r"cell(?! (?:carcinoma|leuka?emia|lymphoma|disease|anemia|tumou?r|arteritis|cancer))|tissues?|levels?|"
    r"growth|survival|"
    r"metastas\w+|pathogenesis|susceptibility|predisposition|suppress\w+|proliferation|invasion|"
    r"activity|function|"
    r"expression|production|synthesis|pathways?|genes?|proteins?|mutations?|variants?|forms?|types|"
    r"kinds?|number|"
    r"variety|range|group|spectrum|several|various|many|some|other|certain|different|numerous|"
    r"related|this|these|"
    r"those|such|its|their|his|her|all|any|reduced|increased|decreased|loss of|lack|absence|features?|signs?|"
    r"phenotypes?|characteris\w+|subtypes?|categor\w+|both|well|is|are|was|were|has|have|been|be|"
    r"that|which|not|"
    r"diagnosis|studies|study|known|called|caused|due|causing|affect\w*|status|outcomes?|incidence|"
    r"disorders|diseases|conditions|syndromes|cancers|tumou?rs|abnormalities|deficiencies|also|not|no|"
    r"formation|accumulation|regulation|impaired|defective|abnormal|dysfunction|multiple organ|chromosome|"
    r"more|most|less|early-stage|mg|fold|approximately|poor|rare|serious|life-threatening|fatal|"
    r"potential\w*|possible|a|an)\b",
    re.IGNORECASE,
)
# "genetic", "X-linked": words that leave "genetic disorder" no name.
_VAGUE = _words(
    "genetic inherited hereditary severe metabolic neurological developmental human "
    "neurodegenerative autosomal "
    "recessive dominant x-linked blood bone skin congenital mitochondrial neurodevelopmental "
    "psychiatric mental "
    "neuromuscular skeletal cardiovascular inflammatory autoimmune bleeding chronic progressive "
    "monogenic immune "
    "neuropsychiatric lethal clinical medical health rare-genetic single-gene multisystem systemic "
    "brain heart "
    "kidney liver lung eye muscle connective tissue endocrine complex common cardiac renal hepatic "
    "fetal birth "
    "neonatal childhood adult pediatric primary secondary early-onset late-onset mild new novel the or and"
)
# "X-linked dominant erythropoietic protoporphyria": letters, digits, spaces, hyphens, apostrophes, slashes.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’/ \u2013\u00c0-\u024f-]{2,100}")
# "anemia", "X-linked", "Parkinson's": one word.
_WORD = re.compile(r"[\w'-]+")
MAX_WORDS = 9


def is_disease_word(word: str) -> bool:
    """Say whether one word is a disease by itself or the head of a disease's name."""
    plain = word.casefold().strip("()'’,")
    plain = plain.removesuffix("'s").rsplit("-", 1)[-1]
    return plain in _WORDS or (plain not in _NO_DISEASE and bool(_SUFFIX.fullmatch(plain)))


def mentions_disease(text: str) -> bool:
    """Say whether a disease stands anywhere in the text."""
    words = _WORD.findall(text)
    return bool(_PHRASE.search(text)) or any(
        is_disease_word(word) for word in words if word.casefold() not in ("condition", "disorder")
    )


def is_disease_name(text: str) -> bool:
    """Say whether the whole phrase is the name of one disease, and no class of them or talk about them.

    >>> is_disease_name("X-linked sideroblastic anemia"), is_disease_name("genetic disorder")
    (True, False)
    """
    words = text.split()
    if not _NAME.fullmatch(text) or len(words) > MAX_WORDS or _BLOCKED.search(text):
        return False
    if not (_PHRASE.search(text) or any(is_disease_word(word) for word in words)):
        return False
    if len(words) == 1 and text.casefold() in ("cancer", "tumor", "tumour"):
        return False
    return any(word.casefold() not in _VAGUE | _GENERIC for word in words)
