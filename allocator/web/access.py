"""Who may reach the page: addresses, names of hosts, the proxy before it, and the limits."""

import secrets
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

#: Port where none is given.
DEFAULT_PORT = 8765
#: The largest body that is not a file, in bytes.
LARGEST_MESSAGE = 256_000
#: How those are called in the history who are not known by name.
SOMEBODY = "You"
_PORTS = ("", ":80", ":443")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a request may cost: sizes in bytes, times in seconds.

    ``file`` is for uploads, ``message`` for every other body. ``pause`` is how long an upload may
    stand still, ``upload`` how long it may take as a whole.
    """

    file: int = 10_000_000
    message: int = LARGEST_MESSAGE
    pause: float = 15
    upload: float = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may reach the page.

    ``host`` and ``port`` are what the server is bound to. ``token`` is the secret of the start
    address. ``proxy`` is the address, or the network, of the office's proxy: only from there
    requests are taken, ``user_header`` is where it puts the name of the colleague, and
    ``public_hosts`` are the names under which the page is known to browsers. ``kept`` tells that
    the workshops are kept on disk.
    """

    token: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    public_hosts: tuple[str, ...] = ()
    proxy: str = ""
    user_header: str = ""
    kept: bool = False
    limits: Limits = field(default_factory=Limits)

    @property
    def shares(self) -> bool:
        """Whether all visitors see all workshops: colleagues, or one user who kept them on disk."""
        return bool(self.proxy) or self.kept

    @property
    def own_hosts(self) -> frozenset[str]:
        """The hosts, with their ports, that the server itself is known by."""
        bound = f"[{self.host}]" if ":" in self.host else self.host
        local = ("127.0.0.1", "localhost", "[::1]") if is_loopback(self.host) else ()
        return frozenset(f"{name}:{self.port}" for name in (*local, bound))

    @property
    def known_hosts(self) -> frozenset[str]:
        """Every host that a request may be meant for."""
        return self.own_hosts | self._public()

    @property
    def origins(self) -> frozenset[str]:
        """The origins of our own pages, as browsers name them."""
        if not self.proxy:
            return frozenset(f"http://{host}" for host in self.own_hosts)
        return frozenset(
            f"{scheme}://{host}" for scheme in ("https", "http") for host in self._public()
        )

    @property
    def start_url(self) -> str:
        """The address that opens the page."""
        if self.proxy:
            return f"https://{self.public_hosts[0]}/" if self.public_hosts else ""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}/start?token={self.token}"

    def is_from_proxy(self, address: str) -> bool:
        """Whether a connection comes from the office's proxy."""
        try:
            came = ip_address(address)
        except ValueError:
            return False
        mapped = getattr(came, "ipv4_mapped", None)
        return (mapped or came) in network_of(self.proxy)

    def _public(self) -> frozenset[str]:
        names = (name.lower() for name in self.public_hosts)
        return frozenset(
            f"{name}{port}" for name in names for port in (("",) if _has_port(name) else _PORTS)
        )


def new_token() -> str:
    """The secret of one start of the server: 128 bits by chance."""
    return secrets.token_urlsafe(16)


def network_of(address: str) -> IPv4Network | IPv6Network:
    """The addresses that are meant by one address or by a network such as 10.0.0.0/24.

    Raises:
        ValueError: when it is neither.
    """
    return ip_network(address, strict=False)


def is_address(host: str) -> bool:
    """Whether a server can be bound to it: an address, or ``localhost``."""
    if host == "localhost":
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _has_port(name: str) -> bool:
    return name.rpartition(":")[2].isdigit() and not name.endswith("]")
