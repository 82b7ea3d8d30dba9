"""The finder for node_modules: only what is named, and nothing when it is absent."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string

from inburgering.statisch import NpmFinder


@pytest.fixture
def npm(settings, tmp_path: Path) -> Path:
    for naam in (
        "@utrecht/a-css/dist/index.min.css",
        "@utrecht/a-css/dist/x/index.min.css",
        "@utrecht/a-css/geheim.js",
    ):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text("body{}")
    settings.NPM_MAP = tmp_path
    settings.NPM_STATIC = ["@utrecht/*-css/dist/index.min.css"]
    return tmp_path


def test_a_named_file_is_found_and_listed(npm: Path) -> None:
    naam = "@utrecht/a-css/dist/index.min.css"
    assert NpmFinder().find(f"npm/{naam}") == str(npm / naam)
    assert [gevonden for gevonden, _opslag in NpmFinder().list([])] == [naam]


@pytest.mark.parametrize(
    "pad",
    [
        "npm/@utrecht/a-css/geheim.js",
        "npm/@utrecht/a-css/dist/x/index.min.css",
        "npm/x/../@utrecht/a-css/dist/index.min.css",
        "@utrecht/a-css/dist/index.min.css",
        "npm",
    ],
)
def test_nothing_else_is_found(npm: Path, pad: str) -> None:
    assert NpmFinder().find(pad) == []
    assert NpmFinder().find(pad, find_all=True) == []


def test_pages_render_without_node_modules(settings, tmp_path: Path) -> None:
    settings.NPM_MAP = tmp_path / "er-is-niets"
    assert list(NpmFinder().list([])) == []
    html = render_to_string("500.html", request=None)
    assert "Er ging iets mis" in html
    assert "css/ontwerpstelsel.css" in html


@pytest.mark.skipif(not Path("node_modules").is_dir(), reason="node_modules is niet geïnstalleerd: draai npm ci")
def test_every_reference_resolves_under_the_manifest_storage(settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    stelsel = next(tmp_path.glob("css/ontwerpstelsel.*.css")).read_text()
    assert "index.min.css" not in stelsel, "every import carries the hash of its content"
    assert (
        stelsel.count("layer(nlds)")
        == len(list(tmp_path.glob("npm/@utrecht/*-css/dist/index.min.????????????.css"))) + 1
    )
