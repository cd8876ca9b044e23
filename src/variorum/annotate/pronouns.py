"""Whom does "he" or "she" stand for? By gender, recency, part of speech and prominence; only where one person stands out.

After the salience rules of Lappin and Leass (1994), without their weights for languages and genres not ours.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.page import Page
from variorum.lexicon.names import read_names
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Mention
from variorum.model.terms import EntityType

_GENDER = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_REACH = 3
_SPEECH_REACH = 6
_LEAD = 0.8
_OWNER = 2.0
_PARAGRAPH = 0.3


@dataclass(frozen=True)
class Person:
    """A mention of a person seen so far: its sentence's number, its syntactic head, and the key of who it is."""

    mention: Mention
    sentence: int
    token: Token
    who: str


def find_pronouns(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Rows for the pronouns whose person stands out, in order; each names its antecedent."""
    numbers = {token.i: number for number, sentence in enumerate(page.doc.sents) for token in sentence}
    persons = _persons(page, mentions, numbers)
    genders = _genders(persons)
    counts = Counter(person.who for person in persons)
    rows: list[Mention] = []
    for token in page.doc:
        gender = _GENDER.get(token.lower_)
        if gender is None or (token.lower_ == "her" and token.pos_ not in {"PRON", "DET"}):
            continue
        told = _told_of(token, persons)
        before = [p for p in persons if p.token.i < token.i and p.who not in told]
        person = _stressed(token, before) or _antecedent(token, gender, before, numbers, genders, counts)
        if person:
            row = _row(page, token, person, gender)
            genders.setdefault(person.who, gender)
            rows.append(row)
            persons.append(Person(mention=row, sentence=numbers[token.i], token=token, who=person.who))
    return rows


def _told_of(token: Token, persons: Sequence[Person]) -> frozenset[str]:
    """The persons named in what the pronoun is said to say ("according to *him*, Haddad fled"): it is none of them, as nobody
    is named below a pronoun that means them (Chomsky 1981, condition C).
    """
    if _speaks(token):
        above = token.head
    elif token.head.lower_ == "to" and token.head.head.lower_ == "according":
        above = token.head.head.head
    else:
        return frozenset()
    named = (p for p in persons if p.mention.form == "name" and p.token.sent == token.sent)
    return frozenset(p.who for p in named if p.token.i > token.i and above.is_ancestor(p.token))


def _stressed(token: Token, before: Sequence[Person]) -> Person | None:
    """The person whom a pronoun stresses right behind the noun: "the speaker *himself*"."""
    if token.dep_ != "appos" or not token.lower_.endswith("self"):
        return None
    return next((person for person in reversed(before) if person.token == token.head), None)


def _persons(page: Page, mentions: Sequence[Mention], numbers: Mapping[int, int]) -> list[Person]:
    found = []
    known = {row.id: _last_word(row.text) for row in mentions if row.form == "name"}
    for row in sorted(mentions, key=lambda m: (m.start, m.end)):
        if row.type is not EntityType.PERSON:
            continue
        head = row.head or row.span
        span = page.doc.char_span(head.start, head.end, alignment_mode="expand")
        if span is None:
            continue
        own = known.get(row.id) or (row.kind or row.text).lower()
        who = known.get(row.antecedent, row.antecedent) if row.antecedent else own
        known[row.id] = who
        found.append(Person(mention=row, sentence=numbers.get(span.root.i, 0), token=span.root, who=who))
    return found


def _last_word(name: str) -> str:
    return name.lower().split()[-1]


def _genders(persons: Sequence[Person]) -> dict[str, str]:
    told: dict[str, Counter[str]] = {}
    for person in persons:
        if person.mention.gender:
            told.setdefault(person.who, Counter())[person.mention.gender] += 1
    return {who: min(counts, key=lambda g: (-counts[g], g)) for who, counts in told.items()}


def _antecedent(
    token: Token,
    gender: str,
    before: Sequence[Person],
    numbers: Mapping[int, int],
    genders: dict[str, str],
    counts: Counter[str],
) -> Person | None:
    """The person who stands out among those within reach; None where none does, or two do alike."""
    speaks, quoted = _speaks(token), _is_quoted(token)
    scores: dict[str, float] = {}
    latest: dict[str, Person] = {}
    for person in before:
        distance = numbers[token.i] - person.sentence
        known = genders.get(person.who)
        if (
            distance > (_SPEECH_REACH if speaks else _REACH)
            or (known and known != gender)
            or _is_bound(token, person.token)
        ):
            continue
        score = _salience(token, person, distance) + min(counts[person.who], 5) * 0.1 + (0.3 if known else 0.0)
        if _speaks(person.token):
            score += _LEAD if speaks and not quoted else -1.0 if quoted else 0.0
        if score >= scores.get(person.who, score):
            latest[person.who], scores[person.who] = person, score
    ranked = sorted(scores, key=lambda who: (-scores[who], who))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < 0.15):
        return None
    return latest[ranked[0]]


def _speaks(token: Token) -> bool:
    """Whether the word is the subject of a verb of saying."""
    return token.dep_ == "nsubj" and token.head.lemma_ in read_names().cues.speech


def _is_quoted(token: Token) -> bool:
    """Whether the word stands inside quotation marks opened in its paragraph: a speaker seldom says "he" of himself."""
    marks: list[str] = []
    for at in range(token.i - 1, -1, -1):
        word = token.doc[at].text
        if "\n" in word:
            break
        marks.append(word)
    before = "".join(marks)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _salience(token: Token, person: Person, distance: int) -> float:
    score = 3.0 - distance
    dep = person.token.dep_
    if dep in {"nsubj", "nsubjpass"}:
        score += _LEAD
    elif dep in {"dobj", "dative"}:
        score += 0.3
    elif dep in {"poss", "compound"}:
        score -= 0.3
    if distance == 0 and token.lower_ in {"his", "her", "himself", "herself"}:
        score += 0.4
    if token.dep_ in {"nsubj", "nsubjpass"} and dep in {"nsubj", "nsubjpass"}:
        score += 0.3
    if distance == 0 and dep in {"nsubj", "nsubjpass"} and person.token.head in list(token.ancestors):
        score += 0.5
    if person.mention.form == "description" and not person.mention.antecedent:
        score -= 0.4
        if person.mention.kind in read_names().offices.reporters:
            score -= 1.0  # who reports is hardly ever whom the report is about
    if _is_owner(token, person.token):
        score += _OWNER
    if distance and any("\n" in word.text for word in token.doc[person.token.i : token.i] if word.is_space):
        score -= _PARAGRAPH
    return score - min(abs(token.i - person.token.i), 60) / 100


def _is_owner(token: Token, other: Token) -> bool:
    """Whether the pronoun stands in what the other's lawyer, party or office says: "Berg's lawyer says *he* is ill"."""
    verb = other.head.head
    if other.dep_ != "poss" or other.head.dep_ != "nsubj" or verb.lemma_ not in read_names().cues.speech:
        return False
    return any(node.dep_ == "ccomp" and node.head == verb for node in token.ancestors)


def _is_bound(token: Token, other: Token) -> bool:
    """Whether grammar forbids the two to be one person: subject and plain object of one verb."""
    if token.lower_ in {"his", "himself", "herself"} or token.dep_ == "poss":
        return token.head == other
    same = token.head == other.head or (token.head.dep_ == "prep" and token.head.head == other.head)
    return same and token.dep_ != other.dep_


def _row(page: Page, token: Token, person: Person, gender: str) -> Mention:
    span = Span(start=token.idx, end=token.idx + len(token.text))
    return Mention(
        id=finding_id("mentions", page.report.id, span),
        report=page.report.id,
        start=span.start,
        end=span.end,
        text=token.text,
        type=EntityType.PERSON,
        form="pronoun",
        gender=gender,
        head=span,
        antecedent=person.mention.id,
        rule="singular pronoun",
    )
