"""Which folders are shared."""

from pathlib import Path

import pytest

from verifier.store.folders import file_system_of, is_shared

MOUNTS = """\
21 1 8:1 / / rw - ext4 /dev/sda1 rw
30 21 0:30 / /home rw shared:1 - xfs /dev/sdb rw
31 30 0:31 / /home/anna/news\\040desk rw - nfs4 server:/desk rw
32 21 0:32 / /mnt/share rw - cifs //server/share rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc/x", "ext4"),
        ("/home/anna/x", "xfs"),
        ("/home/anna/news desk/x", "nfs4"),
        ("/mnt/share/a/b", "cifs"),
        ("/mnt/shared", "ext4"),
    ],
)
def test_the_innermost_mount_tells_the_file_system(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert file_system_of(Path(path), mounts) == kind


def test_a_system_that_does_not_tell_is_taken_as_local(tmp_path: Path) -> None:
    assert file_system_of(Path("/x"), tmp_path / "missing") == ""


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - The Desk", "Nextcloud", "iCloud Drive"])
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert is_shared(tmp_path / name / "deep" / "desk.verifier")


def test_a_synchronised_folder_is_known_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert is_shared(tmp_path / "desk.verifier")


def test_an_ordinary_folder_is_not_shared(tmp_path: Path) -> None:
    assert not is_shared(tmp_path / "dropboxes" / "desk.verifier")
