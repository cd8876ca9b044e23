"""Which offices do titles and appositions tell of: "President Haddad", "Anna Berg, mayor of Oran", "ex-minister Silva"?"""

from collections.abc import Iterable

from variorum.annotate.role_draft import Stage, Told
from variorum.lexicon.names import read_names
from variorum.lexicon.roles import posts
from variorum.model.base import Span
from variorum.model.tables import DateMention, Mention
from variorum.model.terms import EntityType, RoleKind, RoleStatus

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last"})
"""The first president is told of as one of several, not as the one who holds the office."""


def find_titles(stage: Stage) -> Iterable[Told]:
    """Offices told by titles and appositions; the same office of the same name once a report, at its first place."""
    seen: set[tuple[str, str | None, bool, str]] = set()
    for mention in stage.found.mentions:
        told = _title(stage, mention) if mention.form == "name" else _apposition(stage, mention)
        if told is None:
            continue
        key = (stage.page.quote(told.holder).lower(), mention.kind, mention.former, told.rule)
        if key not in seen:
            seen.add(key)
            yield told


def _title(stage: Stage, mention: Mention) -> Told | None:
    if mention.type is not EntityType.PERSON or not mention.title or mention.kind not in posts():
        return None
    text = stage.page.report.text
    at = text.rfind(mention.title, max(0, mention.start - len(mention.title) - 4), mention.start)
    token = stage.page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if at < 0 or token is None:
        return None
    value = _with_body(stage, Span(start=at, end=at + len(mention.title)))
    if not _tells(stage, mention, value):
        return None
    over = mention.former or _is_predecessor(stage, mention)
    return Told(
        kind=RoleKind.OFFICE,
        status=RoleStatus.HELD if over else RoleStatus.HOLDS,
        holder=mention.span,
        value=value,
        organization=stage.body_of(value),
        cue=token.root,
        dated=False,
        rule="title",
    )


def _apposition(stage: Stage, mention: Mention) -> Told | None:
    holder = stage.by_id.get(mention.antecedent or "")
    if mention.form != "description" or mention.kind not in posts() or holder is None or holder.form != "name":
        return None
    words = stage.page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if words is None or holder.type is not EntityType.PERSON:
        return None
    between = stage.page.report.text[min(holder.end, mention.end) : max(holder.start, mention.start)].lower().split()
    copula = bool({"is", "was"} & set(between))
    past = mention.former or "was" in between or words[0].lower_ in _ORDINALS or _is_predecessor(stage, holder)
    date = _date_behind(stage, mention)
    return Told(
        kind=RoleKind.OFFICE,
        status=RoleStatus.HELD if past else RoleStatus.HOLDS,
        holder=holder.span,
        value=mention.span,
        organization=stage.body_of(mention.span),
        cue=words.root,
        date=date.id if date else None,
        dated=False,
        rule="said to be" if copula else "apposition",
    )


def _with_body(stage: Stage, value: Span) -> Span:
    """The title from the start of the body it names, where the title's reader cut the body's name ("Search and *Rescue Agency
    chief*").
    """
    cut = [m for m in stage.found.mentions if m.type is EntityType.ORGANIZATION and m.start < value.start < m.end]
    return Span(start=min(m.start for m in cut), end=value.end) if cut else value


def _tells(stage: Stage, mention: Mention, value: Span) -> bool:
    """Whether a title says of what one is head, chief or director: by more words than the office, or by a body."""
    if mention.kind in read_names().offices.state or len(stage.page.quote(value).split()) > 1:
        return True
    return mention.country is not None or stage.body_in(value.start, value.end) is not None


def _is_predecessor(stage: Stage, name: Mention) -> bool:
    """Whether an apposition says that somebody else has the office now ("his predecessor, President Silva")."""
    return any(m.kind == "predecessor" and m.antecedent == name.id for m in stage.found.mentions)


def _date_behind(stage: Stage, mention: Mention) -> DateMention | None:
    """The date of "president since 1994", right behind the office."""
    text = stage.page.report.text
    for date in stage.found.dates:
        if mention.end < date.start <= mention.end + 12 and text[mention.end : date.start].strip().lower() in {
            "since",
            "from",
            "",
            "in",
        }:
            return date
    return None
