"""Is the report an interview, and if so, which lines ask and which answer?"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from variorum.ingest.cues import Label
from variorum.ingest.lines import Line, split_sentences
from variorum.lexicon.sections import SectionLexicon
from variorum.model.terms import SectionKind

ASKED = Label(SectionKind.QUESTION, "question mark")
PROMPT = Label(SectionKind.QUESTION, "prompt without a question mark")
LABELLED = Label(SectionKind.QUESTION, "speaker label")
ANSWER = Label(SectionKind.BODY, "answer")

_SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s*(?:[:|]|\s[—–-])\s+(?=\S)")
_QUOTED = "\"“«‘'"
_MOST_ASKING, _LEAST_ASKING, _LEAST_ASKING_OF_TWO = 0.62, 0.1, 0.2
"""Shares of an interview's lines that ask."""
_QUESTION_WORDS = 32
_PROMPT_WORDS = 60


class Interviews:
    """Tells questions from answers in reports made of them."""

    def __init__(self, lexicon: SectionLexicon) -> None:
        self._interviewers = lexicon.interviewers
        self._reaction = re.compile(rf"(?:{'|'.join(lexicon.reactions)})(?![\w])", re.IGNORECASE)
        self._own = _any_word(lexicon.own_voice)
        self._address = _any_word(lexicon.address)
        self._abbreviations = lexicon.abbreviations

    def label_turns(self, lines: Sequence[Line]) -> dict[int, Label]:
        """Labels of the lines that ask and answer, by index; empty where the report is no interview."""
        return self._label_speakers(lines) or self._label_questions(lines)

    def _label_speakers(self, lines: Sequence[Line]) -> dict[int, Label]:
        speakers = {i: m["name"].lower() for i, line in enumerate(lines) if (m := _SPEAKER.match(line.text))}
        turns = Counter(speakers.values())
        repeated = {name for name, count in turns.items() if count > 1 or name in ("q", "a", "question", "answer")}
        taking = {i: name for i, name in speakers.items() if name in repeated}
        if len(taking) > 1 and set(taking.values()) <= self._interviewers:
            return self._label_askers(lines, taking)
        asker = self._asker(lines, taking)
        if asker is None or len(repeated) < 2 or 3 * len(taking) < len(lines):
            return {}
        labels: dict[int, Label] = {}
        speaking = None
        for index in range(min(taking), len(lines)):
            speaking = taking.get(index, speaking)
            labels[index] = LABELLED if speaking == asker else ANSWER
        return labels

    @staticmethod
    def _label_askers(lines: Sequence[Line], taking: dict[int, str]) -> dict[int, Label]:
        """The turns where only who asks is labelled: all else behind the first question answers."""
        answered = [i for i in taking if i + 1 < len(lines) and i + 1 not in taking]
        if 2 * len(answered) < len(taking):
            return {}
        return {i: LABELLED if i in taking else ANSWER for i in range(min(taking), len(lines))}

    def _asker(self, lines: Sequence[Line], taking: dict[int, str]) -> str | None:
        """The speaker who asks; None where nobody asks at least half the time."""
        named = sorted(set(taking.values()) & self._interviewers)
        if named:
            return named[0]
        turns = Counter(taking.values())
        asked = Counter(name for index, name in taking.items() if lines[index].asks)
        return max(sorted(asked), key=lambda name: asked[name] / turns[name]) if asked else None

    def _label_questions(self, lines: Sequence[Line]) -> dict[int, Label]:
        asking = [i for i, line in enumerate(lines) if line.asks and line.text[0] not in _QUOTED]
        if not self._is_interview(lines, asking):
            return {}
        labels = dict.fromkeys(range(asking[0], len(lines)), ANSWER)
        labels |= dict.fromkeys(asking, ASKED)
        for index in range(asking[0] + 1, len(lines) - 1):
            if labels[index] is ANSWER and self._is_prompt(lines, index, labels):
                labels[index] = PROMPT
        return labels

    def _is_interview(self, lines: Sequence[Line], asking: Sequence[int]) -> bool:
        answered = [i for i in asking if i + 1 < len(lines) and i + 1 not in asking]
        if len(answered) < 2 or len(asking) > _MOST_ASKING * len(lines):
            return False
        least = _LEAST_ASKING if len(answered) > 2 else _LEAST_ASKING_OF_TWO
        if len(asking) < least * len(lines) or median(len(lines[i].words) for i in asking) > _QUESTION_WORDS:
            return False
        answers = [lines[i + 1].text for i in answered]
        speaking = sum(bool(self._own.search(text) or self._reaction.match(text)) for text in answers)
        addressed = any(self._address.search(lines[i].text) for i in asking)
        return speaking >= 2 or (addressed and speaking >= 1) or (addressed and len(answered) > 2)

    def _is_prompt(self, lines: Sequence[Line], index: int, labels: dict[int, Label]) -> bool:
        """Whether a line states what the next one reacts to, in an exchange of single questions and answers."""
        line, following = lines[index], lines[index + 1]
        if labels[index + 1] is not ANSWER or labels[index - 1] is not ANSWER:
            return False
        if self._own.search(line.text) or self._reaction.match(line.text) or len(line.words) > _PROMPT_WORDS:
            return False
        if line.text[0] in _QUOTED or not line.closed:
            return False
        if re.match(self._reaction, following.text) is not None:
            return True
        alone = len(split_sentences(line, self._abbreviations)) == 1 and len(line.words) <= 16
        return alone and min(len(following.words), len(lines[index - 1].words)) > 2 * len(line.words)


def _any_word(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w])", re.IGNORECASE)
