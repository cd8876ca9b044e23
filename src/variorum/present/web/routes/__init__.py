"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.views.chronicle import read_chronicle
from variorum.present.views.decisions import decided_on
from variorum.present.views.entity_list import read_directory
from variorum.present.views.heading import read_heading
from variorum.present.views.labels import read_label_shelf
from variorum.present.views.ledger_choice import read_shelf
from variorum.present.views.map_page import read_atlas
from variorum.present.views.overview import read_overview
from variorum.present.views.report_list import read_report_list
from variorum.present.views.search_index import SearchIndex
from variorum.present.views.states import read_state_shelf
from variorum.present.web.room import Making
from variorum.present.web.routes import (
    decisions,
    entities,
    events,
    figures,
    labels,
    lineage,
    maps,
    overview,
    places,
    points,
    reports,
    rows,
    search,
    shared,
    states,
    timeline,
)

ROUTERS: tuple[APIRouter, ...] = (
    shared.router,
    search.router,
    overview.router,
    entities.router,
    lineage.router,
    points.router,
    reports.router,
    rows.router,
    figures.router,
    states.router,
    labels.router,
    decisions.router,
    timeline.router,
    maps.router,
    events.router,
    places.router,
)
"""All of them."""

WARM: tuple[Making, ...] = (
    decided_on,
    read_overview,
    points.to_choose_from,
    read_chronicle,
    read_atlas,
    read_shelf,
    read_report_list,
    read_heading,
    read_directory,
    read_state_shelf,
    read_label_shelf,
    lineage.read_all_clusters,
    SearchIndex,
    rows.explainer_of,
    events.entries_by_id,
    places.all_events,
    maps.divisions_around,
)
"""What their pages ask of a case, those first that are likely to be read first."""
