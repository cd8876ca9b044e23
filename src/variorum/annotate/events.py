"""Which events does a report tell of, who did what to whom, when and where, and does it tell them as having happened?"""

from spacy.tokens import Token

from variorum.annotate.aspect import aspect_of
from variorum.annotate.event_arguments import Argument, Arguments
from variorum.annotate.event_content import noun_content
from variorum.annotate.event_modes import Telling, telling
from variorum.annotate.event_parse import content
from variorum.annotate.event_senses import Senses
from variorum.annotate.event_triggers import Trigger, TriggerFinder, trigger_words
from variorum.annotate.factuality import FactualityReader
from variorum.annotate.page import Annotator, Page
from variorum.annotate.scope import claim_for, date_for, place_for
from variorum.lexicon.aspect import load_aspect
from variorum.lexicon.events import EventLexicon
from variorum.lexicon.load import read_lexicon
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import EventMention, Tables
from variorum.model.terms import EventType, Polarity, Realis

_SPEECH = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.AGREE, EventType.ACCUSE, EventType.REJECT})


def event_annotator() -> Annotator:
    """The annotator that fills `event_mentions`."""
    reader = EventReader(read_lexicon("events", EventLexicon), FactualityReader())
    needs = ("sections", "dates", "places", "claims")
    return Annotator(name="events", version=6, needs=needs, sets="event_mentions", run=reader.find_events)


class EventReader:
    """Finds events by the lexicon; built once, keeps no state between pages."""

    def __init__(self, lexicon: EventLexicon, factuality: FactualityReader) -> None:
        self._lexicon = lexicon
        self._triggers = TriggerFinder(lexicon)
        self._arguments = Arguments(
            self._triggers.clauses,
            Senses(lexicon, self._triggers.clauses),
            self._triggers.act_of,
            self._triggers.type_of,
        )
        self._factuality = factuality
        self._aspects = load_aspect()

    def find_events(self, page: Page, found: Tables) -> tuple[EventMention, ...]:
        """The events of the page, in order of their triggers; none in sections that tell no news."""
        rows = []
        for sentence in page.sentences():
            rows += [self._mention(page, found, trigger) for trigger in self._triggers.find(sentence)]
            rows += [row for trigger in self._triggers.demands(sentence) if (row := self._demand(page, found, trigger))]
        return tuple(sorted(rows, key=lambda row: (row.start, row.end, row.trigger_start, row.id)))

    def _demand(self, page: Page, found: Tables, trigger: Trigger) -> EventMention | None:
        """What a voice says must be done; None where the report itself says so, which asks nobody."""
        claim = claim_for(found.claims, Span(start=trigger.head.idx, end=trigger.head.idx + len(trigger.head)))
        if claim is None or claim.voice_span is None:
            return None
        tells = Telling(Polarity.POSITIVE, Realis.ACTUAL, None)
        return self._row(page, found, trigger, self._arguments.of_demand(trigger, claim.voice_span), tells)

    def _mention(self, page: Page, found: Tables, trigger: Trigger) -> EventMention:
        words = trigger_words(trigger, self._lexicon.aspect)
        named = Span(start=words[0].idx, end=words[-1].idx + len(words[-1]))
        tells = telling(self._factuality, found, trigger.head, named)
        return self._row(page, found, trigger, self._arguments.of(trigger), tells)

    def _row(
        self,
        page: Page,
        found: Tables,
        trigger: Trigger,
        parties: tuple[Argument | None, Argument | None],
        tells: Telling,
    ) -> EventMention:
        words = trigger_words(trigger, self._lexicon.aspect)
        named = Span(start=words[0].idx, end=words[-1].idx + len(words[-1]))
        actor, recipient = parties
        said = _content(trigger) or _asked(trigger)
        span = _cover(named, actor, recipient)
        date, place = date_for(page, found, trigger.head), place_for(page, found, trigger.head)
        claim = tells.claim
        return EventMention(
            id=finding_id("event_mentions", page.report.id, span, named.start, named.end, trigger.act.type),
            report=page.report.id,
            start=span.start,
            end=span.end,
            text=page.quote(span),
            trigger=page.quote(named),
            trigger_start=named.start,
            trigger_end=named.end,
            type=trigger.act.type,
            mode=trigger.act.mode,
            actor=page.quote(actor.span) if actor else None,
            actor_span=actor.span if actor else None,
            actor_basis=actor.basis if actor else None,
            recipient=page.quote(recipient.span) if recipient else None,
            recipient_span=recipient.span if recipient else None,
            recipient_basis=recipient.basis if recipient else None,
            date=date.date.edtf if date else None,
            date_ref=date.date.id if date else None,
            date_basis=date.basis if date else None,
            place=place.place.text if place else None,
            place_name=place.place.name if place else None,
            place_ref=place.place.id if place else None,
            place_basis=place.basis if place else None,
            polarity=tells.polarity,
            realis=tells.realis,
            voice=claim.voice if claim else None,
            voice_name=claim.voice_name if claim else None,
            voice_entity=claim.voice_entity if claim else None,
            claim=claim.id if claim else None,
            lemma=trigger.head.lemma_.lower(),
            concept=trigger.act.concept,
            aspect=aspect_of(trigger.head, self._aspects),
            content=page.quote(said) if said else None,
            content_span=said,
            sentence=_sentence(trigger.head),
            rule=_rule(trigger),
        )


def _content(trigger: Trigger) -> Span | None:
    """What is demanded, promised or alleged: the clause that the trigger governs; None where it governs none."""
    if trigger.act.type not in _SPEECH:
        return None
    clause = content(trigger.head)
    if clause is None or clause in trigger.words:
        return None
    words = [word for word in clause.subtree if not word.is_space]
    start, end = words[0], words[-1]
    if end.is_punct and end.i > start.i:
        end = end.nbor(-1)
    return Span(start=start.idx, end=end.idx + len(end))


def _asked(trigger: Trigger) -> Span | None:
    """What is asked for, told as a noun: only demands are told so in the news as a rule."""
    return noun_content(trigger.head) if trigger.act.type is EventType.REQUEST else None


def _cover(named: Span, *arguments: Argument | None) -> Span:
    """The range from the first to the last of trigger and arguments."""
    spans = [named, *(argument.span for argument in arguments if argument is not None)]
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


def _sentence(token: Token) -> Span:
    return Span(start=token.sent.start_char, end=token.sent.end_char)


def _rule(trigger: Trigger) -> str:
    if trigger.light is not None:
        return "event noun with light verb"
    kind = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective"}.get(trigger.head.pos_, "noun")
    return f"event {kind}" if len(trigger.words) == 1 else f"event {kind} phrase"
