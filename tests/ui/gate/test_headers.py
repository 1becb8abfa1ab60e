"""What every response tells the browser."""

from __future__ import annotations

import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from ui.gate.headers import POLICY

WANTED = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def test_policy_names_no_other_host_and_allows_no_script_in_the_text() -> None:
    assert not re.search(r"\*|https?:", POLICY)
    scripts = next(part for part in POLICY.split("; ") if part.startswith("script-src"))
    assert "unsafe-inline" not in scripts
    assert "frame-ancestors 'none'" in POLICY


def test_every_response_has_them_refusals_too(address: str) -> None:
    with urlopen(address) as page:
        assert WANTED.items() <= {k.lower(): v for k, v in page.headers.items()}.items()
        nonce = re.search(r"'nonce-([\w-]+)'", page.headers["content-security-policy"])
        assert nonce
        text = page.read().decode()
    assert re.findall(r"<script(?! nonce=)", text) == []
    assert set(re.findall(r'<script nonce="([^"]*)"', text)) == {nonce[1]}
    with pytest.raises(HTTPError) as closed:
        urlopen(f"{address}nowhere")
    headers = closed.value.headers
    assert WANTED.items() <= {k.lower(): v for k, v in headers.items()}.items()
    assert nonce[1] not in headers["content-security-policy"]
