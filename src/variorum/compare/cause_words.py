"""Which sentences give the cause of a thing's destruction, and by what means?"""

import re
from functools import cache

from variorum.lexicon.events import load_event_kinds
from variorum.lexicon.means import Means
from variorum.lexicon.points import Cause, Thing, load_points

_CONTRAST = re.compile(r",? (?:and |but )?not (?:by|because of|from) [^,;]+")
_PURPOSE = re.compile(r" (?:in order to|so as to|to|because|after|when|while) ")
_DONE = "started|set|lit|torched|burned|burnt|fire|alight|ablaze|destroyed|up|down|caused|sabotaged"
_BY = re.compile(rf"\b(?:{_DONE}) (?:down )?by ([^,;.]{{3,60}})")


def named_thing(words: str) -> Thing | None:
    """The thing the sentence names and, where it must, says to have come to harm."""
    if not _any_thing().search(words):
        return None
    return next((thing for thing in load_points().things if _names(thing, words, harmed=True)), None)


def spoken_of(words: str) -> Thing | None:
    """The first thing that the sentence names, harmed or not."""
    if not _any_thing().search(words):
        return None
    return next((thing for thing in load_points().things if _names(thing, words, harmed=False)), None)


@cache
def _any_thing() -> re.Pattern[str]:
    """A word by which any thing is named: most sentences have none."""
    return re.compile(
        " (?:" + "|".join(re.escape(word) for thing in load_points().things for word in thing.words) + ")"
    )


def before_thing(words: str, before: Thing | None) -> Thing | None:
    """The thing told of before, where the sentence speaks of what befell it ("the crash was caused by …")."""
    return before if any(f" {word}" in words for word in load_points().again) else None


def _names(thing: Thing, words: str, *, harmed: bool) -> bool:
    if not any(f" {word}" in words for word in thing.words):
        return False
    return not harmed or not thing.happens or any(f" {word}" in words for word in thing.happens)


def without_contrast(words: str) -> str:
    """The sentence without what it says the cause was not ("by guards, not by inmates"), which doubts nothing."""
    return _CONTRAST.sub(" ", words)


def agent_in(words: str) -> str:
    """Who is said to have done it, in the words behind "by"; empty where nobody is, or a thing did it."""
    told = _BY.search(words)
    doer = _PURPOSE.split(told[1])[0].strip() if told is not None else ""
    return "" if means_of_harm().of(doer) else doer


def cause_in(words: str, thing: Thing) -> Cause | None:
    """The first class of causes that the sentence gives; None where it denies or doubts what it says beside."""
    for cause in load_points().causes:
        told = _pattern(cause, bool(thing.happens)).search(words)
        if told is not None:
            rest = words[: told.start()] + words[told.end() :]
            return None if _unsure().search(rest) else cause
    return None


def named_as_cause(word: str, words: str) -> bool:
    """Whether the words name the cause for itself, and not only to say when something was ("no aid came after the quake")."""
    times = "|".join(map(re.escape, load_points().times))
    return word in words and re.search(rf"\b(?:{times})\b[^,;]{{0,30}}?{re.escape(word)}", words) is None


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(r"(?:\b|(?=n't ))(?:" + "|".join(map(re.escape, load_points().unsure)) + r")")


@cache
def _pattern(cause: Cause, harmed: bool) -> re.Pattern[str]:
    """A cause told as one: a word of it behind a word that leads a cause in, or a word that says both."""
    lexicon = load_points()
    leads = "|".join(map(re.escape, (*lexicon.leads, *(lexicon.happened_by if harmed else ()))))
    words, tells, doers = ("|".join(map(re.escape, told)) for told in (cause.words, cause.tells, cause.doers))
    told = [rf"\b(?:{leads})\b[^,;]{{0,60}}?\b(?:{words})", rf"\b(?:{tells})"]
    done = [rf"\b(?:{_DONE}|off) by\b[^,;]{{0,60}}?\b(?:{doers})"] if doers else []
    return re.compile("|".join((*told, *done)))


@cache
def means_of_harm() -> Means:
    """What finds the means of harm in a sentence, those of attacks on things included."""
    known, more = load_event_kinds().means, load_points().attack_means
    return Means({name: (*known.get(name, ()), *more.get(name, ())) for name in {**known, **more}})
