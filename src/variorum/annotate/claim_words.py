"""The cue lexicon laid out for look-up, and the parts of an attribution before it becomes a claim."""

from functools import cache, cached_property

from spacy.tokens import Token

from variorum.lexicon.cues import CueWords, Frame
from variorum.lexicon.quantities import read_quantities
from variorum.model.base import Record, Span

_PERSONS = frozenset({"PERSON", "ORG", "NORP"})


class Attribution(Record, frozen=True, kw_only=True):
    """Content handed to a voice by a cue; offsets are the report's.

    `cue_at`, `head_at` and `voice_at` are token numbers of the cue, of the content's head word and of the voice's head;
    `pieces` are the content's parts, without quotation marks around them. `hearsay`: on nobody's word; `view`: held by
    nobody named ("is expected to"); `answer`: an interviewee's; `narrator`: the report's own. `via` are those who
    pass the voice's words on, the nearest first.
    """

    pieces: tuple[Span, ...]
    cue: Span | None = None
    cue_at: int | None = None
    head_at: int | None = None
    voice: Span | None = None
    voice_at: int | None = None
    hearsay: bool = False
    view: bool = False
    answer: bool = False
    narrator: bool = False
    quoted: bool = False
    via: tuple[Span, ...] = ()
    rule: str

    @property
    def span(self) -> Span:
        """From the first piece's start to the last one's end."""
        return Span(start=self.pieces[0].start, end=self.pieces[-1].end)


class Cues:
    """Look-up of cue words by lemma."""

    def __init__(self, words: CueWords) -> None:
        self.words = words
        self._frames: dict[str, frozenset[Frame]] = {}
        self._speech: set[str] = set()
        for group in words.verbs:
            for lemma in group.lemmas:
                self._frames[lemma] = self._frames.get(lemma, frozenset()) | frozenset(group.frames)
                if group.speech:
                    self._speech.add(lemma)

    @cached_property
    def behind(self) -> frozenset[str]:
        """Verbs with the preposition their content stands behind."""
        return frozenset(self.words.behind)

    @cached_property
    def _behind_verbs(self) -> frozenset[str]:
        return frozenset(pair.split()[0] for pair in self.words.behind)

    @cached_property
    def _noun_prepositions(self) -> dict[str, frozenset[str]]:
        table: dict[str, frozenset[str]] = {}
        for group in self.words.nouns:
            for lemma in group.lemmas:
                table[lemma] = table.get(lemma, frozenset()) | frozenset(group.prepositions)
        return table

    def base(self, token: Token) -> str:
        """The word's lemma in lower case, mended where the parser has a wrong one."""
        lemma = token.lemma_.lower()
        return self.words.lemma_repairs.get(lemma, lemma)

    def lemma(self, token: Token) -> str:
        """The verb's entry in the lexicon, with its particle where there is such an entry ("point out")."""
        lemma = self.base(token)
        for child in token.rights:
            if child.dep_ == "prt" or child.lower_ == "clear":
                with_particle = f"{lemma} {child.lower_}"
                if with_particle in self._frames:
                    return with_particle
        return lemma

    def frames(self, token: Token) -> frozenset[Frame]:
        """Where the verb may have its content; empty where it is no cue."""
        return self._frames.get(self.lemma(token), frozenset())

    def speaks(self, token: Token) -> bool:
        """Whether the verb is an act of saying, which may introduce a quotation."""
        return self.lemma(token) in self._speech

    def is_verb(self, token: Token) -> bool:
        """Whether the word is a cue verb in use as a verb."""
        if token.pos_ != "VERB":
            return False
        lemma = self.lemma(token)
        return lemma in self._frames or lemma in self._behind_verbs

    def is_noun(self, token: Token) -> bool:
        """Whether the word is a cue noun."""
        return token.pos_ == "NOUN" and token.lemma_.lower() in self._noun_prepositions

    def nobody(self, voice: Token) -> bool:
        """Whether the voice is no one: "nobody", "no one"."""
        determined = any(child.dep_ == "det" and child.lower_ == "no" for child in voice.children)
        return voice.lower_ in self.words.nobody or (determined and voice.lower_ == "one")

    def personal(self, cue: Token) -> bool:
        """Whether only people and bodies can do what the cue verb says: hopes, threats, promises."""
        return self.is_verb(cue) and self.lemma(cue) in self.words.personal_verbs | self.words.evidencing

    def thing(self, voice: Token) -> bool:
        """Whether the noun names an act, state or object rather than people, a body, a medium or a document; so does "this"."""
        lemma = voice.lemma_.lower()
        if voice.pos_ == "PRON" and voice.lower_ in self.words.inanimate_pronouns - {"it", "which", "those", "these"}:
            return True
        if lemma in self.words.finding_nouns:
            return False
        if voice.pos_ != "NOUN" or voice.ent_type_ or lemma in self.words.body_nouns | self.words.information_nouns:
            return False
        return lemma in self.words.things or lemma.endswith(self.words.thing_endings)

    @cached_property
    def _idioms(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for idiom in self.words.idioms:
            verb, *further, preposition = idiom.split()
            table.setdefault(verb, []).append((tuple(further), preposition))
        return table

    def idioms(self, verb: Token) -> list[tuple[tuple[str, ...], str]]:
        """The further words and the preposition of the verb's idioms; none where it has none or is no verb."""
        return self._idioms.get(self.base(verb), []) if verb.pos_ == "VERB" else []

    def stance(self, noun: Token) -> bool:
        """Whether the noun is for a stance, a decision or words."""
        return self.is_noun(noun) or (noun.pos_ == "NOUN" and noun.lemma_.lower() in self.words.stance_nouns)

    def unnamed(self, head: Token) -> bool:
        """Whether a request is only that of a source: "not to be named"."""
        negated = any(child.dep_ == "neg" for child in head.children)
        named = any(c.dep_ == "nsubjpass" and c.lemma_.lower() in {"name", "identity"} for c in head.children)
        return negated and (head.lemma_ in self.words.unnamed or named)

    def needs_sentence(self, token: Token) -> bool:
        """Whether the verb introduces a quotation only where that is a sentence or set off by a comma or colon."""
        return self.frames(token) == {Frame.QUOTE}

    def takes_clause(self, token: Token) -> bool:
        """Whether the cue noun's clause is a content."""
        return token.lemma_.lower() in self._clause_nouns

    @cached_property
    def _clause_nouns(self) -> frozenset[str]:
        return frozenset(lemma for group in self.words.nouns if group.clause for lemma in group.lemmas)

    def noun_prepositions(self, token: Token) -> frozenset[str]:
        """The prepositions behind which the cue noun has its content."""
        return self._noun_prepositions.get(token.lemma_.lower(), frozenset())


def names_somebody(head: Token) -> bool:
    """Whether a noun is for a person or body ("thanked the *nurses*", "quoted *officials*"), not for what is said or done."""
    return head.pos_ == "PRON" or head.ent_type_ in _PERSONS or head.lemma_.lower() in _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(read_quantities().people.nouns)
