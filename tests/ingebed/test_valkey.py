"""The embedded broker."""

from pathlib import Path

import redis

from inburgering.ingebed.valkey import Valkey


def client(server: Valkey) -> redis.Redis:
    return redis.Redis(unix_socket_path=str(server.socket), decode_responses=True)


def test_what_is_queued_survives_a_killed_broker(tmp_path: Path) -> None:
    server = Valkey(tmp_path / "de wachtrij").start()
    with client(server) as connection:
        connection.rpush("rij", "werk")
        connection.execute_command("CONFIG", "SET", "appendfsync", "always")
        connection.rpush("rij", "meer werk")
    assert server.process is not None
    server.process.kill()
    server.process.wait()
    with Valkey(tmp_path / "de wachtrij") as again, client(again) as connection:
        assert connection.lrange("rij", 0, -1) == ["werk", "meer werk"]
        folder = again.socket.parent
    assert not folder.exists()


def test_the_throw_away_broker_answers_on_its_address(valkey_server: str) -> None:
    assert valkey_server.startswith("redis+socket:///")
    with redis.Redis(unix_socket_path=valkey_server.removeprefix("redis+socket://")) as connection:
        assert connection.ping() is True
