"""Which statements of an interview are its answers, and whose are they?"""

import re
from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.terms import SectionKind

_FEWEST_WORDS = 4
_ANSWERS = frozenset({SectionKind.BODY})
_LABEL = re.compile(r"(?:A|Answer|Reply)\s?(?:[:|]|\s[—–-])\s+")
_ASKING = re.compile(r"\b(?:who|whom|where|when|how many|how much)\b", re.IGNORECASE)
_SPEAKERS = frozenset({"i", "we"})
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_BEHIND = re.compile(rf"[\"”»]\s*[:–—-]\s*{_NAME}")
_BEFORE = re.compile(rf"{_NAME}\s*:\s*[\"“«]")


def find_answers(page: Page, cues: Cues) -> Iterator[Attribution]:
    """The sentences an interviewee speaks that tell of somebody, some place, time or number, or of what the speaker did, in
    order; none elsewhere.

    Answers are the body text behind the first question, without the label that opens them ("A:"). The voice is the person the
    report says it interviewed; where it names nobody, the attribution has no voice of its own (`answer` is set and the claim
    names the part played).
    """
    first = next((s.start for s in page.sections if s.kind is SectionKind.QUESTION), None)
    if first is None:
        return
    voice = _interviewee(page, cues)
    direct = _direct_answers(page)
    for sentence in page.sentences(_ANSWERS):
        if sentence.start_char < first or not (_tells(sentence) or sentence.start_char in direct):
            continue
        label = _LABEL.match(sentence.text)
        start = sentence.start_char + (label.end() if label else 0)
        piece = trimmed(page.report.text, start, sentence.end_char)
        if piece is not None:
            yield Attribution(
                pieces=(piece,), head_at=sentence.root.i, voice=voice, answer=True, quoted=True, rule="answer"
            )


def _direct_answers(page: Page) -> frozenset[int]:
    """The starts of first sentences that answer who, where, when or how many with as much as a name or a number ("Twelve")."""
    asked = [
        part.end
        for part in page.sections
        if part.kind is SectionKind.QUESTION and _ASKING.search(part.text) is not None
    ]
    told = [s for s in page.sentences(_ANSWERS) if not _LABEL.fullmatch(f"{s.text.strip()} ")]
    firsts = [next((s for s in told if s.start_char >= end), None) for end in asked]
    return frozenset(s.start_char for s in firsts if s is not None and any(t.ent_type_ or t.like_num for t in s))


def _tells(sentence: TokenSpan) -> bool:
    words = [token for token in sentence if token.is_alpha or token.like_num]
    named = any(token.ent_type_ or token.like_num or token.dep_ == "neg" or token.lower_ == "no" for token in words)
    told = named or _tells_own(sentence.root)
    return len(words) >= _FEWEST_WORDS and told and any(token.pos_ in {"VERB", "AUX"} for token in words)


def _tells_own(verb: Token) -> bool:
    """Whether the speaker tells what they did or what befell them ("I made this decision on my own")."""
    past = verb.tag_ == "VBD" or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ == "VBD" for child in verb.children
    )
    return past and any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in _SPEAKERS for c in verb.children)


def _interviewee(page: Page, cues: Cues) -> Span | None:
    """The person behind "interview with" or "interviewed", or whom a title that quotes them names alone ("“I chose this
    myself”: Ana Roca on her departure").
    """
    for token in page.doc:
        if token.lemma_.lower() not in cues.words.interview_words:
            continue
        name = _object(token)
        if name is not None and any(t.ent_type_ == "PERSON" for t in name.subtree):
            return voice_span(name)
    return _quoted_in_title(page)


def _quoted_in_title(page: Page) -> Span | None:
    """The name that stands with a colon or dash behind the quotation of the title, or before it."""
    title = next((section for section in page.sections if section.kind is SectionKind.TITLE), None)
    found = (_BEHIND.search(title.text) or _BEFORE.match(title.text)) if title is not None else None
    if title is None or found is None:
        return None
    return Span(start=title.start + found.start("name"), end=title.start + found.end("name"))


def _object(word: Token) -> Token | None:
    for child in word.rights:
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep" and child.lower_ in {"with", "to"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
