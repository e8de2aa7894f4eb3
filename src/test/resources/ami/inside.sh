#!/usr/bin/env bash
# inside.sh ROOT writable|read-only COMMAND…: runs a command in a root as on a machine of its own. In
# a read-only one, the service's folders alone can be written, as systemd's ProtectSystem=strict has
# it. The caller gives it mounts and processes of its own (unshare); they go with it.
set -euo pipefail
root="$1" mode="$2"
shift 2
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
if [ "$mode" = read-only ]; then
  for folder in var/lib/snapfleet var/log/snapfleet run tmp; do
    mount --bind "$root/$folder" "$root/$folder"
  done
  mount -o bind,remount,ro "$root"
fi
exec chroot "$root" "$@"
