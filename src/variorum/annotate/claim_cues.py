"""What does a cue verb or noun hand to a voice? Contents read off the parse, one frame after the other."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_voices import voice_head, voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.lexicon.cues import Frame
from variorum.model.base import Span

_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "this",
        "that",
        "these",
        "those",
        "us",
        "me",
        "you",
        "itself",
        "himself",
    }
)
_PARTICLES = frozenset({"prt"})


def find_cued(doc: Doc, cues: Cues) -> Iterator[Attribution]:
    """The contents of the text's cue verbs and nouns, in order of the cues."""
    for token in doc:
        if cues.is_verb(token):
            yield from _of_verb(token, cues)
        elif token.dep_ == "acomp" and token.lower_ in cues.words.adjectives:
            yield from _of_adjective(token, cues)
        elif cues.is_noun(token):
            yield from _of_noun(token, cues)


def _of_verb(cue: Token, cues: Cues) -> Iterator[Attribution]:
    frames = cues.frames(cue)
    if frames and _hearsay_frame(cue, cues):
        return
    finders = (
        (Frame.CLAUSE, _clause),
        (Frame.AS, _as),
        (Frame.LABEL, _label),
        (Frame.INFINITIVE, _infinitive),
        (Frame.CHARGE, _charge),
        (Frame.VALUE, _value),
    )
    for frame, find in finders:
        found = find(cue) if frame in frames else None
        if found is not None:
            unvoiced = found.voice is None and frame in {Frame.AS, Frame.LABEL, Frame.CHARGE}
            yield _of_nobody(found, frame) if unvoiced else found
            if find in (_label, _as):
                yield from _said_of(cue, found)
            return
    takes_object = Frame.OBJECT in frames or (Frame.WORDS in frames and _takes_words(cue, cues))
    found = _behind(cue, cues) or (_object(cue, cues) if takes_object else None)
    if found is not None:
        yield found
        added = _elaboration(cue) if cues.speaks(cue) else None
        if added is not None:
            yield added


def _elaboration(cue: Token) -> Attribution | None:
    """The clause behind a dash that spells an announcement out: "announced arrests – dozens would be charged"."""
    clause = cue.head
    if cue.dep_ not in {"ccomp", "parataxis"} or clause.i < cue.i or clause.pos_ not in {"VERB", "AUX"}:
        return None
    if not any(c.is_punct and c.text in {"–", "—", "-", ":"} and cue.i < c.i < clause.i for c in clause.lefts):
        return None
    own = {word.i for word in cue.subtree}
    return attribution(cue, clause, [w for w in clause.subtree if w.i not in own], "elaboration")


def cue_span(cue: Token, *more: Token) -> Span:
    """The cue's words: the verb and what belongs to it right behind it (particle, preposition)."""
    last = cue
    for word in sorted([*more, *(c for c in cue.children if c.dep_ in _PARTICLES)], key=lambda t: t.i):
        if word.i == last.i + 1:
            last = word
    return Span(start=cue.idx, end=last.idx + len(last))


def attribution(cue: Token, head: Token, tokens: list[Token], rule: str, *more: Token) -> Attribution | None:
    """The attribution of the tokens to the cue's voice; None where nothing is left after trimming."""
    voice = voice_head(cue)
    without = {cue.i} | {word.i for word in more}
    if voice is not None:
        without |= _phrase(voice, cue)
    pieces = pieces_of(cue.doc, tokens, frozenset(without))
    if not pieces:
        return None
    return Attribution(
        pieces=pieces,
        cue=cue_span(cue, *more),
        cue_at=cue.i,
        head_at=head.i,
        voice=voice_span(voice) if voice is not None else None,
        voice_at=voice.i if voice is not None else None,
        rule=rule,
    )


def _phrase(voice: Token, cue: Token) -> set[int]:
    """The voice's words, where the voice is the cue's own subject: they are no part of its content."""
    return {word.i for word in voice.subtree} if voice.head == cue else set()


def infinitive(token: Token) -> bool:
    """Whether the word is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _without_mark(head: Token) -> list[Token]:
    """The clause's words without a "that" or "to" at its start."""
    words = list(head.subtree)
    while words and (words[0].is_punct or words[0].is_space or _leads(words[0])):
        if words[0].is_quote:
            break
        words.pop(0)
    return words


def _leads(word: Token) -> bool:
    return (word.dep_ == "mark" and word.lower_ in {"that", "as"}) or (word.dep_ == "aux" and word.lower_ == "to")


def _clause(cue: Token) -> Attribution | None:
    heads = [c for c in cue.children if c.dep_ == "ccomp" and not (infinitive(c) or _small(c))]
    heads = heads or [c for c in cue.children if c.dep_ == "advcl" and c.i > cue.i and _wonders(cue, c)]
    if not heads:
        return _parenthesis(cue)
    words = sorted({word for head in heads for word in _without_mark(head)}, key=lambda t: t.i)
    return attribution(cue, heads[-1], words, "clause")


def _wonders(cue: Token, clause: Token) -> bool:
    """Whether the clause is an indirect question: "asked if they would leave"."""
    marked = any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in clause.children)
    return marked and cue.lemma_ in {"ask", "wonder", "inquire", "enquire", "question"}


def _small(clause: Token) -> bool:
    """Whether a clause has neither a verb nor a "that": the label of its subject."""
    return clause.pos_ not in {"VERB", "AUX"} and not any(
        c.dep_ in {"mark", "cop", "aux", "auxpass"} for c in clause.children
    )


def _parenthesis(cue: Token) -> Attribution | None:
    """A cue set off in another clause: "the rebels, police say, withdrew"."""
    if cue.dep_ != "parataxis" or cue.head.pos_ not in {"VERB", "AUX"}:
        return None
    own = {word.i for word in cue.subtree}
    words = [word for word in cue.head.subtree if word.i not in own]
    return attribution(cue, cue.head, words, "parenthesis")


def _infinitive(cue: Token) -> Attribution | None:
    heads = [c for c in cue.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and infinitive(c)]
    heads = [c for c in heads if c.i > cue.i and (c.dep_ != "advcl" or _addressed(cue))]
    if not heads:
        return None
    head = heads[0]
    addressed = _addressed(cue)
    words = _without_mark(head)
    more: list[Token] = []
    if addressed is not None:
        words = [*addressed.subtree, *head.subtree] if addressed.i < head.i else words
        more = [addressed.head] if addressed.head.dep_ == "prep" else []
    return attribution(cue, head, sorted(set(words), key=lambda t: t.i), "infinitive", *more)


def _addressed(cue: Token) -> Token | None:
    """Who is urged, asked or told."""
    for child in cue.children:
        if child.dep_ in {"dobj", "dative"} and child.i > cue.i:
            return child
        if child.dep_ == "prep" and child.i > cue.i and child.lower_ in {"on", "upon", "to"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _of_nobody(found: Attribution, frame: Frame) -> Attribution:
    """A view or charge of nobody named: "is seen as a moderate", "was accused of arson"."""
    return msgspec.structs.replace(found, view=True, hearsay=frame is Frame.CHARGE)


def _of_adjective(cue: Token, cues: Cues) -> Iterator[Attribution]:
    """The content of a state of mind: "is confident that …", "was critical of …"."""
    for child in cue.rights:
        words: list[Token] = []
        if child.dep_ in {"ccomp", "xcomp"}:
            words = _without_mark(child)
        elif child.dep_ == "prep" and child.lower_ in cues.words.adjective_prepositions:
            words = [w for w in child.subtree if w != child]
        voice = voice_head(cue.head) if words else None
        pieces = pieces_of(cue.doc, words)
        if pieces and voice is not None and voice.lower_ not in cues.words.inanimate_pronouns:
            head = child if child.dep_ != "prep" else next(iter(child.children), child)
            yield Attribution(
                pieces=pieces,
                cue=cue_span(cue),
                cue_at=cue.i,
                head_at=head.i,
                voice=voice_span(voice),
                voice_at=voice.i,
                rule="state of mind",
            )
            return


def _hearsay_frame(cue: Token, cues: Cues) -> bool:
    """Whether the verb is a passive that tells a view or hearsay of nobody: left to the search for sources."""
    passive = any(c.dep_ == "auxpass" for c in cue.children) and not any(c.dep_ == "agent" for c in cue.children)
    return (
        passive and cue.lemma_ in cues.words.view_passives and any(c.dep_ in {"xcomp", "ccomp"} for c in cue.children)
    )


def _said_of(cue: Token, label: Attribution) -> Iterator[Attribution]:
    """What a relative clause on the label adds: "called them thugs who had been paid" says that they had been paid."""
    head = cue.doc[label.head_at] if label.head_at is not None else None
    for clause in head.rights if head is not None else ():
        if clause.dep_ != "relcl":
            continue
        for part in (clause, *(c for c in clause.children if c.dep_ == "conj" and c.pos_ == "VERB")):
            other = {w.i for c in part.children if c.dep_ in {"conj", "cc"} for w in c.subtree}
            words = [
                w
                for w in part.subtree
                if w.i not in other and not (w.head == part and w.lower_ in {"who", "which", "that"})
            ]
            found = attribution(cue, part, words, "label's clause")
            if found is not None:
                yield found


def _label(cue: Token) -> Attribution | None:
    for child in cue.children:
        if child.i < cue.i:
            continue
        if child.dep_ == "oprd" or (child.dep_ in {"ccomp", "xcomp"} and _small(child)):
            named = {w.i for c in child.children if c.dep_ in {"nsubj", "nsubjpass", "relcl"} for w in c.subtree}
            return attribution(cue, child, [w for w in child.subtree if w.i not in named], "label")
    return _second_object(cue)


def _second_object(cue: Token) -> Attribution | None:
    """The label the parse takes for a second object: "called them thieves", "called the leaders of the march criminals"."""
    objects = [c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i]
    if len(objects) > 1 and objects[0].right_edge.i + 1 == objects[1].left_edge.i:
        said = {w.i for c in objects[1].children if c.dep_ == "relcl" for w in c.subtree}
        return attribution(cue, objects[1], [w for w in objects[1].subtree if w.i not in said], "label")
    for child in objects:
        described = next((c for c in child.rights if c.dep_ == "acl" and c.tag_ in {"JJ", "VBN"}), None)
        if described is not None and described.left_edge == described:
            return attribution(cue, described, list(described.subtree), "label")
        for word in child.subtree:
            pair = [c for c in word.children if c.dep_ == "pobj"] if word.dep_ == "prep" else []
            if len(pair) > 1 and pair[0].right_edge.i + 1 == pair[1].left_edge.i:
                return attribution(cue, pair[1], list(pair[1].subtree), "label")
    return None


def _as(cue: Token) -> Attribution | None:
    for child in cue.children:
        if child.i > cue.i and child.lower_ == "as" and child.dep_ == "prep":
            heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp", "amod", "advmod", "acomp"}]
            if heads:
                other = {w.i for h in heads for c in h.children if c.dep_ == "relcl" for w in c.subtree}
                words = [w for head in heads for w in head.subtree if w.i not in other]
                return attribution(cue, heads[0], words, "label", child)
    return None


def _charge(cue: Token) -> Attribution | None:
    accused = next((c for c in cue.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if accused is None:
        return None
    around = [*cue.children, *(c for c in accused.children if any(g.dep_ == "pcomp" for g in c.children))]
    reproach = next((c for c in around if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"} and c.i > cue.i), None)
    if reproach is None:
        return None
    head = next(iter(reproach.children), reproach)
    if reproach.head == accused:
        return attribution(cue, head, list(accused.subtree), "charge")
    if accused.dep_ == "nsubjpass":
        return attribution(cue, head, [w for w in reproach.subtree if w != reproach], "charge")
    return attribution(cue, head, [*accused.subtree, *reproach.subtree], "charge")


def _value(cue: Token) -> Attribution | None:
    """An estimate: "put the toll at forty"."""
    valued = next((c for c in cue.children if c.dep_ == "dobj"), None)
    at = next((c for c in cue.children if c.dep_ == "prep" and c.lower_ == "at" and c.i > cue.i), None)
    if valued is None or at is None or not any(w.like_num for w in at.subtree):
        return None
    return attribution(cue, valued, [*valued.subtree, *at.subtree], "value")


def _takes_words(cue: Token, cues: Cues) -> bool:
    return any(c.dep_ == "dobj" and cues.is_noun(c) for c in cue.children)


def _behind(cue: Token, cues: Cues) -> Attribution | None:
    for child in cue.children:
        if child.dep_ not in {"prep", "prt", "agent"} or f"{cue.lemma_.lower()} {child.lower_}" not in cues.behind:
            continue
        heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        if heads and heads[0].lower_ not in _PRONOUNS and heads[0].ent_type_ not in {"DATE", "TIME"}:
            return attribution(cue, heads[0], [w for w in child.subtree if w != child], "behind preposition", child)
    return None


def _object(cue: Token, cues: Cues) -> Attribution | None:
    head = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    if head is None and any(c.dep_ == "agent" for c in cue.children):
        head = next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
    if head is None:
        gerund = next(
            (c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > cue.i), None
        )
        return attribution(cue, gerund, list(gerund.subtree), "gerund") if gerund is not None else None
    if head.lower_ in _PRONOUNS or head.pos_ == "PRON":
        return None
    clause = next((c for c in head.children if c.dep_ == "acl" and any(m.dep_ == "mark" for m in c.children)), None)
    if clause is not None and cues.is_noun(head):
        return attribution(cue, clause, _without_mark(clause), "object's clause")
    bare = all(c.dep_ in {"det", "amod", "poss", "predet"} for c in head.children)
    if head.lemma_.lower() in cues.words.statement_nouns or (bare and _names_words(head, cues)):
        return None
    if cues.speaks(cue) and any(c.dep_ == "neg" for c in cue.children):
        return None
    return attribution(cue, head, list(head.subtree), "object")


def _names_words(head: Token, cues: Cues) -> bool:
    """Whether an object only points to words said elsewhere ("rejected the claims"), or makes another sense ("claimed lives")."""
    return cues.is_noun(head) or head.lemma_.lower() in cues.words.object_stops


def _of_noun(cue: Token, cues: Cues) -> Iterator[Attribution]:
    if cue.dep_ in {"dobj", "nsubjpass"} and cues.is_verb(cue.head) and cue.head.lemma_ not in cues.words.issuing_verbs:
        return
    found = (_noun_clause(cue) if cues.takes_clause(cue) else None) or _noun_complement(cue, cues)
    if found is None:
        return
    head, words, rule = found
    verb = cue.head.head if cue.head.dep_ == "prep" else cue
    if rule == "noun clause" and cues.is_verb(verb) and cues.speaks(verb) and cue.lemma_ in cues.words.statement_nouns:
        said = attribution(verb, head, words, "clause")
        if said is not None:
            yield said
        return
    voice = _noun_voice(cue, cues) or (_framing_voice(cue) if rule != "noun complement" else None)
    lemma = cue.lemma_.lower()
    told = voice is None and rule == "noun clause" and lemma in cues.words.hearsay_nouns
    view = voice is None and not told and lemma in cues.words.view_nouns
    pieces = pieces_of(cue.doc, words)
    if not pieces or (voice is None and not told and not view):
        return
    yield Attribution(
        pieces=pieces,
        cue=Span(start=cue.idx, end=cue.idx + len(cue)),
        cue_at=cue.i,
        head_at=head.i,
        voice=voice_span(voice) if voice is not None else None,
        voice_at=voice.i if voice is not None else None,
        hearsay=told,
        view=view,
        via=_publishers(cue, cues, voice),
        rule=rule,
    )


def _publishers(cue: Token, cues: Cues, voice: Token | None) -> tuple[Span, ...]:
    """Who passes a statement on: "the agency published the minister's statement"."""
    if cue.dep_ != "dobj" or cue.head.lemma_ not in cues.words.issuing_verbs:
        return ()
    publisher = voice_head(cue.head)
    return () if publisher is None or publisher == voice else (voice_span(publisher),)


def _framing_voice(cue: Token) -> Token | None:
    """Whose hope, order or statement it is where the noun stands in a frame: "fled in the hope that", "said in a statement"."""
    verb = cue.head
    if verb.dep_ == "prep" and verb.lower_ in {"in", "with", "under", "on", "by"}:
        verb = verb.head
    elif cue.dep_ != "dobj":
        return None
    return voice_head(verb) if verb.pos_ == "VERB" else None


def _noun_clause(cue: Token) -> tuple[Token, list[Token], str] | None:
    for child in cue.children:
        if child.dep_ == "acl" and child.i > cue.i:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                return child, _without_mark(child), "noun clause"
            if infinitive(child):
                return child, _without_mark(child), "noun infinitive"
    return None


def _noun_complement(cue: Token, cues: Cues) -> tuple[Token, list[Token], str] | None:
    issued = cue.dep_ == "dobj" and cue.head.lemma_ in cues.words.issuing_verbs
    beside = [c for c in cue.head.children if c.i > cue.i] if issued else []
    for child in (*cue.children, *beside):
        if child.dep_ == "prep" and child.lower_ in cues.noun_prepositions(cue):
            heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if heads:
                return heads[0], [w for w in child.subtree if w != child], "noun complement"
    return None


def _noun_voice(cue: Token, cues: Cues) -> Token | None:
    """The possessor ("the minister's claim"), the "by" or "from", the issuer ("issued a warning")."""
    for child in cue.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if cue.dep_ == "dobj" and cue.head.lemma_ in cues.words.issuing_verbs:
        return voice_head(cue.head)
    return None
