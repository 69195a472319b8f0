#!/bin/sh
# Builds the libraries that khct links from Debian's source packages, static, with another compiler:
# libraries.sh FOLDER COMPILER [SYSTEM]. They lie in FOLDER/include and FOLDER/lib; FOLDER/ready is
# made last. SYSTEM: posix (where it is not given) or windows. AR: the archiver of that compiler.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd) cc=$2 system=${3:-posix}
case $system in
posix) pie=-fPIE random=-DXML_DEV_URANDOM has="-DHAVE_OPEN -DHAVE_CLOSE -DHAVE_READ -DHAVE_GETPID -DHAVE_GETTIMEOFDAY -DUSE_URANDOM" ;;
windows) pie= random=-DXML_STATIC has="-DUSE_WINDOWS_CRYPTOAPI" ;;
esac
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
    tool=$1
    shift
    "$tool" -q -o Dir::Etc::SourceList="$sources" -o Dir::Etc::SourceParts="$lists/parts" \
        -o Dir::State::Lists="$lists/state/lists" "$@"
}
log=$folder/log
# the newest that can be had: a list may name one that a mirror does not have
fetch() {
    for version in "" $(apt apt-cache showsrc "$1" | sed -n 's/^Version: /=/p' | sort -rV); do
        apt apt-get -o APT::Sandbox::User=root source --download-only "$1$version" && return
    done
    return 1
}
apt apt-get update >"$log" 2>&1
for package in utf8proc jansson zlib expat; do
    [ -d "$package" ] && continue
    rm -f "$package"_*
    fetch "$package" >>"$log" 2>&1
    dsc=$(ls "${package}"_*.dsc)
    dpkg-source -x "$dsc" "$package" >>"$log" 2>&1
done
ar=${AR:-ar}
(cd utf8proc && $cc -O2 $pie -DUTF8PROC_STATIC -c utf8proc.c -o utf8proc.o && $ar rcs "$folder/lib/libutf8proc.a" utf8proc.o && cp utf8proc.h "$folder/include") >>"$log" 2>&1
# what its configure would find on any Unix of this century
(cd jansson/src && sed 's/@json_inline@/inline/; s/@json_have_[a-z_]*@/1/' jansson_config.h.in >jansson_config.h && : >jansson_private_config.h && for f in *.c; do
    $cc -O2 $pie -DHAVE_STDINT_H -DHAVE_UNISTD_H -DHAVE_SYS_TYPES_H -DHAVE_SYS_TIME_H -DHAVE_FCNTL_H $has \
        -DINITIAL_HASHTABLE_ORDER=3 -I. -c "$f" -o "${f%.c}.o" || exit 1
done && $ar rcs "$folder/lib/libjansson.a" *.o && cp jansson.h jansson_config.h "$folder/include") >>"$log" 2>&1
# files that are packed are read only where LaTeX runs, and not through Windows' names
gz='gzlib gzread gzwrite gzclose'
case $system/$cc in windows/* | *wasm*) gz= ;; esac
(cd zlib && rm -f ./*.o && for f in adler32 crc32 deflate inflate inffast inftrees trees zutil compress uncompr $gz; do
    $cc -O2 $pie ${gz:+-DZ_HAVE_UNISTD_H} -c $f.c -o $f.o || exit 1
done && $ar rcs "$folder/lib/libz.a" ./*.o && cp zlib.h zconf.h "$folder/include") >>"$log" 2>&1
(cd expat/expat/lib && : >expat_config.h && for f in xmlparse xmlrole xmltok; do
    $cc -O2 $pie -DXML_NS -DXML_DTD -DXML_CONTEXT_BYTES=1024 -DBYTEORDER=1234 -DHAVE_MEMMOVE $random -I. -c $f.c -o $f.o || exit 1
done && $ar rcs "$folder/lib/libexpat.a" xmlparse.o xmlrole.o xmltok.o && cp expat.h expat_external.h "$folder/include") >>"$log" 2>&1
touch "$folder/ready"
