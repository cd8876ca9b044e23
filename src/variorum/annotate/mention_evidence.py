"""What speaks for a name being a person's, a body's or a place's? One vote each, weighed."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from variorum.annotate.mention_candidates import Candidate
from variorum.annotate.mention_draft import is_capital, is_possessive, offsets, plain
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_sight import ACRONYM, HYPHENS, Sight
from variorum.annotate.mention_titles import Title, office_before
from variorum.lexicon.names import Names
from variorum.model.terms import EntityType

_LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "PRODUCT": EntityType.ORGANIZATION,
    "EVENT": EntityType.ORGANIZATION,
    "WORK_OF_ART": EntityType.ORGANIZATION,
}
_WEAK_LABELS = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART"})
_LONGEST_NAME = 6


def weigh_types(sight: Sight, candidate: Candidate, title: Title | None) -> Counter[EntityType]:
    """How much speaks for each type: the model's label, title, given name, nouns for bodies, the gazetteer."""
    doc, names = sight.doc, sight.names
    tokens = doc[candidate.first : candidate.last]
    words = [plain(token.text) for token in tokens]
    vote: Counter[EntityType] = Counter()
    if candidate.label and not _refused(sight, candidate):
        vote[_LABELS[candidate.label]] += 1 if candidate.label in _WEAK_LABELS else 2
    if title:
        weak = title.last - title.first == 1 and plain(doc[title.first].text) in names.modifiers.rank
        vote[EntityType.PERSON] += 1 if weak else 6
    if len(words) > 1 and (words[0] in names.people.male or words[0] in names.people.female):
        vote[EntityType.PERSON] += 3
    if any(word in names.organizations.heads for word in words) or _is_outlet(words, names):
        vote[EntityType.ORGANIZATION] += 5
    if tokens.text in names.organizations.acronyms or ACRONYM.fullmatch(tokens.text) and candidate.label is None:
        vote[EntityType.ORGANIZATION] += 5
    start, end = offsets(doc, candidate.first, candidate.last)
    rows = sight.scope.places_in(start, end)
    if rows and rows[0].start <= start and rows[-1].end >= end:
        sure = sight.scope.is_known(rows[0]) or rows[0].rule == "generic word"
        vote[EntityType.PLACE] += 3 if sure else 1
    if sight.scope.country_named(tokens.text) and not title:
        vote[EntityType.PLACE] += 8 if len(words) > 1 else 3
    elif sight.scope.country_named(tokens.text.removesuffix("s")) or _placed(sight, candidate) and not title:
        vote[EntityType.PLACE] += 3
    if candidate.label != "ORG" and _renamed(sight, candidate) or _is_kin(sight, candidate):
        vote[EntityType.PERSON] += 4
    if any(token.is_quote for token in tokens[1:-1]):
        vote[EntityType.PERSON] += 4
    if len(words) > _LONGEST_NAME:
        vote[EntityType.PERSON] = 0
    if _age_follows(doc, candidate.last) or _age_before(doc, candidate.first):
        vote[EntityType.PERSON] += 4
    if candidate.label == "PERSON" and not title:
        vote += _by_its_noun(sight, candidate)
    if _speaks(sight, candidate):
        vote[EntityType.PERSON] += 1
    return vote


def _refused(sight: Sight, candidate: Candidate) -> bool:
    """Whether the model's place is none: a word that the finder of places takes for an ordinary one ("*Mobile* internet")."""
    if candidate.label not in {"GPE", "LOC", "FAC"}:
        return False
    return not sight.scope.places_in(*offsets(sight.doc, candidate.first, candidate.last))


def _age_before(doc: Doc, at: int) -> bool:
    """Whether an age stands before the name: "29-year-old *Ann Lee*"."""
    return at > 1 and doc[at - 1].lower_ == "old" and "year" in {doc[n].lower_ for n in range(max(0, at - 4), at - 1)}


def _by_its_noun(sight: Sight, candidate: Candidate) -> Counter[EntityType]:
    """What the noun says that a name only qualifies: "the *Noyan* news agency" is a body, "the *Kati* camp" a place."""
    name = sight.doc[candidate.first : candidate.last].root
    noun, vote = name.head, Counter[EntityType]()
    before = sight.doc[candidate.first - 1] if candidate.first else name
    twin = before.head == noun and before.dep_ == name.dep_
    if (
        before.pos_ == "NOUN"
        and before.is_lower
        and (twin or before.head == name or (before == noun and name.dep_ == "appos"))
    ):
        noun = before
        if noun.lemma_.lower() in sight.names.organizations.called:
            vote[EntityType.ORGANIZATION] += 4  # "the Islamist group Al-Hijra"
        elif noun.lemma_.lower() in sight.names.cues.sites:
            vote[EntityType.PLACE] += 4  # "the mine Jerooy"
        return vote
    alone = candidate.last - candidate.first == 1 and name.dep_ == "pobj"
    if alone and name.head.lower_ in _STANDING and not sight.doc[candidate.first].is_sent_start:
        vote[EntityType.PLACE] += 3
    if (
        name.dep_ not in {"compound", "nmod"}
        or noun.i < candidate.last
        or noun.i - candidate.last > 1
        or is_capital(noun)
    ):
        return vote
    if noun.lemma_.lower() in sight.names.organizations.called:
        vote[EntityType.ORGANIZATION] += 4
    elif noun.lemma_.lower() in sight.names.cues.sites and candidate.first and _determined(sight.doc, candidate.first):
        vote[EntityType.PLACE] += 4
    return vote


_STANDING = frozenset({"off", "near", "outside"})
"""Prepositions behind which a name stands for a place, if it stands alone ("capsized off Garabulli")."""


def _determined(doc: Doc, at: int) -> bool:
    """Whether an article or a possessor stands before the token."""
    return doc[at - 1].lower_ == "the" or is_possessive(doc[at - 1])


def _is_outlet(words: Sequence[str], names: Names) -> bool:
    """Whether the name is an outlet's or starts with one ("Sputnik Armenia")."""
    return " ".join(words) in names.organizations.media or (len(words) > 1 and words[0] in names.organizations.media)


def _placed(sight: Sight, candidate: Candidate) -> bool:
    """Whether a preposition of place stands before a name that the gazetteer knows."""
    before = sight.doc[candidate.first - 1] if candidate.first else None
    if before is None or plain(before.text) not in sight.names.cues.placing:
        return False
    return sight.scope.is_known_name(sight.doc[candidate.first : candidate.last].text)


def _renamed(sight: Sight, candidate: Candidate) -> bool:
    """Whether an office stands beside the name, across a comma: "the mayor, Anna Berg", "Anna Berg, mayor of …"."""
    doc, before = sight.doc, candidate.first - 1
    if before > 0 and doc[before].text == ",":
        match = sight.ending.get(before) or office_before(doc, sight.ending, before)
        match = match or (described_before(sight, before) if candidate.last - candidate.first > 1 else None)
        if match and match.sort in {"office", "person"} and doc[match.first].sent == doc[before].sent:
            return True
    if candidate.last < len(doc) and doc[candidate.last].text == ",":
        for at in range(candidate.last + 1, min(candidate.last + 5, len(doc))):
            if doc[at].is_punct and doc[at].text not in HYPHENS:
                return False
            match = sight.covering.get(at)
            if match and match.sort in {"office", "person"} and doc[match.last - 1].pos_ in {"NOUN", "PROPN"}:
                titled = match.last < len(doc) and is_capital(doc[match.last]) and doc[match.last].pos_ == "PROPN"
                return not titled and plain(doc[candidate.last + 1].text) not in {"and", "or", "but"}
    return False


def described_before(sight: Sight, comma: int) -> Match | None:
    """The office whose phrase the comma ends ("the head of the port,"); None where a verb or pause comes between."""
    doc = sight.doc
    for at in range(comma, max(doc[comma].sent.start, comma - _FARTHEST), -1):
        match = sight.ending.get(at)
        if match and match.sort in {"office", "person"} and doc[match.last - 1].pos_ in {"NOUN", "PROPN"}:
            return match if at == comma or plain(doc[at].text) in {"of", "for", "from", "in", "at"} else None
        if doc[at - 1].pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} or doc[at - 1].text in {",", ";", ":", "("}:
            return None
    return None


_FARTHEST = 8


def _is_kin(sight: Sight, candidate: Candidate) -> bool:
    """Whether the name says whose relative somebody is ("the widow of Omar Haddad")."""
    at = candidate.first - 1
    if at < 1 or plain(sight.doc[at].text) != "of" or candidate.last - candidate.first < 2:
        return False
    match = sight.ending.get(at)
    return match is not None and match.sort == "person" and match.name in sight.names.persons.kin


def _age_follows(doc: Doc, at: int) -> bool:
    return at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text in {",", "."}


def _speaks(sight: Sight, candidate: Candidate) -> bool:
    head = sight.doc[candidate.first : candidate.last].root
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ in sight.names.cues.saying


def winning_type(vote: Counter[EntityType]) -> EntityType | None:
    """The type with most votes, persons first where level; None where nothing speaks for any."""
    order = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP)
    best = max(order, key=lambda kind: (vote[kind], -order.index(kind)))
    return best if vote[best] > 0 else None
