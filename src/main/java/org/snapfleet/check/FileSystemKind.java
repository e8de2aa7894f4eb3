package org.snapfleet.check;

import java.util.Locale;
import java.util.Set;

/** Which file systems several machines can have in common; EFS is NFS. */
final class FileSystemKind {
  private static final Set<String> SHARED =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb2",
          "smb3",
          "smbfs",
          "ceph",
          "glusterfs",
          "lustre",
          "gfs2",
          "ocfs2",
          "gpfs",
          "beegfs",
          "afs",
          "9p",
          "virtiofs");

  /** What a program outside the kernel serves is most often elsewhere. */
  private static final String BY_A_PROGRAM = "fuse";

  private FileSystemKind() {}

  /**
   * @param type as {@link java.nio.file.FileStore#type()} has it
   */
  static boolean isShared(String type) {
    String kind = type.toLowerCase(Locale.ROOT);
    return SHARED.contains(kind)
        || (kind.startsWith(BY_A_PROGRAM) && !kind.equals("fuseblk") && !kind.contains("overlay"));
  }
}
