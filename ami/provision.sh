#!/usr/bin/env bash
#
# Makes a Debian 13 machine an instance of Snapfleet; root runs it:
#
#   provision.sh BUNDLE             what `./snapfleet image` has packed
#   provision.sh BUNDLE --efs       with the mount helper of EFS, for photos in a folder at level 1
#   provision.sh BUNDLE --offline   the packages are there, nothing is fetched, no agents
#   provision.sh --packages         the packages alone

set -euo pipefail

# The server asks for its machine's own name; libnss-myhostname knows it whatever the DNS does.
packages=(openjdk-25-jre-headless libnss-myhostname ca-certificates curl gpg gpgv logrotate systemd)

here=/opt/snapfleet
training=/var/lib/snapfleet/training

say() { printf '%s\n' "$*"; }

fail() {
  printf 'provision: %s\n' "$*" >&2
  exit 1
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update
  apt-get -q -y upgrade
  apt-get -q -y --no-install-recommends install "${packages[@]}"
}

unpack() {
  [ -f "$1" ] || fail "there is no bundle $1; make one: ./snapfleet image"
  tar -C / --no-same-owner --no-overwrite-dir -xf "$1"
  systemd-sysusers snapfleet.conf
  systemd-tmpfiles --create snapfleet.conf
}

# The AOT cache of exactly the command that the service runs, on exactly this machine's JRE: a run
# that serves a few pages on a database of its own, and is thrown away but for the cache.
make_aot_cache() {
  local log
  log="$(mktemp)"
  rm -rf -- "$training"
  install -d -o snapfleet -g snapfleet -m 700 "$training"
  if ! train >"$log" 2>&1 || ! [ -s "$training/aot.cache" ]; then
    cat "$log" >&2
    fail "the AOT cache was not made: the site did not start; what it said is above"
  fi
  install -m 644 "$training/aot.cache" "$here/aot.cache"
  rm -rf -- "$training" "$log" "$here/snapfleet"
}

# In a shell of its own, as the launcher's functions have names that are taken here.
train() (
  # shellcheck source-path=SCRIPTDIR source=../snapfleet
  . "$here/snapfleet"
  boot_commands >"$training/preboot.commands" # nobody else's: on loopback
  free_port
  cd "$training"
  setpriv --reuid snapfleet --regid snapfleet --init-groups --no-new-privs \
    env -i PATH=/usr/bin:/bin SNAPFLEET_AOT="-XX:AOTCacheOutput=$training/aot.cache" \
    "$here/serve" --prebootcommandfile "$training/preboot.commands" --port "$chosen" </dev/null &
  child=$!
  show_around "$chosen"
)

# Both are in no distribution of Debian. What Amazon's bucket gives is only installed if its key signed
# it; the key's fingerprint is the one in CloudWatch's manual.
install_cloudwatch_agent() {
  local url=https://amazoncloudwatch-agent.s3.amazonaws.com folder
  local fingerprint=937616F3450B7D806CBD9725D58167303B789C72
  folder="$(mktemp -d)"
  (
    cd "$folder"
    fetch agent.deb "$url/debian/$(dpkg --print-architecture)/latest/amazon-cloudwatch-agent.deb"
    fetch agent.sig "$url/debian/$(dpkg --print-architecture)/latest/amazon-cloudwatch-agent.deb.sig"
    fetch key.asc "$url/assets/amazon-cloudwatch-agent.gpg"
    check_signature key.asc agent.sig agent.deb "$fingerprint"
    apt-get -q -y install ./agent.deb
  )
  rm -rf -- "$folder"
}

# Who signs the certificates of RDS, for sslMode=verify-full: no Java knows them.
install_rds_authorities() {
  fetch "$here/rds.pem" https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem
  keytool -printcert -file "$here/rds.pem" >/dev/null || fail "RDS's authorities are no certificates"
  chmod 644 "$here/rds.pem"
}

# The mount helper of EFS is in no distribution of Debian: built from its source, at a tag whose
# Rust is Debian's. What builds it does not stay.
install_efs_utils() {
  local version=v2.3.3 folder
  local tools=(git build-essential rustc cargo pkg-config libssl-dev gettext) # as its README has them
  folder="$(mktemp -d)"
  apt-get -q -y --no-install-recommends install "${tools[@]}"
  (
    cd "$folder"
    git clone -q --depth 1 --branch "$version" https://github.com/aws/efs-utils
    cd efs-utils
    ./build-deb.sh
    apt-get -q -y install ./build/amazon-efs-utils*deb
  )
  rm -rf -- "$folder"
  apt-get -q -y purge "${tools[@]}"
  apt-get -q -y autoremove --purge
}

# Session Manager's, in place of SSH. Its key changes every other year, and only Systems Manager's
# manual has it: where ami/ssm-agent.asc was there when the bundle was packed, the agent must fit it.
install_ssm_agent() {
  local url=https://s3.amazonaws.com/ec2-downloads-windows/SSMAgent/latest folder
  local key="$here/ssm-agent.asc"
  folder="$(mktemp -d)"
  (
    cd "$folder"
    url="$url/debian_$(dpkg --print-architecture)"
    fetch agent.deb "$url/amazon-ssm-agent.deb"
    if [ -f "$key" ]; then
      fetch agent.sig "$url/amazon-ssm-agent.deb.sig"
      check_signature "$key" agent.sig agent.deb "$(fingerprint_of "$key")"
    else
      say "The SSM agent's signature is not checked, as there was no ami/ssm-agent.asc."
    fi
    apt-get -q -y install ./agent.deb
  )
  rm -rf -- "$folder"
}

fetch() { curl -fsS --proto '=https' --retry 5 --retry-connrefused -o "$1" "$2"; }

fingerprint_of() {
  gpg --batch --with-colons --show-keys "$1" | sed -n 's/^fpr:*\([0-9A-F]*\):$/\1/p' | head -n 1
}

# check_signature KEY SIGNATURE FILE FINGERPRINT
check_signature() {
  [ "$(fingerprint_of "$1")" = "$4" ] || fail "the key of $3 is not the one with the fingerprint $4"
  gpg --batch --dearmor <"$1" >key.gpg
  gpgv --keyring ./key.gpg "$2" "$3" || fail "$3 is not signed by that key; it is not installed"
}

# No way in but Session Manager, nothing of this machine's own, and the services at each boot.
finish() {
  systemctl enable snapfleet-configure.service snapfleet-data.service snapfleet.service \
    snapfleet-signal.service snapfleet-agent.service
  local unit
  for unit in ssh.service ssh.socket; do
    systemctl disable "$unit" 2>/dev/null || true
  done
  if [ -z "$offline" ]; then
    apt-get clean
    rm -rf /var/lib/apt/lists/*
    cloud-init clean --logs --machine-id
  fi
}

offline='' efs=''
case "${1:-} ${2:-}" in
  '--packages ')
    install_packages
    exit
    ;;
  ' ' | *' --offline') offline="${2:-}" ;;
  *' --efs') efs="${2:-}" ;;
esac
[ $# -ge 1 ] || fail "which bundle? provision.sh BUNDLE [--efs | --offline]"
[ "$(id -u)" -eq 0 ] || fail "root has to run this"
bundle="$1"
[ -n "$offline" ] || install_packages
unpack "$bundle"
if [ -z "$offline" ]; then
  install_rds_authorities
  install_cloudwatch_agent
  install_ssm_agent
fi
[ -z "$efs" ] || install_efs_utils
make_aot_cache
finish
say "This machine is an instance of Snapfleet now."
