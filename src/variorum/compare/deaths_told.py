"""Which statements say of somebody just named as dead how they died, in words that tell of no event ("he had hanged himself")?"""

import re
from collections import defaultdict
from collections.abc import Iterator

from variorum.compare.event_groups import happened
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ManneredAct, Outcome
from variorum.model.tables import Claim, EventMention
from variorum.model.terms import Manner, Polarity

_NEAR = 300
_OF_THE_DEAD = re.compile(r"(?:that )?(?:he|she|his|her)\b")


def deaths_told(outcome: Outcome, view: CaseView) -> Iterator[tuple[EventMention, Claim, ManneredAct]]:
    """The claims that open with a pronoun and give a manner of the outcome by its words, each with the death told before it,
    within three hundred characters. Claims in which an event tells the manner are left out: the event is read as one.
    """
    dead: dict[str, list[EventMention]] = defaultdict(list)
    read: set[str] = set()
    concepts = {concept for manner in outcome.manners for concept in manner.concepts}
    for mention in view.tables.event_mentions:
        if mention.concept in concepts and happened(mention):
            read.add(mention.claim or "")
            if mention.recipient_entity in view.persons:
                dead[mention.report].append(mention)
    for claim in view.tables.claims:
        words = claim.text.casefold()
        told = claim.manner is not Manner.NARRATOR and claim.polarity is Polarity.POSITIVE and claim.id not in read
        if not told or claim.report not in dead or not _OF_THE_DEAD.match(words):
            continue
        manner = next((m for m in outcome.manners if any(f" {word}" in f" {words}" for word in m.words)), None)
        before = [m for m in dead[claim.report] if 0 <= claim.start - m.end <= _NEAR]
        if manner is not None and before:
            yield max(before, key=lambda mention: (mention.end, mention.id)), claim, manner
