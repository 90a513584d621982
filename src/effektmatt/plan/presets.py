"""Questionnaires that everybody asks in the same words, so that a plan only names their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

PresetName = Literal["hme", "hme-motivation", "hme-leadership", "hme-governance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A scale's label, its questions in the order of the questionnaire, its answers and how it is scored."""

    label: str
    questions: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    score: str


# Hållbart medarbetarengagemang (SKR and RKA 2011): three areas of three statements, 1 to 5, as an index from 0 to 100.
_AGREEMENT = (("1", "Stämmer mycket dåligt"), ("2",), ("3",), ("4",), ("5", "Stämmer mycket bra"))
_MOTIVATION = (
    "Mitt arbete känns meningsfullt",
    "Jag lär nytt och utvecklas i mitt dagliga arbete",
    "Jag ser fram emot att gå till arbetet",
)
_LEADERSHIP = (
    "Min närmaste chef visar uppskattning för mina arbetsinsatser",
    "Min närmaste chef visar förtroende för mig som medarbetare",
    "Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete",
)
_GOVERNANCE = (
    "Jag är insatt i min arbetsplats mål",
    "Min arbetsplats mål följs upp och utvärderas på ett bra sätt",
    "Jag vet vad som förväntas av mig i mitt arbete",
)


def _hme(label: str, questions: tuple[str, ...]) -> Preset:
    return Preset(label=label, questions=questions, answers=_AGREEMENT, score="skr-index")


PRESETS: Mapping[str, Preset] = {
    "hme": _hme("Hållbart medarbetarengagemang (HME)", (*_MOTIVATION, *_LEADERSHIP, *_GOVERNANCE)),
    "hme-motivation": _hme("HME, motivation", _MOTIVATION),
    "hme-leadership": _hme("HME, ledarskap", _LEADERSHIP),
    "hme-governance": _hme("HME, styrning", _GOVERNANCE),
}


def filled(written: Any) -> Any:
    """Return a scale's table with what its preset knows; what the plan itself says is kept.

    >>> sorted(filled({"preset": "hme-motivation", "source": "enkat", "items": ["m1", "m2", "m3"]}))
    ['answers', 'items', 'label', 'preset', 'score', 'source']
    """
    preset = PRESETS.get(str(written.get("preset"))) if isinstance(written, dict) else None
    if preset is None:
        return written
    known: dict[str, Any] = {
        "label": preset.label,
        "answers": [list(spellings) for spellings in preset.answers],
        "score": preset.score,
    }
    items = written.get("items")
    if isinstance(items, list) and all(isinstance(item, str) for item in items):
        # what is left over on either side is told of when the plan is resolved
        known["items"] = {item: {} for item in items} | dict(zip(items, preset.questions, strict=False))
        return {**known, **{key: value for key, value in written.items() if key != "items"}}
    return {**known, **written}
