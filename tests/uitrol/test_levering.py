"""What is delivered beside the code: locks, compose file, image, `run`."""

import ast
import json
import re
import subprocess
import sys
from typing import Any

import compose_spec
import pytest
import yaml

from inburgering.ingebed.omgeving import CHECKOUT

LOCKS = ("uv", "product", "ingebed", "ontwikkel")
PROCESSES = ("web", "worker", "beat")


def text(path: str) -> str:
    return (CHECKOUT / path).read_text()


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text("docker-compose.yml"))
    return found


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", text(f"requirements/{lock}.txt"), re.M))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash_and_no_address(lock: str) -> None:
    content = text(f"requirements/{lock}.txt")
    assert not re.search(r"://|file:|\s/", content)
    packages = re.findall(r"^\w.*\n.*", content, re.M)
    assert packages
    assert all(re.fullmatch(r"\S+==\S+.* \\\n    --hash=sha256:\w+.*", package) for package in packages)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_direct_dependency_is_locked(lock: str) -> None:
    wanted = [re.split(r"[=~<>\[ ]", line)[0] for line in text(f"requirements/{lock}.in").splitlines()]
    assert {normal(name) for name in wanted if name and not name.startswith("#")} <= set(pins(lock))


def test_the_locks_agree_on_the_version_of_what_they_share() -> None:
    product, embedded, development = pins("product"), pins("ingebed"), pins("ontwikkel")
    for first, second in ((product, embedded), (product, development), (embedded, development)):
        assert {name: first[name] for name in first.keys() & second.keys()} == {
            name: second[name] for name in first.keys() & second.keys()
        }


def test_the_lock_of_the_style_sheets_has_checksums_and_no_addresses() -> None:
    packages = json.loads(text("package-lock.json"))["packages"]
    locked = {path: package for path, package in packages.items() if path}
    assert not [path for path, package in locked.items() if "resolved" in package or "integrity" not in package]


def test_the_compose_file_follows_the_compose_specification() -> None:
    parser = compose_spec.PyOptions()
    parser.apply_merge = True
    parser.from_yaml(filled_in(text("docker-compose.yml"))).validate()


def filled_in(compose: str) -> str:
    """As compose reads it: with the defaults, and a value for what is required."""
    return re.sub(r"\$\{\w+:([-?])([^}]*)\}", lambda found: found[2] if found[1] == "-" else "ingevuld", compose)


def test_the_web_can_be_scaled_and_only_the_proxy_reaches_it(compose: dict[str, Any]) -> None:
    (port,) = compose["services"]["web"]["ports"]
    assert port == {"target": 8000, "host_ip": "127.0.0.1", "published": "${WEB_POORTEN:-8000-8009}"}
    others = {name: service for name, service in compose["services"].items() if name != "web"}
    assert not [name for name, service in others.items() if "ports" in service]
    assert not [name for name, service in compose["services"].items() if "container_name" in service]


@pytest.mark.parametrize("process", PROCESSES)
def test_nothing_serves_before_the_migration_is_done(compose: dict[str, Any], process: str) -> None:
    service = compose["services"][process]
    assert service["depends_on"]["migratie"] == {"condition": "service_completed_successfully"}
    assert "inburgering_toepassing:" in service["environment"]["DATABASE_URL"]
    assert "EIGENAAR" not in json.dumps(service), "only the migration knows the owner of the tables"


def test_every_lasting_service_has_a_health_check_and_both_stores_keep_their_data(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert all("test" in services[name]["healthcheck"] for name in (*PROCESSES, "postgres", "redis"))
    assert services["postgres"]["volumes"] == ["postgres:/var/lib/postgresql"]
    assert services["redis"]["volumes"] == ["redis:/data"]
    assert "--appendonly" in services["redis"]["command"]


def test_every_variable_is_explained_in_the_example_and_no_secret_has_a_value() -> None:
    used = dict(re.findall(r"\$\{(\w+):([-?])", text("docker-compose.yml")))
    example = dict(line.split("=", 1) for line in text(".env.example").splitlines() if re.match(r"\w+=", line))
    assert set(example) == set(used)
    secrets = {"SECRET_KEY", "DB_EIGENAAR_WACHTWOORD", "DB_TOEPASSING_WACHTWOORD", "EMAIL_URL"}
    assert {name for name, value in example.items() if not value} == secrets
    assert {name for name, kind in used.items() if kind == "?"} == secrets | {
        "ALLOWED_HOSTS",
        "BASIS_URL",
        "DEFAULT_FROM_EMAIL",
    }


def test_the_image_holds_the_product_only_and_runs_as_an_ordinary_user() -> None:
    dockerfile = text("Dockerfile")
    assert set(re.findall(r"requirements/\w+\.txt", dockerfile)) == {"requirements/product.txt"}
    assert re.findall(r"^USER (\w+)$", dockerfile, re.M) == ["inburgering"]
    ignored = text(".dockerignore").splitlines()
    assert {".git", ".venv", ".demo", ".env", "node_modules"} <= set(ignored)


def test_run_needs_nothing_but_python_and_tells_an_old_python_so() -> None:
    tree = ast.parse(text("run"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_run_alone_prints_its_verbs_and_an_unknown_one_gives_a_sentence() -> None:
    run = [sys.executable, CHECKOUT / "run"]
    shown = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert all(f"./run {verb}" in shown for verb in ("demo", "test", "manage"))
    refused = subprocess.run([*run, "start"], capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stderr) == (1, "'start' ken ik niet. Typ ./run voor wat er wel kan.\n")


def test_publiccode_names_licence_and_language() -> None:
    publiccode = yaml.safe_load(text("publiccode.yml"))
    assert publiccode["legal"]["license"] == "EUPL-1.2"
    assert publiccode["localisation"]["availableLanguages"] == ["nl"]
    assert len(publiccode["description"]["nl"]["shortDescription"]) <= 150
    assert 150 <= len(publiccode["description"]["nl"]["longDescription"]) <= 10000
