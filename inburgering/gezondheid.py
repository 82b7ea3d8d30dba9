"""``python -m inburgering.gezondheid``: the health check of a web container; exit status 0 when it answers.

Standard library only. Asks as the proxy would: by the public name and as if over https.
"""

import os
import sys
from urllib.error import URLError
from urllib.request import Request, urlopen

SECONDS = 4


def answers(address: str, host: str) -> bool:
    """Whether `/healthz` at this address answers 200 for this host name."""
    request = Request(f"{address}/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})  # noqa: S310  our own
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310  http to ourselves
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


if __name__ == "__main__":
    name = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    sys.exit(not answers(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000", name))
