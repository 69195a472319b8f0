#!/bin/sh
# Builds the libraries that khct links from Debian's source packages, static, with another compiler:
# libraries.sh FOLDER COMPILER CONFIGURE_HOST. They lie in FOLDER/include and FOLDER/lib; FOLDER/ready is
# made last.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd) cc=$2 host=$3
mkdir -p "$folder/src" "$folder/include" "$folder/lib"
cd "$folder/src"
# source packages are asked for where the machine's list names only binary ones
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
sources="$lists/sources.list"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -n 's/^deb /deb-src /p' >"$sources" || true
for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" >"$lists/$(basename "$file")"
done
mkdir -p "$lists/state/lists/partial" "$lists/parts"
cp "$lists"/*.sources "$lists/parts" 2>/dev/null || true
apt() { # the machine's own lists stay as they are
    apt-get -q -o Dir::Etc::SourceList="$sources" -o Dir::Etc::SourceParts="$lists/parts" \
        -o Dir::State::Lists="$lists/state/lists" "$@"
}
log=$folder/log
apt update >"$log" 2>&1
for package in utf8proc jansson zlib; do
    [ -d "$package" ] && continue
    apt -o APT::Sandbox::User=root source --download-only "$package" >>"$log" 2>&1
    dsc=$(ls "${package}"_*.dsc)
    dpkg-source -x "$dsc" "$package" >>"$log" 2>&1
done
ar=${AR:-ar}
(cd utf8proc && $cc -O2 -fPIE -DUTF8PROC_STATIC -c utf8proc.c -o utf8proc.o && $ar rcs "$folder/lib/libutf8proc.a" utf8proc.o && cp utf8proc.h "$folder/include") >>"$log" 2>&1
(cd jansson && CC="$cc" CFLAGS='-O2 -fPIE' ./configure -q ${host:+--host=$host} --disable-shared --enable-static --prefix="$folder" && make -s -C src install) >>"$log" 2>&1
(cd zlib && for f in adler32 crc32 deflate inflate inffast inftrees trees zutil compress uncompr; do $cc -O2 -fPIE -c $f.c -o $f.o; done && $ar rcs "$folder/lib/libz.a" adler32.o crc32.o deflate.o inflate.o inffast.o inftrees.o trees.o zutil.o compress.o uncompr.o && cp zlib.h zconf.h "$folder/include") >>"$log" 2>&1
touch "$folder/ready"
