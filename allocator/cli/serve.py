"""``allocator serve``: the web page."""

from pathlib import Path

import click

from allocator.cli.terminal import reported_errors
from allocator.errors import UsageProblem
from allocator.memory import SOLVER, require_memory
from allocator.web.access import (
    DEFAULT_PORT,
    Access,
    is_address,
    is_loopback,
    network_of,
    new_token,
)


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=DEFAULT_PORT,
    show_default=True,
    metavar="N",
    help="The port; 0 takes one that is free.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to be reached at; others than this machine's need --behind-proxy.",
)
@click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep the versions of every workshop in this folder; else nothing is written to disk.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(1, 3650),
    metavar="N",
    help="With --data: delete workshops that nobody has changed for N days.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--behind-proxy",
    "proxy",
    default="",
    metavar="ADDRESS",
    help="Take requests from this proxy (or network) only, which says who is asking.",
)
@click.option(
    "--user-header",
    default="",
    metavar="NAME",
    help="The header in which the proxy puts the name of the colleague.",
)
@click.option(
    "--public-host",
    "public_hosts",
    multiple=True,
    metavar="NAME",
    help="The name under which browsers reach the proxy; may be given several times.",
)
def serve(
    folder: Path | None, *, keep_days: int | None, no_browser: bool, **options: object
) -> None:
    """Open the web page: drop a list, allocate, adjust by hand, download.

    It works on this machine only, until it is ended with Ctrl+C.
    """
    with reported_errors(as_json=False):
        require_memory(SOLVER)
        from allocator.web.server import serve as serve_page  # noqa: PLC0415 - loaded when needed

        access = Access(token=new_token(), kept=folder is not None, **options)  # type: ignore[arg-type] # as the options say
        _require_sense(access.host, access.proxy, access.user_header, access.public_hosts)

        if keep_days and folder is None:
            message = (
                "--keep-days goes with --data: without it, workshops are forgotten after 12 hours."
            )
            raise UsageProblem(message)

        def ready(address: str) -> None:
            click.echo(address)
            click.echo("Open this address in your browser. Ctrl+C ends it.", err=True)
            if not (no_browser or access.proxy):
                _open_browser(address)

        serve_page(access, folder, ready, keep_days=keep_days or 0)


def _open_browser(address: str) -> None:
    import threading  # noqa: PLC0415 - only for this
    import webbrowser  # noqa: PLC0415 - only for this

    # A browser in the terminal would keep us waiting.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _require_sense(host: str, proxy: str, header: str, public: tuple[str, ...]) -> None:
    """Nothing, when the options go together.

    Raises:
        UsageProblem: when the page would be open to everybody, or a word on the proxy is missing.
    """
    if not is_address(host):
        message = f'--host takes an address such as 127.0.0.1 or ::1, not "{host}".'
        raise UsageProblem(message)
    if not proxy and not is_loopback(host):
        message = (
            f"with --host {host}, everybody in the network could open the page. Put it behind a "
            "proxy that knows its visitors, and name that with --behind-proxy and --user-header."
        )
        raise UsageProblem(message)
    if bool(proxy) != bool(header) or bool(proxy) != bool(public):
        message = "--behind-proxy, --user-header and --public-host need each other: give all three."
        raise UsageProblem(message)
    if not proxy:
        return
    try:
        network_of(proxy)
    except ValueError as error:
        message = (
            f'--behind-proxy takes an address or a network such as 10.0.0.0/24, not "{proxy}".'
        )
        raise UsageProblem(message) from error
