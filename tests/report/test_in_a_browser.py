"""The page in a real browser and before a real checker, where the machine has them."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hostile_report import ALL, hostile, report_of
from sample_report import checked

from verifier.report import render

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
CHECKER = shutil.which("vnu")
DEMANDED = os.environ.get("VERIFIER_REQUIRE_BROWSER") == "1"
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage"),
)

needs_browser = pytest.mark.skipif(
    BROWSER is None and not DEMANDED, reason="no chromium on this machine"
)
needs_checker = pytest.mark.skipif(CHECKER is None, reason="no vnu on this machine")


class Site:
    """A folder served on this machine, and what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def do_GET(self) -> None:  # the standard library's name
                asked.append(self.path)
                super().do_GET()

        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Handler, directory=str(folder))
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "site").mkdir()
    site = Site(tmp_path / "site")
    yield site
    site.close()


def browse(tmp_path: Path, address: str, *task: str) -> str:
    """What the browser prints for `task` at `address`."""
    assert BROWSER is not None, "VERIFIER_REQUIRE_BROWSER is set and there is no chromium"
    done = subprocess.run(
        [BROWSER, *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", *task, address],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


@needs_browser
def test_a_hostile_report_asks_the_network_for_nothing_and_runs_nothing(
    tmp_path: Path, site: Site
) -> None:
    attack = ALL.replace("http://127.0.0.1:9", site.address).replace("http://a", site.address)
    attack += (
        f"<link rel=stylesheet href={site.address}/s><script src={site.address}/j></script>"
        "<script>document.title='run'</script>"
    )
    page = render(report_of(hostile(attack)), "html")
    (tmp_path / "site" / "report.html").write_bytes(page)
    seen = browse(tmp_path, f"{site.address}/report.html", "--dump-dom")
    assert set(site.asked) <= {"/report.html", "/favicon.ico"}
    assert "<script" not in seen
    assert "<title>run" not in seen
    assert "<title>Verification report" in seen


@needs_browser
def test_the_browser_refuses_a_script_that_somebody_adds_to_the_page(
    tmp_path: Path, site: Site
) -> None:
    page = render(report_of(checked()), "html").decode()
    page = page.replace("</main>", "<script>document.title='run'</script></main>")
    (tmp_path / "site" / "report.html").write_text(page, "utf-8")
    seen = browse(tmp_path, f"{site.address}/report.html", "--dump-dom")
    assert "<title>run" not in seen


@needs_browser
def test_the_report_prints_to_pages(tmp_path: Path) -> None:
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_bytes(render(report_of(checked()), "html"))
    browse(tmp_path, page.as_uri(), f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    assert paper.read_bytes().startswith(b"%PDF-")


@needs_checker
@pytest.mark.parametrize("desk", [checked(), hostile()], ids=["checked", "hostile"])
def test_the_page_passes_the_nu_html_checker(tmp_path: Path, desk: object) -> None:
    page = tmp_path / "report.html"
    page.write_bytes(render(report_of(desk), "html"))  # type: ignore[arg-type]  # a Desk
    done = subprocess.run([str(CHECKER), "--Werror", str(page)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
