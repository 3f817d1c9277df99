"""Which folders are shared over a network or by a synchroniser, where WAL is not safe."""

from pathlib import Path

NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre",
        "davfs", "vboxsf", "prl_fs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse",
        "fuse.s3fs", "fuse.glusterfs", "fuse.vmhgfs-fuse",
    }
)  # fmt: skip
"""File systems whose other end is another machine."""

_SYNCED = (
    "dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents",
    "nextcloud", "owncloud", "seafile", "syncthing", "pcloud", "tresorit", "yandex.disk",
)  # fmt: skip
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")


def is_shared(path: Path) -> bool:
    """Whether `path` lies on a network file system or in a folder that a synchroniser copies."""
    return file_system_of(path) in NETWORK or any(_is_synced(item) for item in path.parents)


def file_system_of(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The type of the file system that holds `path` ("" where the system does not say)."""
    try:
        lines = mounts.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    found: tuple[int, str] = (-1, "")
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(before.split()[4].replace("\\040", " "))
        if path == point or point in path.parents:
            found = max(found, (len(point.parts), after.split()[0]), key=lambda item: item[0])
    return found[1]


def _is_synced(folder: Path) -> bool:
    name = folder.name.lower()
    if any(name == word or name.startswith((word + " ", word + "-")) for word in _SYNCED):
        return True
    return any((folder / mark).exists() for mark in _MARKS)
