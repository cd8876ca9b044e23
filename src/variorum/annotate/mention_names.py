"""Which stretches of a text are names, and of what: persons, organisations, places?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotate.mention_candidates import Candidate, cut_in_headlines
from variorum.annotate.mention_draft import Draft, is_capital, offsets, plain
from variorum.annotate.mention_evidence import weigh_types, winning_type
from variorum.annotate.mention_model import model_candidates
from variorum.annotate.mention_runs import (
    acronym_candidates,
    apposed_candidates,
    headed_candidates,
    speaking_candidates,
    titled_candidates,
)
from variorum.annotate.mention_sight import ACRONYM, Sight
from variorum.annotate.mention_titles import Title, find_title
from variorum.lexicon.led_bodies import SEVERAL, stands_as_body
from variorum.model.terms import EntityType


def find_names(sight: Sight) -> list[Draft]:
    """Drafts of all names, in order of the text, none overlapping another."""
    found = [*model_candidates(sight), *titled_candidates(sight), *headed_candidates(sight), *acronym_candidates(sight)]
    found += [*apposed_candidates(sight), *speaking_candidates(sight)]
    candidates = _settle([candidate for candidate in found if not _cuts_office(sight, candidate)])
    candidates = [c for c in cut_in_headlines(sight.doc, candidates) if not _tells(sight, c)]
    titles = {
        c.first: None if _in_brackets(sight.doc, c) else find_title(sight.doc, sight.ending, c.first)
        for c in candidates
    }
    votes = [weigh_types(sight, c, titles[c.first]) for c in candidates]
    led = _led(sight, candidates)
    for candidate, vote in zip(candidates, votes, strict=True):
        named = sight.doc[candidate.first : candidate.last].text
        if named in led and not titles[candidate.first] and not vote[EntityType.PLACE]:
            vote[EntityType.ORGANIZATION] += 5
    surnames = _surnames(sight, candidates, votes)
    drafts = []
    for candidate, vote in zip(candidates, votes, strict=True):
        text = sight.doc[candidate.first : candidate.last].text
        if plain(text) in surnames:
            vote[EntityType.PERSON] += 5
        kind = winning_type(vote)
        if kind:
            drafts.append(_draft(sight, candidate, kind, titles[candidate.first]))
    drafts = [_family(sight, draft) for draft in drafts]
    return _with_repeats(sight, _with_acronyms(sight, drafts), surnames)


def _family(sight: Sight, draft: Draft) -> Draft:
    """A surname with a noun for all who bear it is a group ("the Berg family"); other drafts as they are."""
    doc, at = sight.doc, draft.last
    single = draft.type is EntityType.PERSON and at - draft.first == 1 and draft.title is None
    if not single or at >= len(doc) or plain(doc[at].text) not in sight.names.groups.families:
        return draft
    start, end = offsets(doc, draft.first, at + 1)
    return replace(draft, last=at + 1, end=end, type=EntityType.GROUP, head=(start, end), gender=None, rule="family")


def _cuts_office(sight: Sight, candidate: Candidate) -> bool:
    """Whether the model took the start of an office for a body ("[Interior] Minister")."""
    match = sight.covering.get(candidate.last - 1)
    return match is not None and match.sort == "office" and match.first < candidate.last < match.last


def _tells(sight: Sight, candidate: Candidate) -> bool:
    """Whether the model took a clause of a headline for a name ("[Riot Police Beat Villagers] in Oran")."""
    tokens = sight.doc[candidate.first : candidate.last]
    parts = {sight.covering[token.i] for token in tokens if token.i in sight.covering}
    crowds = [match for match in parts if match.sort == "group" and match.last <= candidate.last]
    return bool(crowds) and any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in tokens)


def _in_brackets(doc: Doc, candidate: Candidate) -> bool:
    """Whether the name is an acronym in brackets: the office before it is not its title."""
    before = doc[candidate.first - 1].text if candidate.first else ""
    return (
        before == "(" and candidate.last - candidate.first == 1 and bool(ACRONYM.fullmatch(doc[candidate.first].text))
    )


def _settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The longest candidate of those that overlap; the model's before a rule's where they are level."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (c.first - c.last, c.label is None, c.first)):
        if taken.isdisjoint(range(candidate.first, candidate.last)):
            kept.append(candidate)
            taken.update(range(candidate.first, candidate.last))
    return sorted(kept)


def _surnames(sight: Sight, candidates: Sequence[Candidate], votes: Sequence[Counter[EntityType]]) -> frozenset[str]:
    """Last words of the names that surely are persons': bare, they are that person's name too."""
    found = set()
    for candidate, vote in zip(candidates, votes, strict=True):
        sure = winning_type(vote) is EntityType.PERSON and (
            vote[EntityType.PERSON] > 2 or candidate.last - candidate.first > 1
        )
        if sure and vote[EntityType.PERSON] > vote[EntityType.ORGANIZATION] + vote[EntityType.PLACE]:
            last = candidate.last - 1
            while last > candidate.first and plain(sight.doc[last].text) in sight.names.honorifics.suffixes:
                last -= 1
            word = plain(sight.doc[last].text)
            if len(word) > 2 and word not in sight.names.organizations.media | sight.names.organizations.heads:
                found.add(word)
    return frozenset(found)


def _led(sight: Sight, candidates: Sequence[Candidate]) -> frozenset[str]:
    """The names that the report treats as bodies more than once: led, or manned."""
    told = Counter(
        sight.doc[candidate.first : candidate.last].text
        for candidate in candidates
        if stands_as_body(sight.page.report.text, *offsets(sight.doc, candidate.first, candidate.last))
    )
    return frozenset(name for name, count in told.items() if count >= SEVERAL)


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
        title=tokens.text.strip(' []()"“”'),
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


def _with_acronyms(sight: Sight, drafts: Sequence[Draft]) -> list[Draft]:
    """A name with its acronym in brackets behind it shares it with the acronym's own mention."""
    doc = sight.doc
    by_first = {draft.first: number for number, draft in enumerate(drafts)}
    out = list(drafts)
    for number, draft in enumerate(drafts):
        at = draft.last
        if draft.type is EntityType.PERSON or at + 2 >= len(doc) or doc[at].text != "(" or at + 1 not in by_first:
            continue
        other = by_first[at + 1]
        acronym = doc[at + 1].text
        if drafts[other].last == at + 2 and ACRONYM.fullmatch(acronym) and _stands_for(sight, draft, acronym):
            out[number] = replace(draft, acronym=acronym, type=EntityType.ORGANIZATION)
            out[other] = replace(drafts[other], acronym=acronym, type=EntityType.ORGANIZATION, antecedent=draft.span)
    return out


def draft_words(doc: Doc, draft: Draft) -> list[str]:
    """The draft's words in lower case."""
    return [plain(token.text) for token in doc[draft.first : draft.last]]


def _stands_for(sight: Sight, draft: Draft, acronym: str) -> bool:
    """Whether brackets explain a body's name: by its initials, or by a word of another language that the world knows not."""
    if _spells(draft_words(sight.doc, draft), acronym):
        return True
    listed = sight.names.organizations
    foreign = acronym not in listed.acronyms and plain(acronym) not in listed.media and len(acronym) > 2
    return draft.type is EntityType.ORGANIZATION and draft.last - draft.first > 1 and foreign


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
