#!/bin/sh
# Makes the Debian package from the files that git knows: deb.sh VERSION. It lies in build/ then.
set -eu
version=$1
work=build/deb
rm -rf "$work"
mkdir -p "$work/khct-$version"
git ls-files -z | xargs -0 cp --parents -t "$work/khct-$version"
cp -R .packaging/debian "$work/khct-$version/debian"
chmod 755 "$work/khct-$version/debian/rules"
(cd "$work/khct-$version" && SOURCE_DATE_EPOCH=1767225600 dpkg-buildpackage -us -uc -b -rfakeroot >../log 2>&1) || {
    tail -n 30 "$work/log"
    exit 1
}
cp "$work"/khct_*.deb build/
ls build/khct_*.deb
