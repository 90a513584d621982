"""Every table and key of the plan is described in both languages, and nothing else is."""

import re
import subprocess
import sys

import pytest

from effektmatt.core.kinds import KINDS
from effektmatt.plan.json_schema import plan_schema
from effektmatt.plan.keys import describer, keys_of, models, written
from effektmatt.plan.report_templates import BUILT_IN, asked, built_in

LANGUAGES = ["sv", "en"]


def tables(schema):
    """Return the plan and each of its tables, by the name of their model."""
    return {"WrittenPlan": schema, **schema["$defs"]}


def values_of(rule):
    """Return the words that may stand under a key, wherever its rule lists them."""
    if isinstance(rule, dict):
        here = [*rule.get("enum", ()), *([rule["const"]] if "const" in rule else [])]
        return here + [value for inner in rule.values() for value in values_of(inner)]
    return [value for inner in rule for value in values_of(inner)] if isinstance(rule, list) else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_key_of_the_schema_is_described(language):
    for name, table in tables(plan_schema(language)).items():
        assert table["description"] == written(language)[name].means, name
        for key, rule in table["properties"].items():
            assert rule["description"].strip(), f"{name}.{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_described_that_no_plan_can_hold(language):
    texts, known = written(language), models()
    in_schema = tables(plan_schema(language))
    used = {(describer(known[name], key, texts), key) for name in in_schema for key in keys_of(known[name])}
    assert {(name, key) for name, about in texts.items() for key in about.keys} == used
    assert {name for name, about in texts.items() if about.means} == set(in_schema)


def test_a_key_that_is_not_described_is_told():
    with pytest.raises(KeyError, match=r"Register\.colour"):
        describer(models()["Register"], "colour", written("sv"))


def test_both_languages_describe_the_same_in_the_same_order():
    swedish, english = written("sv"), written("en")
    assert list(swedish) == list(english)
    for name, about in swedish.items():
        assert list(about.keys) == list(english[name].keys), name
        assert about.means != english[name].means or not about.means
        assert all(text != english[name].keys[key] for key, text in about.keys.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_may_stand_there_is_named(language):
    for name, table in tables(plan_schema(language)).items():
        for key, rule in table["properties"].items():
            for value in values_of(rule):
                if key != "kind":  # each kind has a section of its own
                    assert f'`"{value}"`' in rule["description"], f"{name}.{key}: {value}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_and_kinds_that_a_description_names_exist(language):
    """What stands in backticks and looks like a key is a key, a kind, or a name from its own example."""
    known = {key for model in models().values() for key in keys_of(model)} | {"kind", *KINDS}
    known |= {
        value for table in plan_schema()["$defs"].values() for value in values_of(table["properties"].get("kind"))
    }
    known |= {"before", "after", "then", *asked({name: built_in(name) for name in BUILT_IN})}
    for name, about in written(language).items():
        for text in (about.means, *about.keys.values()):
            named = re.findall(r"`([a-z][a-z_-]*)`", text)
            assert not set(named) - known, (name, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_description_is_one_or_two_sentences(language):
    for name, about in written(language).items():
        for text in filter(None, (about.means, *about.keys.values())):
            plain = re.sub(r"`[^`]*`", "Code", text)  # what stands in code has full stops of its own
            assert len(re.split(r"(?<=[.?]) (?=[A-ZÅÄÖ])", plain)) <= 2, (name, text)
            assert re.search(r"(\.|Code)$", plain), (name, text)


def test_texts_are_read_only_for_a_schema():
    code = "import effektmatt.plan, sys; print('effektmatt.plan.keys' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
