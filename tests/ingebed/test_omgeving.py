"""Where the demo keeps its data and what it tells its processes."""

from pathlib import Path

import environ
import pytest

from inburgering.ingebed import omgeving
from inburgering.ingebed.postgres import Cluster
from inburgering.ingebed.proces import StartFailedError


def test_a_second_demo_on_the_same_data_is_told_where_the_first_one_runs(tmp_path: Path) -> None:
    omgeving.prepare(tmp_path)
    with omgeving.claim(tmp_path):
        omgeving.announce(tmp_path, {"BASIS_URL": "http://127.0.0.1:8000"})
        assert omgeving.running(tmp_path) == {"BASIS_URL": "http://127.0.0.1:8000"}
        with (
            pytest.raises(StartFailedError, match=r"De demo draait al: http://127\.0\.0\.1:8000"),
            omgeving.claim(tmp_path),
        ):
            pass
    assert omgeving.running(tmp_path) == {}
    with omgeving.claim(tmp_path):
        pass


def test_the_secret_key_is_made_once_and_read_by_nobody_else(tmp_path: Path) -> None:
    first = omgeving.values(tmp_path, database_url="postgres:///x", redis_url="redis://x")
    again = omgeving.values(tmp_path, database_url="postgres:///x", redis_url="redis://x")
    assert first["SECRET_KEY"] == again["SECRET_KEY"]
    assert len(first["SECRET_KEY"]) >= 50
    assert (tmp_path / "geheime-sleutel").stat().st_mode & 0o777 == 0o600


def test_the_settings_understand_the_address_of_the_embedded_database(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "map met spatie")
    read = environ.Env.db_url_config(cluster.url("inburgering"))
    assert (read["NAME"], read["USER"], read["HOST"]) == ("inburgering", "inburgering", "")
    assert read["OPTIONS"] == {"host": str(cluster.sockets)}
    cluster.stop()
