"""What do the finders of offices, memberships and whereabouts share: the page's mentions by word, and the rows they make?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from variorum.annotate.factuality import FactualityReader
from variorum.annotate.page import Page
from variorum.annotate.scope import claim_for, date_for
from variorum.lexicon.names import topic_words
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Mention, PlaceMention, Role, Tables
from variorum.model.terms import Certainty, EntityType, Polarity, RoleKind, RoleStatus

_BEHIND = re.compile(r" (?:of|for|at|in|from) (?:the )?")


_CHANGES = frozenset({RoleStatus.GAINS, RoleStatus.LOSES})


@dataclass(frozen=True, kw_only=True)
class Told:
    """A role as the words tell it, before date, voice and certainty are read. `bare`: no office, body or place is named."""

    kind: RoleKind
    status: RoleStatus
    holder: Span
    value: Span
    cue: Token
    rule: str
    organization: Span | None = None
    place: PlaceMention | None = None
    date: str | None = None
    dated: bool = True
    planned: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Stage:
    """One page with the findings so far, asked by word and by span."""

    page: Page
    found: Tables
    reader: FactualityReader

    @cached_property
    def mentions(self) -> Mapping[int, Mention]:
        """Token number of a mention's head → the mention: names before descriptions, the longest first; places left out."""
        ranked = sorted(self.found.mentions, key=lambda m: (m.form == "name", m.end - m.start, m.start))
        heads = {at: m for m in ranked if m.type is not EntityType.PLACE and (at := self._root(m)) is not None}
        return self._titles(ranked) | heads

    def _titles(self, mentions: Sequence[Mention]) -> dict[int, Mention]:
        """Token number of the head of a title with an "of" → whom it names: "The acting *minister* of justice Ann Lee"."""
        found = {}
        for mention in mentions:
            if mention.form == "name" and mention.title and " of " in mention.title:
                start = self.page.report.text.rfind(mention.title, 0, mention.start)
                span = (
                    self.page.doc.char_span(start, start + len(mention.title), alignment_mode="expand")
                    if start >= 0
                    else None
                )
                if span is not None:
                    found[span.root.i] = mention
        return found

    @cached_property
    def by_id(self) -> Mapping[str, Mention]:
        """Mention id → mention."""
        return {mention.id: mention for mention in self.found.mentions}

    @cached_property
    def places(self) -> Mapping[int, PlaceMention]:
        """Token number of any word of a place → the place."""
        found: dict[int, PlaceMention] = {}
        for place in self.found.places:
            span = self.page.doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None:
                found.update({token.i: place for token in span})
        return found

    @cached_property
    def place_spans(self) -> Mapping[int, Span]:
        """Token number of any word of a place or a mention of one → its span."""
        spans = [row.span for row in self.found.places]
        spans += [m.span for m in self.found.mentions if m.type is EntityType.PLACE]
        found: dict[int, Span] = {}
        for span in spans:
            words = self.page.doc.char_span(span.start, span.end, alignment_mode="expand")
            if words is not None:
                found.update({token.i: span for token in words})
        return found

    def _root(self, mention: Mention) -> int | None:
        head = mention.head or mention.span
        span = self.page.doc.char_span(head.start, head.end, alignment_mode="expand")
        return span.root.i if span is not None and len(span) else None

    def person_at(self, token: Token) -> Mention | None:
        """The person whose mention the word heads; None for other words."""
        mention = self.mentions.get(token.i)
        return mention if mention and mention.type is EntityType.PERSON else None

    def body_in(self, start: int, end: int) -> Span | None:
        """The widest organisation that lies in the range; None where there is none."""
        inside = [
            m
            for m in self.found.mentions
            if m.type is EntityType.ORGANIZATION
            and start <= m.start
            and m.end <= end
            and m.text.lower() not in topic_words()
        ]
        widest = min(inside, key=lambda m: (m.start - m.end, m.start), default=None)
        return widest.span if widest else None

    def body_of(self, office: Span) -> Span | None:
        """The body an office belongs to: one inside its words, else right behind them ("spokesman for the *Coast Guard*")."""
        inside = self.body_in(office.start, office.end)
        if inside is not None:
            return inside if not self._names_topic(inside, office) else None
        match = _BEHIND.match(self.page.report.text, office.end)
        start = match.end() if match else None
        behind = [m for m in self.found.mentions if m.type is EntityType.ORGANIZATION and m.start == start]
        widest = max(behind, key=lambda m: m.end, default=None)
        return widest.span if widest else None

    def _names_topic(self, body: Span, office: Span) -> bool:
        """Whether one word before a minister's title only says of what: "*Mines* Minister", "Minister of the *Interior*"."""
        words = self.page.quote(body).split()
        around = {word.lower() for word in self.page.quote(office).split()}
        return len(words) == 1 and not words[0].isupper() and "minister" in around


def _wished(told: Told) -> bool:
    """Whether a person only shall be somewhere: "she should stay in Oran"."""
    return told.kind is RoleKind.WHEREABOUTS and any(child.tag_ == "MD" for child in told.cue.children)


def role_row(stage: Stage, told: Told) -> Role | None:
    """The row of a told role; None where the words deny, doubt away or only plan it beyond telling."""
    certainty = Certainty.CERTAIN
    status = told.status
    if told.dated or told.cue.pos_ in {"VERB", "AUX"}:
        fact = stage.reader.factuality_of(told.cue)
        certainty = fact.certainty
        if fact.polarity is Polarity.NEGATIVE:
            status = RoleStatus.DENIED
            if told.bare:
                return None
        elif (fact.planned or told.planned) and (status in _CHANGES or _wished(told)):
            return None
        if told.bare and certainty is not Certainty.CERTAIN:
            return None
    span = _covering(told)
    scope = date_for(stage.page, stage.found, told.cue) if told.dated else None
    claim = claim_for(stage.found.claims, span)
    sentence = told.cue.sent
    return Role(
        id=finding_id("roles", stage.page.report.id, span, told.kind, told.holder.start, told.value.start, told.status),
        report=stage.page.report.id,
        start=span.start,
        end=span.end,
        text=stage.page.quote(span),
        kind=told.kind,
        holder=stage.page.quote(told.holder),
        holder_span=told.holder,
        value=stage.page.quote(told.value),
        value_span=told.value,
        organization=stage.page.quote(told.organization) if told.organization else None,
        organization_span=told.organization,
        status=status,
        date=scope.date.edtf if scope else None,
        date_ref=told.date or (scope.date.id if scope else None),
        place_ref=told.place.id if told.place else None,
        voice=claim.voice if claim else None,
        claim=claim.id if claim else None,
        certainty=certainty,
        sentence=Span(start=sentence.start_char, end=sentence.end_char),
        rule=told.rule,
    )


def _covering(told: Told) -> Span:
    """The stretch from the first to the last of holder, cue and value; what another sentence calls the holder left out."""
    sentence = Span(start=told.cue.sent.start_char, end=told.cue.sent.end_char)
    cue = Span(start=told.cue.idx, end=told.cue.idx + len(told.cue.text))
    spans = [cue, *(span for span in (told.holder, told.value) if sentence.contains(span))]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun a relative clause hangs on."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
                return verb.head
            return child
    controller = _controller(verb)
    if controller is not None:
        return controller
    if verb.dep_ in {"conj", "xcomp", "pcomp"} or (verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"}):
        above = _clause_above(verb)
        if above.pos_ in {"VERB", "AUX"} and above != verb:
            return subject_of(above)
    if verb.dep_ == "acl":
        return verb.head
    return None


def _controller(verb: Token) -> Token | None:
    """Whom an infinitive is said of where the verb above has an object: "ordered *the mayor* to stay"; None elsewhere."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.pos_ != "VERB" or not any(child.tag_ == "TO" for child in verb.children):
        return None
    return next((child for child in above.children if child.dep_ in {"dobj", "dative"} and child.i < verb.i), None)


def _clause_above(verb: Token) -> Token:
    """The verb whose subject a participle or gerund shares ("since stepping down, he …"); the verb itself where none is."""
    above = verb.head
    while above.dep_ == "prep" and above.head != above:
        above = above.head
    return above


def coordinated(token: Token) -> Sequence[Token]:
    """The word and those joined to it."""
    return (token, *token.conjuncts)


def phrase_span(token: Token) -> Span:
    """The word with what stands before it in its phrase and an "of" behind it."""
    left = min((child.left_edge.i for child in token.lefts if child.dep_ != "det"), default=token.i)
    last = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            inner = [c for c in child.children if c.dep_ == "pobj"]
            last = max([last, *(_noun_end(c) for c in inner)])
    doc = token.doc
    return Span(start=doc[left].idx, end=doc[last].idx + len(doc[last].text))


def _noun_end(token: Token) -> int:
    end = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            end = max([end, *(_noun_end(c) for c in child.children if c.dep_ == "pobj")])
    return end
