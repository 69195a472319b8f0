#!/bin/sh
# Installs the Debian packages that are missing. Each argument is a package, or COMMAND:PACKAGE for
# one that is not needed where the command is there already. Silent when there is nothing to do.
set -eu
missing=
for want in "$@"; do
    case $want in
    *:*) command -v "${want%%:*}" >/dev/null 2>&1 || missing="$missing ${want##*:}" ;;
    *) missing="$missing $want" ;;
    esac
done
# one question for all of them; an unknown package makes dpkg-query fail, which is no answer
have=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $missing 2>/dev/null | sed -n 's/^ii *//p') || true
need=
for package in $missing; do
    echo "$have" | grep -qx "$package" || need="$need $package"
done
[ -n "$need" ] || exit 0
as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Cần cài các gói sau nhưng không có quyền root và không có sudo:" >&2
        echo "These packages must be installed, and there is neither root nor sudo:" >&2
        echo "  apt-get install$need" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Đang cài / installing:$need" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $need; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "Không cài được; hãy chạy tay: apt-get install$need" >&2
    echo "Could not install; run by hand: apt-get install$need" >&2
    exit 1
fi
