"""The closed vocabularies of the record (docs/record-format.md), one enum each."""

from enum import StrEnum


class Severity(StrEnum):
    """How much an issue costs: `error` sets a report aside, `warning` doubts a finding, `note` only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class ReportStatus(StrEnum):
    READ = "read"
    SET_ASIDE = "set-aside"


class PublishedBasis(StrEnum):
    """Where a report's own date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"


class SectionKind(StrEnum):
    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    QUESTION = "question"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class DateBasis(StrEnum):
    """How a date expression came by its value; `completed`: the year was filled in from context."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    COMPLETED = "completed"


class EntityType(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"


class Manner(StrEnum):
    """How a claim is told; `narrator`: by the report itself."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    NARRATOR = "narrator"


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Measure(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    MISSING = "missing"
    DISPLACED = "displaced"
    TROOPS = "troops"
    PARTICIPANTS = "participants"
    ATTACKERS = "attackers"
    ATTACKED = "attacked"
    DAMAGED = "damaged"
    LOOTED = "looted"
    PRICE = "price"
    SENTENCE = "sentence"
    VOTE = "vote"
    OTHER = "other"


class EventType(StrEnum):
    """PLOVER's event classes (Open Event Data Alliance, PLOVER codebook)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Realis(StrEnum):
    """`asserted`: told by a voice, not by the report itself."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ASSERTED = "asserted"
    DENIED = "denied"


class ArgumentBasis(StrEnum):
    """How far from its trigger an argument of an event, figure or role was found."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    DISCOURSE = "discourse"


class RoleKind(StrEnum):
    OFFICE = "office"
    MEMBERSHIP = "membership"
    WHEREABOUTS = "whereabouts"


class RoleStatus(StrEnum):
    HOLDS = "holds"
    HELD = "held"
    GAINS = "gains"
    LOSES = "loses"
    DENIED = "denied"


class DerivationKind(StrEnum):
    COPY = "copy"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    COMMON_SOURCE = "common-source"


class Direction(StrEnum):
    """Which of two reports gave; `from-other`: the row's report took from the other."""

    FROM_OTHER = "from-other"
    TO_OTHER = "to-other"
    UNKNOWN = "unknown"


class PointKind(StrEnum):
    FIGURE = "figure"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    MANNER = "manner"
    ROLE = "role"
    WHEREABOUTS = "whereabouts"
    MEMBERSHIP = "membership"
    LABEL = "label"
    STATEMENT = "statement"


class Verdict(StrEnum):
    """How two readings of a point stand to each other, the strongest first."""

    CONTRADICT = "contradict"
    UPDATE = "update"
    DIFFER = "differ"
    AGREE = "agree"


class DecisionKind(StrEnum):
    """What a reviewer decides of rows; `withdraw` takes an earlier decision back."""

    SAME = "same"
    DIFFERENT = "different"
    REJECT = "reject"
    CONFIRM = "confirm"
    NOTE = "note"
    WITHDRAW = "withdraw"


class DecisionStatus(StrEnum):
    """What became of a decision; `overruled`: a newer one that cannot hold beside it does."""

    IN_FORCE = "in-force"
    WITHDRAWN = "withdrawn"
    OVERRULED = "overruled"
    WITHOUT_ROWS = "without-rows"


class LedgerRule(StrEnum):
    """By which rule the best number of a ledger is taken from its readings (compare/ledger_rules.py says how each decides)."""

    MOST_CONSERVATIVE = "most-conservative"
    MOST_RECENT = "most-recent"
    MOST_SOURCES = "most-sources"
    OFFICIAL_ONLY = "official-only"
    UNOFFICIAL_ONLY = "unofficial-only"
    HIGHEST = "highest"


class LabelKind(StrEnum):
    """Whom or what the words of a label ledger are for."""

    CROWD = "crowd"
    ENTITY = "entity"
    ACT = "act"


class Aside(StrEnum):
    """Why a reading stands in its ledger but is weighed by no rule."""

    DENIED = "denied"
    NO_NUMBER = "no-number"
    PART = "part"
    EARLIER = "earlier"
    HEARSAY = "hearsay"
