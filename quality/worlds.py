"""Makes up crises and reports about them: independent ones, copies, excerpts, spins, retellings, and common sources.

Everything follows from the seed. Used to measure speed on a corpus of any size and derivation on planted pairs.
"""

import random
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

_MATERIAL = tomllib.loads((Path(__file__).parent / "worlds.toml").read_text("utf-8"))
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


@dataclass
class World:
    """One crisis: the values of its slots. Two reports on one world tell the same facts."""

    values: dict[str, str]
    rng: random.Random

    @classmethod
    def make(cls, seed: int) -> "World":
        rng = random.Random(seed)
        country = rng.choice(_MATERIAL["countries"])
        cities = rng.sample(country["cities"], 3)
        days = sorted(rng.sample(range(2, 28), 5))
        body = rng.choice(_MATERIAL["bodies"])
        names = [f"{rng.choice(_MATERIAL['given'])} {rng.choice(_MATERIAL['surnames'])}" for _ in range(3)]
        values = {
            "country": country["name"],
            "cause": rng.choice(_MATERIAL["causes"]),
            "month": rng.choice(_MATERIAL["months"]),
            "body": body,
            "Body": body[0].upper() + body[1:],
            "president": names[0].split()[1],
            "minister": names[1],
            "given": names[2].split()[0],
            "surname": names[2].split()[1],
            "crowd": f"{rng.randint(2, 40)},000",
            "killed": str(rng.randint(3, 60)),
            "injured": str(rng.randint(70, 900)),
            "officers": str(rng.randint(5, 60)),
            "arrested": str(rng.randint(100, 2000)),
        }
        values |= {f"city{i}": city for i, city in enumerate(cities)}
        values |= {f"day{i}": str(day) for i, day in enumerate(days)}
        return cls(values=values, rng=random.Random(seed + 1))

    def retold(self) -> dict[str, str]:
        """The values as another reporter has them: counts a little off."""
        drift = {key: str(int(self.values[key]) + self.rng.randint(-2, 6)) for key in ("killed", "injured", "arrested")}
        return self.values | drift


@dataclass
class Story:
    """A report's sentences, each with the fact it tells."""

    sentences: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Paragraphs of two sentences, as it would be received."""
        told = [sentence for _, sentence in self.sentences]
        return "\n\n".join(" ".join(told[i : i + 2]) for i in range(0, len(told), 2)) + "\n"


def independent(world: World) -> Story:
    """A reporter's own account: his own choice and order of facts, his own words and counts."""
    facts = list(_MATERIAL["facts"])
    chosen = world.rng.sample(facts, world.rng.randint(9, 13))
    values = world.retold()
    return Story([(fact, _tell(fact, values, world.rng)) for fact in chosen])


def copied(story: Story, rng: random.Random) -> Story:
    """The story with a sentence dropped and a first line of the site's own."""
    kept = list(story.sentences)
    kept.pop(rng.randrange(len(kept)))
    return Story([("own", f"Our desk received the following on day {rng.randint(1, 99)}."), *kept])


def excerpted(story: Story, world: World) -> Story:
    """Half of the story's sentences in a run, between sentences of one's own."""
    half = len(story.sentences) // 2
    start = world.rng.randrange(len(story.sentences) - half)
    own = independent(world).sentences
    return Story([*own[:3], *story.sentences[start : start + half], *own[3:6]])


def spun(story: Story) -> Story:
    """The story with words exchanged one for one."""
    table = _MATERIAL["spin"]

    def exchange(match: re.Match[str]) -> str:
        word = table.get(match.group().lower())
        return match.group() if word is None else (word.capitalize() if match.group()[0].isupper() else word)

    return Story([(fact, re.sub(r"[A-Za-z]+", exchange, sentence)) for fact, sentence in story.sentences])


def retold(story: Story, world: World) -> Story:
    """The same facts in the same order in other words, as a translation retells them."""
    return Story([(fact, _tell(fact, world.values, world.rng)) for fact, _ in story.sentences])


def base(world: World) -> Story:
    """An account with the world's own values, for others to be made from."""
    facts = list(_MATERIAL["facts"])
    chosen = world.rng.sample(facts, 12)
    return Story([(fact, _tell(fact, world.values, world.rng)) for fact in chosen])


def with_source(story: Story, world: World) -> Story:
    """The story with what one ministry said of the dead, told in the reporter's words."""
    said = world.rng.choice(
        [
            "According to {body}, {killed} people were killed in the violence in {city0}.",
            "{Body} said that {killed} people had been killed in the violence in {city0}.",
            "{killed} people were killed in the violence in {city0}, {body} said.",
        ]
    ).format(**world.values)
    kept = [(fact, sentence) for fact, sentence in story.sentences if fact != "killed"]
    return Story([*kept[:2], ("source", said), *kept[2:]])


def _tell(fact: str, values: dict[str, str], rng: random.Random) -> str:
    phrase = rng.choice(_MATERIAL["facts"][fact])
    while _CHOICE.search(phrase):
        phrase = _CHOICE.sub(lambda match: rng.choice(match.group(1).split("|")), phrase, count=1)
    sentence = phrase.format(**values)
    return sentence[0].upper() + sentence[1:]
