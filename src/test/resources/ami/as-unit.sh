#!/bin/sh
# as-unit.sh FOLDER ENVIRONMENT-FILE COMMAND…: what systemd does between a unit's user and its command.
set -eu
cd "$1"
if [ -n "$2" ]; then
  set -a
  # shellcheck source=/dev/null
  . "$2"
  set +a
fi
shift 2
exec "$@"
