"""Where is a person told to be, to have gone or to have left: "is now in Oran", "flew to Lagos", "left the country"?"""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.annotate.role_draft import Stage, Told, coordinated, subject_of
from variorum.lexicon.roles import RoleWords, WhereaboutsWords
from variorum.model.base import Span
from variorum.model.tables import Mention
from variorum.model.terms import RoleKind, RoleStatus, SectionKind


def find_whereabouts(stage: Stage, words: RoleWords) -> Iterable[Told]:
    """Whereabouts of persons, in order of the text."""
    for sentence in stage.page.sentences():
        for token in sentence:
            if token.pos_ in {"VERB", "AUX"}:
                yield from _of_verb(stage, token, words.whereabouts)
    yield from _answered(stage, words.whereabouts)


def _answered(stage: Stage, words: WhereaboutsWords) -> Iterable[Told]:
    """Where a person is said to be by an answer of a place alone ("Where is Roca now? – In Oran")."""
    sections = stage.page.sections
    for asked, answer in zip(sections, sections[1:], strict=False):
        if asked.kind is not SectionKind.QUESTION or answer.kind is not SectionKind.BODY:
            continue
        told = [s for s in stage.page.sentences() if answer.start <= s.start_char < answer.end]
        first = next((s for s in told if any(t.i in stage.place_spans for t in s)), None)
        if first is None or first not in told[:2] or any(t.pos_ in {"VERB", "AUX"} for t in first):
            continue
        place = next((t for t in first if t.i in stage.place_spans and t.head.lower_ in words.at), None)
        if place is None:
            continue
        for person in _asked_for(stage, asked.start, asked.end):
            yield Told(
                kind=RoleKind.WHEREABOUTS,
                status=RoleStatus.HOLDS,
                holder=person.span,
                value=_phrase(stage, place),
                place=stage.places.get(place.i),
                cue=place.head,
                rule="answer",
            )


def _asked_for(stage: Stage, start: int, end: int) -> Iterable[Mention]:
    """The person of whom a question asks where they are."""
    span = stage.page.doc.char_span(start, end, alignment_mode="contract")
    for token in span or ():
        if token.lower_ == "where" and token.head.lemma_ == "be":
            yield from _persons(stage, token.head)


def _of_verb(stage: Stage, verb: Token, words: WhereaboutsWords) -> Iterable[Told]:
    status, target = _move(stage, verb, words)
    held = status is RoleStatus.HOLDS and _keeps(verb, words)
    if status is None or target is None:
        return
    for person in _kept(stage, verb) if held else _persons(stage, verb):
        yield Told(
            kind=RoleKind.WHEREABOUTS,
            status=status,
            holder=person.span,
            value=_phrase(stage, target),
            place=stage.places.get(target.i),
            cue=verb,
            rule=f"verb: {verb.lemma_}",
        )


def _move(stage: Stage, verb: Token, words: WhereaboutsWords) -> tuple[RoleStatus | None, Token | None]:
    """What the verb says of being somewhere, and the word for the place; nothing with an "up" ("*brought up* in Oran")."""
    lemma = verb.lemma_.lower()
    if any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.children):
        return None, None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if lemma in words.leaving and not passive:
        left = _left_place(stage, verb, words)
        if left is not None:
            return RoleStatus.LOSES, left
    if (lemma in words.going and not passive) or (lemma in words.moved and passive):
        target = _behind(stage, verb, words.to, words)
        left = _out_of(stage, verb, words) if target is None else None
        return (RoleStatus.LOSES, left) if left is not None else (RoleStatus.GAINS, target)
    if lemma == "take" and any(child.dep_ == "dobj" and child.lemma_ in words.refuge for child in verb.children):
        return RoleStatus.GAINS, _behind_refuge(stage, verb, words)
    if lemma in words.busy and _goes_on(verb):
        return RoleStatus.HOLDS, _behind(stage, verb, words.at, words)
    if lemma in words.staying or (passive and lemma in words.seen) or _keeps(verb, words):
        target = _behind(stage, verb, words.at, words)
        if target is not None and lemma == "be" and not _only_place(verb):
            return None, None
        past = lemma == "be" and (verb.tag_ == "VBD" or _past_perfect(verb))
        return (RoleStatus.HELD if past else RoleStatus.HOLDS), target
    return None, None


def _goes_on(verb: Token) -> bool:
    """Whether the verb tells what is going on now ("is working")."""
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.tag_ in {"VBZ", "VBP"} for child in verb.children)


def _out_of(stage: Stage, verb: Token, words: WhereaboutsWords) -> Token | None:
    """The place that somebody went or was taken "out of"."""
    out = [child for child in verb.children if child.lower_ == "out" and child.dep_ in {"prep", "prt", "advmod"}]
    behind = [of for child in (*out, *([verb] if out else [])) for of in child.children if of.lower_ == "of"]
    places = [place for of in behind for place in of.children if place.dep_ == "pobj"]
    return next((p for p in places if p.i in stage.place_spans or p.lower_ in words.places), None)


def _behind_refuge(stage: Stage, verb: Token, words: WhereaboutsWords) -> Token | None:
    """The place of the refuge, which the parse hangs on the verb or on the noun."""
    nouns = [child for child in verb.children if child.dep_ == "dobj"]
    found = (_behind(stage, token, words.at, words) for token in (verb, *nouns))
    return next((place for place in found if place is not None), None)


def _past_perfect(verb: Token) -> bool:
    """Whether the verb tells of the time before the past ("had been in prison")."""
    return any(child.dep_ == "aux" and child.lower_ in {"had", "'d"} for child in verb.children)


def _keeps(verb: Token, words: WhereaboutsWords) -> bool:
    """Whether others keep somebody at a place in the active voice: "soldiers are holding the mayor at the station"."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return not passive and verb.lemma_.lower() in words.kept and any(c.dep_ in {"dobj", "obj"} for c in verb.children)


def _kept(stage: Stage, verb: Token) -> Iterable[Mention]:
    """The persons that are the objects of a verb of keeping."""
    for child in verb.children:
        if child.dep_ in {"dobj", "obj"}:
            for token in coordinated(child):
                person = stage.person_at(token)
                if person is not None:
                    yield person


def _left_place(stage: Stage, verb: Token, words: WhereaboutsWords) -> Token | None:
    for child in verb.children:
        if child.dep_ in {"dobj", "obj"} and (child.i in stage.place_spans or child.lower_ in words.places):
            return child
    return None


def _behind(stage: Stage, verb: Token, prepositions: frozenset[str], words: WhereaboutsWords) -> Token | None:
    """The place behind one of the prepositions, directly under the verb: one with a name before one without."""
    common = None
    for child in verb.children:
        if child.lower_ in {"abroad", "overseas"} and child.dep_ == "advmod":
            return child
        if child.dep_ != "prep" or child.lower_ not in prepositions:
            continue
        for place in child.children:
            if place.dep_ != "pobj":
                continue
            if place.i in stage.place_spans:
                return place
            if place.lower_ in words.custody or (place.lower_ in words.places and child.lower_ != "under"):
                common = common or place
    return common


def _only_place(verb: Token) -> bool:
    """Whether "be" says nothing but where ("is in Oran", never "is a hero in Oran", "was killed in Oran")."""
    said = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return not said and not any(child.dep_ in {"attr", "acomp", "oprd"} for child in verb.children)


def _persons(stage: Stage, verb: Token) -> Iterable[Mention]:
    subject = subject_of(verb)
    if subject is None:
        return
    for token in coordinated(subject):
        person = stage.person_at(token)
        if person is not None:
            yield person


def _phrase(stage: Stage, token: Token) -> Span:
    place = stage.place_spans.get(token.i)
    if place:
        return place
    left = min((child.left_edge.i for child in token.lefts), default=token.i)
    if token.dep_ == "pobj" and token.head.lower_ == "under":
        left = token.head.i  # "under house arrest"
    return Span(start=token.doc[left].idx, end=token.idx + len(token.text))
