#!/bin/sh
# What is installed: hardening.sh PREFIX OBJECT. The program is position independent, its tables are read-only
# once it runs, its stack is not executable and is guarded, unsafe copies are checked.
set -u
khct=$1/bin/khct
failed=0
fault() { echo "FAIL: $*"; failed=1; }
is() { # WHAT PATTERN: in what readelf says
    grep -Eq "$2" elf || fault "$1"
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
khct=$(realpath "$khct")
prefix=$(realpath "$1")
object=$(realpath "$2")
cd "$work" || exit 1
readelf -hldnsW "$khct" > elf 2>/dev/null || fault "no readelf, or no program"
is "not position independent" 'Type: +DYN'
is "no read-only relocations" 'GNU_RELRO'
is "names are bound late" 'FLAGS_1.*NOW|BIND_NOW'
is "no guard of the stack" '__stack_chk_fail'
is "copies are not checked" '__[a-z]+_chk@'
grep -E 'GNU_STACK' elf | grep -q 'RWE' && fault "the stack is executable"
grep -Eq 'RWE' elf && fault "a segment is both written and executed"
grep -Eq 'RPATH|RUNPATH' elf && fault "libraries are looked for in folders of the build"
# the start files of Debian have no mark of indirect jumps, so the program has none; its own objects have
case $(uname -m) in x86_64) readelf -nW "$object" | grep -q "IBT" || fault "indirect jumps are not marked" ;; esac
"$khct" --version > version || fault "it does not run"
strings=$(grep -c "$(dirname "$(dirname "$prefix")")" "$khct")
[ "$strings" = 0 ] || fault "the folder of the build stands in the program"
for file in share/khct/examples/mam-non-mot-nam.khct share/doc/khct/README.md share/doc/khct/LICENSE; do
    [ -s "$prefix/$file" ] || fault "not installed: $file"
done
"$khct" check -q "$prefix/share/khct/examples/mam-non-mot-nam.khct" || fault "the installed example does not check"
[ $failed = 0 ] && echo "hardening: all as it must be"
exit $failed
