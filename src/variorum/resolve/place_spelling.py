"""Which place of the report's own countries can a name mean that no gazetteer spells so?"""

from collections.abc import Sequence

from variorum.lexicon.places import Atlas
from variorum.model.tables import PlaceMention
from variorum.resolve.place_candidates import bare_name
from variorum.resolve.place_context import Context, Weighed, prior, weigh

_COUNTRIES = 2
_SHARE = 0.2
_CLOSEST = 3


def respell(row: PlaceMention, context: Context, atlas: Atlas) -> tuple[Weighed, ...]:
    """The places whose names sound almost like the row's, in the countries the report is about, the closest first.

    Never looks across the world, nor in countries whose own spelling English keeps. Empty where nothing is close.
    """
    if row.feature == "site" or row.rule not in _MODEL_RULES:
        return ()
    for country in _main_countries(context, atlas):
        name = bare_name(row.text, atlas)
        forms = tuple(place for place in atlas.inflected(name) if place.country == country)
        near = (forms or atlas.near(name, country))[:_CLOSEST]
        if near:
            return weigh([(place, prior(place) - 2 * order) for order, place in enumerate(near)])
    return ()


_MODEL_RULES = frozenset({"model GPE", "model LOC", "generic word", "inflected name"})


def _main_countries(context: Context, atlas: Atlas) -> Sequence[str]:
    total = sum(context.countries.values()) or 1.0
    ordered = sorted(context.countries.items(), key=lambda item: (-item[1], item[0]))
    own = atlas.lexicon.spelling.own
    return [code for code, mass in ordered[:_COUNTRIES] if mass / total >= _SHARE and code not in own]
