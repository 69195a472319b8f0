#!/bin/sh
# The Debian package as somebody gets it: lintian, then installed, used and removed in a fresh Debian
# made by debootstrap. deb.sh PACKAGE KHCT PLAN...
set -eu
package=$(realpath "$1") khct=$(realpath "$2")
shift 2
[ "$(id -u)" = 0 ] || { echo "deb.sh: a fresh Debian can be made by root only"; exit 1; }
work=$(mktemp -d)
root=$work/debian
trap 'rm -rf --one-file-system "$work"' EXIT
failed=0
fault() {
    failed=$((failed + 1))
    echo "FAIL: $*"
}

said=$(lintian --fail-on error,warning "$package" 2>&1 | grep -v 'root privileges') || true
[ -z "$said" ] || fault "lintian: $said"

archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
. /etc/os-release
debootstrap --variant=minbase "$VERSION_CODENAME" "$root" "$archive" > "$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
cp -R /etc/apt/sources.list* "$root/etc/apt/"
cp "$package" "$root/khct.deb"
mkdir "$root/plans"
cp "$@" "$root/plans"
inside() {
    env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@"
}
files() { # but for what packages keep of themselves
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \
        -o -path ./etc/ld.so.cache \) -prune -o -print | LC_ALL=C sort)
}

inside apt-get update -q > "$work/log" 2>&1
inside apt-get install -y -q --no-install-recommends $(inside dpkg-deb -f /khct.deb Depends | sed 's/([^)]*)//g; s/,/ /g') >> "$work/log" 2>&1
files > "$work/before"
inside apt-get install -y -q --no-install-recommends /khct.deb >> "$work/log" 2>&1 || { tail -n 20 "$work/log"; fault "it does not install"; }

[ "$(inside khct --version)" = "$("$khct" --version)" ] || fault "another version"
for plan in "$@"; do
    name=$(basename "$plan" .khct)
    for form in html json docx; do
        inside khct build -q -t $form -o - "/plans/$name.khct" > "$work/theirs" || fault "build -t $form $name"
        (cd "$(dirname "$plan")" && "$khct" build -q -t $form -o - "$name.khct") > "$work/ours"
        cmp -s "$work/ours" "$work/theirs" || fault "build -t $form $name: other bytes"
    done
done
for file in $(inside dpkg -L khct); do
    [ -e "$root$file" ] || [ -L "$root$file" ] || fault "$file is not there"
done
for want in usr/share/man/man1/khct.1.gz usr/share/man/vi/man1/khct.1.gz usr/share/bash-completion/completions/khct \
    usr/share/mime/packages/khct.xml; do
    [ -e "$root/$want" ] || fault "no $want"
done

inside apt-get purge -y -q khct >> "$work/log" 2>&1 || fault "it cannot be removed"
files > "$work/after"
diff "$work/before" "$work/after" > "$work/left" || fault "left behind: $(head -n 5 "$work/left")"
echo "deb.sh: $failed faults"
[ $failed = 0 ]
