"""What installing costs: size of the wheel, time to install it, megabytes installed.

    python benchmarks/package.py

Builds the wheel of this checkout and installs it into a clean environment; prints JSON. The time
includes downloads that are not in pip's cache yet.
"""

import json
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def megabytes(folder: Path) -> float:
    """The size of the files below `folder`, in megabytes."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return round(size / 1e6, 1)


def site_packages(environment: Path) -> Path:
    """Where an environment's packages lie."""
    return next((environment / "lib").glob("python*")) / "site-packages"


def main() -> None:
    """Build, install, measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = out.glob("*.whl")
        environment = out / "environment"
        venv.create(environment, with_pip=True)
        before = megabytes(site_packages(environment))
        began = time.perf_counter()
        install = [str(environment / "bin" / "python"), "-m", "pip", "install", "-q", str(wheel)]
        subprocess.run(install, check=True)
        seconds = time.perf_counter() - began
        packages = site_packages(environment)
        sizes = {
            path.name: megabytes(path)
            for path in packages.iterdir()
            if path.is_dir() and not path.name.endswith(".dist-info")
        }
        largest = dict(sorted(sizes.items(), key=lambda item: -item[1])[:8])
        figures = {
            "wheel_kb": round(wheel.stat().st_size / 1000),
            "install_seconds": round(seconds, 1),
            "installed_mb": round(megabytes(packages) - before, 1),
            "largest_mb": largest,
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
