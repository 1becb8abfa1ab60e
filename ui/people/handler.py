"""From a name to what the tab of people shows: the list of everybody, and the profile of one."""

from __future__ import annotations

from rag import Language, OverdueError, RagError, Wanted
from ui.events.handler import Fields, Parts
from ui.handlers.sent import leaf_of
from ui.people.profile import (
    ACTS,
    LEAF,
    Acts,
    acts_list,
    body_page,
    nobody,
    nobody_chosen,
    people_list,
    profile_page,
    way_back,
)
from ui.ports import Asked
from ui.present.nothing import problem
from ui.problems import report


def everybody(assistant: Asked, language: Language, fields: Fields) -> Parts:
    """The part `rows`: a leaf of the people whose name or office holds `part`; `person` is marked in it."""
    try:
        part, number = fields.get("part", "").strip(), leaf_of(fields)
        found = assistant.people(part, (number - 1) * LEAF, LEAF)
        if not found.total:
            return {"rows": nobody(language, part)}
        return {"rows": people_list(language, found, number, fields.get("person", ""))}
    except Exception as error:
        return {"rows": _problem(language, error)}


def somebody(assistant: Asked, language: Language, fields: Fields) -> Parts:
    """The part `profile` of `person`, or where `parts` asks for acts alone, the leaf of what they did as `acts`."""
    name = fields.get("person", "")
    wanted = "acts" if fields.get("parts") == "acts" else "profile"
    try:
        if not name:
            return {"profile": nobody_chosen(language)}
        acts = _acts(assistant, fields)
        if wanted == "acts":
            return {"acts": acts_list(language, name, acts)}
        return {"profile": _profile(assistant, language, name, acts)}
    except Exception as error:
        return {wanted: way_back(language) + _problem(language, error)}


def _profile(assistant: Asked, language: Language, name: str, acts: Acts) -> str:
    """The page of a person; events are told of bodies too, which have neither office nor company."""
    try:
        profile, own = assistant.profile(name), Wanted(together=(name,))
        pairs, places = assistant.network(own).around([name]), assistant.places(own).places
        return profile_page(language, profile, assistant.services(name), acts, pairs, places)
    except OverdueError:
        raise
    except RagError:
        if not acts.deeds.total:
            raise
        return body_page(language, name, acts)


def _acts(assistant: Asked, fields: Fields) -> Acts:
    since, until, number = fields.get("since", ""), fields.get("until", ""), leaf_of(fields)
    wanted = Wanted(person=fields["person"], since=since or None, until=until or None)
    return Acts(assistant.deeds(wanted, offset=(number - 1) * ACTS, limit=ACTS), number, since, until)


def _problem(language: Language, error: Exception) -> str:
    """Nobody of a name is what a link to a deleted page leaves behind; anything else is reported."""
    if isinstance(error, OverdueError):
        return problem(language, "problem.OverdueError")
    if isinstance(error, RagError):
        return problem(language, "people.unknown")
    report(error)
    return problem(language, "problem.other")
