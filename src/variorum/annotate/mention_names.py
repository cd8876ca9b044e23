"""Which stretches of a text are names, and of what: persons, organisations, places?"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from variorum.annotate.mention_candidates import Candidate, cut_in_headlines
from variorum.annotate.mention_draft import Draft, is_break, is_capital, is_possessive, offsets, plain
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_scope import Scope, demonym
from variorum.annotate.mention_titles import Title, find_title, office_before
from variorum.annotate.page import Page
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
_PROPER = frozenset({"PERSON", "GPE", "LOC"})
_WEAK_LABELS = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART"})
_LONGEST_NAME = 6
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?")
_HYPHENS = frozenset({"-", "‑"})


@dataclass(frozen=True)
class Sight:
    """What the name rules look at: the page's parse, the phrases found in it, and the places of the report."""

    page: Page
    names: Names
    matches: tuple[Match, ...]
    ending: Mapping[int, Match]
    covering: Mapping[int, Match]
    scope: Scope

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.page.doc


def find_names(sight: Sight) -> list[Draft]:
    """Drafts of all names, in order of the text, none overlapping another."""
    candidates = _settle([*_from_model(sight), *_after_titles(sight), *_with_heads(sight), *_acronyms(sight)])
    candidates = cut_in_headlines(sight.doc, candidates)
    titles = {c.first: find_title(sight.doc, sight.ending, c.first) for c in candidates}
    votes = [_weigh(sight, c, titles[c.first]) for c in candidates]
    surnames = _surnames(sight, candidates, votes)
    drafts = []
    for candidate, vote in zip(candidates, votes, strict=True):
        text = sight.doc[candidate.first : candidate.last].text
        if plain(text) in surnames:
            vote[EntityType.PERSON] += 5
        kind = _winner(vote)
        if kind:
            drafts.append(_draft(sight, candidate, kind, titles[candidate.first]))
    return _with_repeats(sight, _with_acronyms(sight.doc, drafts), surnames)


def _from_model(sight: Sight) -> Iterable[Candidate]:
    for entity in sight.doc.ents:
        if entity.label_ in _LABELS and not _is_adjective(sight.doc, entity.start, entity.end, entity.label_):
            trimmed = _trim(sight, entity.start, entity.end, entity.label_)
            if trimmed:
                yield Candidate(*trimmed, entity.label_)
    for left, right in zip(sight.doc.ents, sight.doc.ents[1:], strict=False):
        if _one_person(sight, left, right):
            yield Candidate(left.start, right.end, "PERSON")


def _one_person(sight: Sight, left: Span, right: Span) -> bool:
    """Whether the model cut an unfamiliar person's name in two: names that touch, the one part of the other, that act."""
    if left.end != right.start or left.label_ not in _PROPER or right.label_ not in _PROPER:
        return False
    head = right.root
    if left.root.dep_ != "compound" or left.root.head != head or head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    whole = sight.doc[left.start : right.end].text
    known = sight.scope.country_named(left.text) or sight.scope.country_named(right.text) or demonym(left.root)
    return not known and not sight.scope.is_known_name(whole) and "\n" not in whole


def _is_adjective(doc: Doc, first: int, last: int, label: str) -> bool:
    """Whether the model took a word that only qualifies ("Soviet", "Islamic") or a common noun ("Videos") for a name."""
    head = doc[last - 1]
    if label == "NORP":
        return head.tag_ not in {"NNS", "NNPS"} or head.dep_ in {"amod", "compound"}
    return last - first == 1 and label in {"ORG", "PRODUCT", "EVENT", "WORK_OF_ART"} and head.tag_ in {"NN", "NNS", "JJ", "VB", "VBZ", "VBD"}


def _trim(sight: Sight, first: int, last: int, label: str) -> tuple[int, int] | None:
    """The name without articles, titles and peoples before it and clitics behind; None where nothing is left."""
    doc, particles = sight.doc, sight.names.people.particles
    for at in range(first, last):
        if is_break(doc[at]):
            last = at
            break
    while first < last and _leads(sight, first, last, label):
        covered = sight.covering.get(first)
        first = covered.last if covered and covered.last <= last and covered.sort in {"office", "honorific"} else first + 1
    while first < last and _trails(sight, last - 1):
        last -= 1
    if label == "PERSON" or (label in {"GPE", "ORG"} and _hyphenated(doc, last) and is_capital(doc[last + 1])):
        last = _extend(doc, first, last)
    if label == "PERSON":
        lower = next((at for at in range(first, last) if not is_capital(doc[at]) and not _inside(doc, at, particles)), last)
        last = lower
    return (first, last) if first < last and any(is_capital(doc[at]) for at in range(first, last)) else None


def _leads(sight: Sight, at: int, last: int, label: str) -> bool:
    token = sight.doc[at]
    if token.is_punct or token.is_space or plain(token.text) in {"the", "a", "an"} or is_possessive(token):
        return True
    if label not in {"PERSON", "GPE", "NORP"} or last - at < 2:
        return False
    match = sight.covering.get(at)
    if match and match.sort in {"office", "honorific"} and match.last < last:
        return True
    if label != "PERSON":
        return False
    following = sight.doc[at + 1]
    named = demonym(token) or sight.scope.country_named(token.text)
    return bool(named) and following.text not in _HYPHENS


def _trails(sight: Sight, at: int) -> bool:
    token = sight.doc[at]
    if token.is_punct and token.text.endswith((".", ")")) and len(token.text) > 1:
        return False
    return token.is_punct or token.is_space or is_possessive(token) or (token.is_lower and len(token.text) > 3)


def _inside(doc: Doc, at: int, particles: frozenset[str]) -> bool:
    token = doc[at]
    return plain(token.text) in particles or token.text in _HYPHENS or token.is_punct or (at > 0 and doc[at - 1].text in _HYPHENS)


def _extend(doc: Doc, first: int, last: int) -> int:
    """A person's name goes on over a hyphen and over capitalised proper nouns that the model left out."""
    while last < len(doc):
        if _hyphenated(doc, last):
            last += 2
        elif is_capital(doc[last]) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_ and _joined(doc, last):
            last += 1
        else:
            break
    return last


def _hyphenated(doc: Doc, last: int) -> bool:
    """Whether the model cut a double name at its hyphen."""
    if last + 1 >= len(doc) or doc[last].text not in _HYPHENS:
        return False
    return doc[last + 1].is_alpha and not doc[last].whitespace_ and not doc[last - 1].whitespace_


def _joined(doc: Doc, at: int) -> bool:
    return doc[at].sent.start < at and not is_break(doc[at - 1]) and not doc[at].is_punct


def _after_titles(sight: Sight) -> Iterable[Candidate]:
    """Proper nouns after an office or a form of address ("Lieutenant Aydin Kaya"), whatever the model says."""
    doc = sight.doc
    for match in sight.matches:
        if match.sort not in {"office", "honorific"} or match.last >= len(doc):
            continue
        if match.sort == "honorific" and not is_capital(doc[match.first]):
            continue
        if doc[match.last].pos_ == "PROPN" and is_capital(doc[match.last]) and match.last not in sight.covering:
            last = _extend_person(sight, match.last)
            if match.last < last and doc[match.last].sent.start <= match.first:
                yield Candidate(match.last, last, None)


def _extend_person(sight: Sight, first: int) -> int:
    doc, last = sight.doc, first
    while last < len(doc) and (is_capital(doc[last]) or _inside(doc, last, sight.names.people.particles)):
        token = doc[last]
        if last in sight.covering or (token.is_punct and token.text not in _HYPHENS) or token.pos_ in {"VERB", "AUX", "ADP"}:
            break
        last += 1
    while last > first and not is_capital(doc[last - 1]):
        last -= 1
    return last


def _with_heads(sight: Sight) -> Iterable[Candidate]:
    """Capitalised runs that hold a noun for an organisation ("Northern Workers' Union", "Group of 24")."""
    doc, heads, inner = sight.doc, sight.names.organizations.heads, sight.names.organizations.inner
    for token in doc:
        if not is_capital(token) or plain(token.text) not in heads or token.pos_ not in {"PROPN", "NOUN"}:
            continue
        first, last = token.i, token.i + 1
        while first > token.sent.start and (_goes_on(doc, first - 1) or _bridge(doc, first - 1, inner)):
            first -= 1
        while last < token.sent.end and (_goes_on(doc, last) or doc[last].like_num or _bridge(doc, last, inner)):
            last += 1
        trimmed = _trim(sight, first, last, "ORG")
        if trimmed and trimmed[1] - trimmed[0] > 1 and not _is_office(sight, trimmed[0]):
            yield Candidate(*trimmed, None)


def _is_office(sight: Sight, first: int) -> bool:
    """Whether the run is an office, not a body ("Member of Parliament")."""
    match = sight.covering.get(first)
    return match is not None and match.sort in {"office", "group"}


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a capitalised word can be part of a body's name: no preposition or adverb that opens a sentence, no date."""
    token = doc[at]
    return is_capital(token) and token.pos_ not in {"ADP", "ADV", "DET", "PRON", "SCONJ", "VERB", "AUX"} and token.ent_type_ != "DATE"


def _bridge(doc: Doc, at: int, inner: frozenset[str]) -> bool:
    """Whether a lower-case word stands inside a capitalised name."""
    if plain(doc[at].text) not in inner or not 0 < at < len(doc) - 1 or plain(doc[at].text) == "and":
        return is_possessive(doc[at]) and 0 < at < len(doc) - 1 and is_capital(doc[at + 1]) and is_capital(doc[at - 1])
    return plain(doc[at].text) == "of" and is_capital(doc[at - 1]) and (is_capital(doc[at + 1]) or doc[at + 1].like_num)


def _acronyms(sight: Sight) -> Iterable[Candidate]:
    """Acronyms of bodies of the world, outlets, and those that the report itself explains in brackets."""
    doc, known = sight.doc, sight.names.organizations.acronyms
    told = {doc[at].text for at in range(1, len(doc) - 1) if _bracketed(doc, at)}
    for token in doc:
        if _ACRONYM.fullmatch(token.text) and (token.text in known or token.text in told):
            if token.i not in sight.covering or sight.covering[token.i].sort == "outlet":
                yield Candidate(token.i, token.i + 1, None)
    for match in sight.matches:
        if match.sort == "outlet" and is_capital(doc[match.first]) and not demonym(doc[match.first]):
            yield Candidate(match.first, match.last, None)


def _bracketed(doc: Doc, at: int) -> bool:
    return doc[at - 1].text == "(" and doc[at + 1].text == ")" and bool(_ACRONYM.fullmatch(doc[at].text))


def _settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The longest candidate of those that overlap; the model's before a rule's where they are level."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (c.first - c.last, c.label is None, c.first)):
        if taken.isdisjoint(range(candidate.first, candidate.last)):
            kept.append(candidate)
            taken.update(range(candidate.first, candidate.last))
    return sorted(kept)


def _weigh(sight: Sight, candidate: Candidate, title: Title | None) -> Counter[EntityType]:
    """How much speaks for each type: the model's label, title, given name, nouns for bodies, the gazetteer."""
    doc, names = sight.doc, sight.names
    tokens = doc[candidate.first : candidate.last]
    words = [plain(token.text) for token in tokens]
    vote: Counter[EntityType] = Counter()
    if candidate.label:
        vote[_LABELS[candidate.label]] += 1 if candidate.label in _WEAK_LABELS else 2
    if title:
        weak = title.last - title.first == 1 and plain(doc[title.first].text) in names.modifiers.rank
        vote[EntityType.PERSON] += 1 if weak else 6
    if len(words) > 1 and (words[0] in names.people.male or words[0] in names.people.female):
        vote[EntityType.PERSON] += 3
    if any(word in names.organizations.heads for word in words) or _is_outlet(words, names):
        vote[EntityType.ORGANIZATION] += 5
    if tokens.text in names.organizations.acronyms or _ACRONYM.fullmatch(tokens.text) and candidate.label is None:
        vote[EntityType.ORGANIZATION] += 5
    start, end = offsets(doc, candidate.first, candidate.last)
    rows = sight.scope.places_in(start, end)
    if rows and rows[0].start <= start and rows[-1].end >= end:
        vote[EntityType.PLACE] += 3 if sight.scope.is_known(rows[0]) else 1
    if sight.scope.country_named(tokens.text) or sight.scope.country_named(tokens.text.removesuffix("s")):
        vote[EntityType.PLACE] += 3
    elif _placed(sight, candidate) and not title:
        vote[EntityType.PLACE] += 3
    if candidate.label != "ORG" and _renamed(sight, candidate):
        vote[EntityType.PERSON] += 4
    if len(words) > _LONGEST_NAME:
        vote[EntityType.PERSON] = 0
    if _age_follows(doc, candidate.last):
        vote[EntityType.PERSON] += 4
    if _speaks(sight, candidate):
        vote[EntityType.PERSON] += 1
    return vote


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
        if match and match.sort in {"office", "person"} and doc[match.first].sent == doc[before].sent:
            return True
    if candidate.last < len(doc) and doc[candidate.last].text == ",":
        for at in range(candidate.last + 1, min(candidate.last + 5, len(doc))):
            if doc[at].is_punct and doc[at].text not in _HYPHENS:
                return False
            match = sight.covering.get(at)
            if match and match.sort in {"office", "person"} and doc[match.last - 1].pos_ in {"NOUN", "PROPN"}:
                titled = match.last < len(doc) and is_capital(doc[match.last]) and doc[match.last].pos_ == "PROPN"
                return not titled and plain(doc[candidate.last + 1].text) not in {"and", "or", "but"}
    return False


def _age_follows(doc: Doc, at: int) -> bool:
    return at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text in {",", "."}


def _speaks(sight: Sight, candidate: Candidate) -> bool:
    head = sight.doc[candidate.first : candidate.last].root
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ in sight.names.cues.saying


def _winner(vote: Counter[EntityType]) -> EntityType | None:
    order = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP)
    best = max(order, key=lambda kind: (vote[kind], -order.index(kind)))
    return best if vote[best] > 0 else None


def _surnames(sight: Sight, candidates: Sequence[Candidate], votes: Sequence[Counter[EntityType]]) -> frozenset[str]:
    """Last words of the names that surely are persons': bare, they are that person's name too."""
    found = set()
    for candidate, vote in zip(candidates, votes, strict=True):
        sure = _winner(vote) is EntityType.PERSON and (vote[EntityType.PERSON] > 2 or candidate.last - candidate.first > 1)
        if sure and vote[EntityType.PERSON] > vote[EntityType.ORGANIZATION] + vote[EntityType.PLACE]:
            last = candidate.last - 1
            while last > candidate.first and plain(sight.doc[last].text) in sight.names.honorifics.suffixes:
                last -= 1
            word = plain(sight.doc[last].text)
            if len(word) > 2 and word not in sight.names.organizations.media | sight.names.organizations.heads:
                found.add(word)
    return frozenset(found)


def _draft(sight: Sight, candidate: Candidate, kind: EntityType, title: Title | None) -> Draft:
    doc = sight.doc
    start, end = offsets(doc, candidate.first, candidate.last)
    draft = Draft(
        first=candidate.first,
        last=candidate.last,
        start=start,
        end=end,
        type=kind,
        form="name",
        rule=f"model: {candidate.label}" if candidate.label else "name by rule",
        head=(start, end),
    )
    if kind is EntityType.PERSON:
        return _titled(sight, draft, title)
    if kind is EntityType.ORGANIZATION:
        text = doc[candidate.first : candidate.last].text
        return replace(draft, acronym=text if text in sight.names.organizations.acronyms else None)
    return draft


def _titled(sight: Sight, draft: Draft, title: Title | None) -> Draft:
    doc, names = sight.doc, sight.names
    words = [plain(token.text) for token in doc[draft.first : draft.last]]
    given = (words[0] in names.people.male) - (words[0] in names.people.female) if len(words) > 1 else 0
    gender = {1: "male", -1: "female"}.get(given)
    if title is None:
        return replace(draft, gender=gender)
    tokens = doc[title.first : title.last]
    lower = {plain(token.text) for token in tokens}
    told = "male" if lower & (names.honorifics.male | names.persons.male) else None
    told = "female" if lower & (names.honorifics.female | names.persons.female) else told
    around = (*tokens, *_of_country(doc, draft.last))
    return replace(
        draft,
        title=tokens.text.strip(" []()\"“”"),
        title_first=title.first,
        kind=title.office,
        former=title.former,
        country=sight.scope.country_in(around),
        gender=told or gender,
        rule="title",
    )


def _of_country(doc: Doc, last: int) -> Sequence[Token]:
    """The words of "of Kazakhstan" in "President Tokayev of Kazakhstan"."""
    if last + 1 < len(doc) and doc[last].text == "of" and is_capital(doc[last + 1]):
        return tuple(doc[last + 1 : last + 2])
    return ()


def _with_acronyms(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """A name with its acronym in brackets behind it shares it with the acronym's own mention."""
    by_first = {draft.first: number for number, draft in enumerate(drafts)}
    out = list(drafts)
    for number, draft in enumerate(drafts):
        at = draft.last
        if draft.type is EntityType.PERSON or at + 2 >= len(doc) or doc[at].text != "(" or at + 1 not in by_first:
            continue
        other = by_first[at + 1]
        acronym = doc[at + 1].text
        if drafts[other].last == at + 2 and _ACRONYM.fullmatch(acronym) and _spells(draft_words(doc, draft), acronym):
            out[number] = replace(draft, acronym=acronym, type=EntityType.ORGANIZATION)
            out[other] = replace(drafts[other], acronym=acronym, type=EntityType.ORGANIZATION, antecedent=draft.span)
    return out


def draft_words(doc: Doc, draft: Draft) -> list[str]:
    """The draft's words in lower case."""
    return [plain(token.text) for token in doc[draft.first : draft.last]]


def _spells(words: Sequence[str], acronym: str) -> bool:
    """Whether most of an acronym's letters are initials of the name, in order (other languages' acronyms fail, and may)."""
    initials, at = [word[:1] for word in words], 0
    for letter in acronym.lower():
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
        else:
            return False
    return True


def _with_repeats(sight: Sight, drafts: Sequence[Draft], surnames: frozenset[str]) -> list[Draft]:
    """Bare surnames that the model passed over are names too."""
    taken = {at for draft in drafts for at in range(draft.first, draft.last)}
    titles = {at for draft in drafts if draft.title_first is not None for at in range(draft.title_first, draft.first)}
    out = list(drafts)
    for token in sight.doc:
        if token.i in taken or token.i in titles or not is_capital(token) or plain(token.text) not in surnames:
            continue
        if token.pos_ in {"PROPN", "NOUN", "X"} and token.i not in sight.covering:
            candidate = Candidate(token.i, token.i + 1, None)
            draft = _draft(sight, candidate, EntityType.PERSON, find_title(sight.doc, sight.ending, token.i))
            out.append(replace(draft, rule="surname known in the report"))
    return sorted(out, key=lambda draft: draft.span)
