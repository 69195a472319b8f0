#!/bin/sh
# The zip for Windows, the same bytes whenever and wherever it is made: windows.sh KHCT.EXE VERSION LIBS
set -eu
exe=$1 version=$2 libs=$3 here=$(dirname "$0")
name=khct-$version-windows
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
to=$work/$name
mkdir -p "$to/licenses"
cp "$exe" "$to/khct.exe"
for file in "$here"/windows/*.cmd; do # cmd.exe wants its own line ends
    sed 's/$/\r/' "$file" >"$to/$(basename "$file")"
done
{
    printf '\357\273\277'
    sed "s/@VERSION@/$version/; s/\$/\r/" "$here/windows/doc-truoc.txt"
} >"$to/DOC-TRUOC.txt"
cp -r examples "$to/examples"
cp LICENSE "$to/licenses/khct.txt"
# what is linked: the libraries, and the runtime of the compiler
for package in utf8proc jansson zlib expat; do
    cp "$libs/src/$package/debian/copyright" "$to/licenses/$package.txt"
done
cp /usr/share/doc/mingw-w64-common/copyright "$to/licenses/mingw-w64.txt"
cp /usr/share/doc/gcc-mingw-w64-base/copyright "$to/licenses/gcc.txt"
find "$work" -exec touch -d '2026-01-01 00:00:00Z' {} +
chmod -R u=rwX,go=rX "$to"
mkdir -p build
rm -f "build/$name.zip"
target=$PWD/build/$name.zip
(cd "$work" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -X -q -9 "$target" -@)
echo "build/$name.zip"
