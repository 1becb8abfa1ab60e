"""Where the page is served: whether that address can be had, and how a browser writes it."""

from __future__ import annotations

import socket
from dataclasses import dataclass

from rag import SettingError
from ui.gate.server import Certificate

EVERYWHERE = ("0.0.0.0", "::")
"""Addresses to listen on that are none to go to."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens, by which further names it may be called, and the certificate it shows, if any."""

    host: str
    port: int
    names: tuple[str, ...] = ()
    certificate: Certificate | None = None


def claim(host: str, port: int) -> None:
    """See whether a server could listen there. SettingError if not, with what to do."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except socket.gaierror as error:
        raise SettingError(f"{host} is no address of this machine", "leave out --host, or give 127.0.0.1") from error
    except OSError as error:
        remedy = f"choose another port, such as --port {port + 1}, or end the program that uses it"
        raise SettingError(f"cannot serve at {host}:{port} ({error.strerror})", remedy) from error


def url(address: Address) -> str:
    """What to open in a browser on this machine."""
    host = address.host
    name = "127.0.0.1" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http{'s' if address.certificate else ''}://{name}:{address.port}/"
