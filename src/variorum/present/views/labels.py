"""What does each voice call the same people and acts?"""

from collections.abc import Iterable, Iterator, Sequence

from variorum.compare.labels import LabelLedger, Naming
from variorum.model.base import Record
from variorum.model.terms import LabelKind
from variorum.present.views.comparisons import Comparison, read_comparisons
from variorum.present.views.folding import folded
from variorum.present.views.heard import Heard, Wanted, any_fits, heard, offered
from variorum.present.views.index import Index, Quote, Witness
from variorum.present.views.phrases import counted, date_words
from variorum.present.views.visible import on_line, shortened

LABEL_KINDS = {LabelKind.CROWD: "Crowds", LabelKind.ENTITY: "Persons and bodies", LabelKind.ACT: "Acts"}
_WORD = 60


class WordUse(Record, frozen=True, kw_only=True, gc=False):
    """A word for someone or something: how it sounds where that is known, every place it is used, and by how many voices."""

    words: str
    stance: str
    uses: tuple[Quote, ...]
    voices: int


class VoiceWords(Record, frozen=True, kw_only=True, gc=False):
    """The words one voice uses, the one it uses first first. For a report's own words `witness` is the report, and its name
    stands for the voice.
    """

    voice: str
    voice_href: str
    official: bool
    witness: Witness | None
    since: str
    words: tuple[WordUse, ...]


class LabelView(Record, frozen=True, kw_only=True):
    """The words for the same people or act: all of them, those of most voices first, and those of each voice."""

    anchor: str
    href: str
    kind: str
    title: str
    about_href: str
    words: tuple[WordUse, ...]
    voices: tuple[VoiceWords, ...]
    points: tuple[Comparison, ...]


class LabelKey(Record, frozen=True, kw_only=True):
    """What a label ledger is found by; words are folded."""

    ledger: LabelLedger
    title: str
    words: str
    namings: tuple[Heard, ...]


class LabelShelf(Record, frozen=True, kw_only=True):
    """All label ledgers of a case, with the outlets to choose by."""

    keys: tuple[LabelKey, ...]
    by_id: dict[str, LabelLedger]
    outlets: tuple[str, ...]


class LabelChoice(Record, frozen=True, kw_only=True):
    """What is asked of label ledgers; what is empty asks nothing. `about` is part of whom or what the words are for, `word`
    part of a word used; `loaded`: only where a word is known to be hostile or favourable.
    """

    kind: LabelKind | None = None
    about: str = ""
    word: str = ""
    loaded: bool = False
    wanted: Wanted = Wanted()


def read_label_shelf(index: Index) -> LabelShelf:
    """The label ledgers: crowds, entities, acts; of each those of most different words first."""
    ledgers = index.labels
    return LabelShelf(
        keys=tuple(_key(ledger) for ledger in ledgers),
        by_id={ledger.id: ledger for ledger in ledgers},
        outlets=offered(one.outlet for ledger in ledgers for one in ledger.namings),
    )


def choose_labels(keys: Sequence[LabelKey], choice: LabelChoice) -> list[LabelLedger]:
    """The ledgers that fit, in their order; one use of a word must be all that is wanted of an account."""
    about, word = folded(choice.about).split(), folded(choice.word)
    return [
        key.ledger
        for key in keys
        if choice.kind in (None, key.ledger.kind)
        and all(part in key.title for part in about)
        and word in key.words
        and (not choice.loaded or any(one.stance for one in key.ledger.namings))
        and any_fits(key.namings, choice.wanted)
    ]


def read_label_views(index: Index) -> tuple[LabelView, ...]:
    """All of them, for one page."""
    return tuple(read_label(ledger, index) for ledger in index.labels)


def read_label(ledger: LabelLedger, index: Index) -> LabelView:
    """One label ledger."""
    voices: dict[str, list[Naming]] = {}
    for naming in ledger.namings:
        voices.setdefault(_voice_key(naming), []).append(naming)
    about = ledger.about or ""
    return LabelView(
        anchor=ledger.id,
        href=index.way(ledger.id),
        kind=LABEL_KINDS[ledger.kind],
        title=shortened(_title(ledger), 140),
        about_href=index.entity_href(about) or index.event_href(about),
        words=tuple(sorted(_uses(ledger.namings, index), key=lambda use: (-use.voices, -len(use.uses), use.words))),
        voices=tuple(_voice(used, index) for used in voices.values()),
        points=read_comparisons(ledger.points, index),
    )


def summary(view: LabelView) -> str:
    """How much there is of it."""
    return f"{counted(len(view.words), 'word')} of {counted(len(view.voices), 'voice')}"


def _voice_key(naming: Naming) -> str:
    return naming.voice_entity or on_line(naming.voice) or naming.report


def _voice(used: Sequence[Naming], index: Index) -> VoiceWords:
    first = used[0]
    voice = on_line(first.voice_name or first.voice)
    witness = index.witness(first.report)
    return VoiceWords(
        voice=voice or witness.name,
        voice_href=index.entity_href(first.voice_entity),
        official=first.official,
        witness=None if voice else witness,
        since=date_words(first.as_of),
        words=tuple(_uses(used, index)),
    )


def _uses(namings: Iterable[Naming], index: Index) -> Iterator[WordUse]:
    groups: dict[str, list[Naming]] = {}
    for naming in namings:
        groups.setdefault(on_line(naming.words), []).append(naming)
    for words, used in groups.items():
        yield WordUse(
            words=shortened(words, _WORD),
            stance=next((naming.stance for naming in used if naming.stance), ""),
            uses=tuple(index.quoted(naming.report, naming.text, naming.row) for naming in used),
            voices=len({_voice_key(naming) for naming in used}),
        )


def _title(ledger: LabelLedger) -> str:
    """Days in words where the title ends in one."""
    head, mark, last = on_line(ledger.title).rpartition(", ")
    return f"{head}{mark}{date_words(last)}"


def _key(ledger: LabelLedger) -> LabelKey:
    return LabelKey(
        ledger=ledger,
        title=folded(on_line(ledger.title)),
        words=folded("\n".join(dict.fromkeys(on_line(one.words) for one in ledger.namings))),
        namings=tuple(heard(one.outlet, one.as_of, official=one.official) for one in ledger.namings),
    )
