#!/bin/sh
# The format that is kept between prints (src/emit/latex/format.h), with an engine that is a shell
# script: made once, used while it is true, never needed, never another user's. That the bytes are
# the same with the real engine: tests/print/plans.sh.
. "$(dirname "$0")/lib.sh"

mkdir bin tmp cache
export TMPDIR="$work/tmp" XDG_CACHE_HOME="$work/cache"
cp "$root/examples/mam-non-mot-nam.khct" a.khct
echo one > system.fmt
cat > bin/pdflatex <<S
#!/bin/sh
case "\$*" in
*-ini*)
    echo made >> "$work/runs"
    cp plan.tex "$work/dumped.tex"
    [ ! -e "$work/unable" ] || exit 1
    [ ! -e "$work/slow" ] || read -r _ < "$work/slow" # until the other one prints
    gzip -c "$work/system.fmt" > plan.fmt
    printf 'PWD .\nINPUT %s\nINPUT khct.cls\n' "$work/system.fmt" > plan.fls
    exit 0 ;;
*-fmt=khct*)
    echo used >> "$work/runs"
    cmp -s -n 4 khct.fmt "$work/system.fmt" || exit 1 ;;
*)
    echo plain >> "$work/runs"
    [ ! -e "$work/slow" ] || echo go > "$work/slow" ;;
esac
[ ! -e "$work/broken" ] || exit 1
echo pdf > plan.pdf
S
chmod +x bin/pdflatex
print() { env PATH="$work/bin:/bin:/usr/bin" "$KHCT" build -q -t pdf -o "${1:-a.pdf}" a.khct; }
# WHAT RUNS [STATUS]: a print takes these runs of the engine, and gives the same
runs() {
    rm -f runs a.pdf
    status "${3:-0}" "$1" print
    [ "$(tr '\n' ' ' < runs)" = "$2 " ] || fail "$1: $(tr '\n' ' ' < runs), not $2"
    [ "${3:-0}" != 0 ] || [ "$(cat a.pdf)" = pdf ] || fail "$1: another PDF"
    [ -z "$(ls tmp)" ] || fail "$1: left in the temporary folder"
    [ ! -e cache/khct/moi ] || fail "$1: a half-made format is left"
    [ ! -s "$err" ] || [ "${3:-0}" != 0 ] || fail "$1: something is said"
}
kept() { find cache/khct -name 'latex-*' 2>/dev/null; }

runs "the first print" "made used"
[ "$(stat -c %a cache/khct)" = 700 ] && [ "$(stat -c %a "$(kept)")" = 600 ] || fail "others may look into the cache"
grep -q 'Hoa\|Trường' dumped.tex && fail "words of the plan are in the format"
runs "the second print" used
echo more > system.fmt
runs "TeX's own format has changed" "made used"
touch bin/pdflatex
runs "the engine has changed" "made used"
mkdir other
cp -r "$root/stdlib/." other
echo '% another class' >> other/latex/khct.cls
export KHCT_PATH="$work/other"
runs "the class is another" "made used"
unset KHCT_PATH
[ "$(kept | wc -l)" = 3 ] || fail "not a format each: $(kept)"
find cache -name 'latex-*' -exec touch -d '31 days ago' {} +
echo less > system.fmt
runs "an old one is made anew" "made used"
[ "$(kept | wc -l)" = 1 ] || fail "what nobody used for a month is kept: $(kept)"
rm -r cache/khct
runs "deleted" "made used"

# a format that is no longer whole
printf XXXX | dd of="$(kept)" conv=notrunc 2>/dev/null
runs "a format that is damaged" "used plain"
[ -z "$(kept)" ] || fail "a damaged format is kept"
runs "and is made anew" "made used"
for end in '' 'x' '99999999999999999999 khct' '00000000000000000000 khct' '-0000000000000000001 khct'; do
    echo "$end" > "$(kept)"
    rm -f runs
    status 0 "an end that says nothing true: $end" print
done
rm -r cache/khct
echo x > broken
runs "a plan that fails" "made used plain" 3
rm broken a.khct.tex
[ -n "$(kept)" ] || fail "the plan's fault is held against the format"

# one that cannot be made
rm -r cache/khct
touch unable
runs "an engine that is not able to" "made plain"
runs "is not asked again" plain
find cache -name 'latex-*' -exec touch -d '2 days ago' {} +
rm unable
runs "but on another day" "made used"

# nowhere to keep it
cache=$XDG_CACHE_HOME
for place in /dev/null relative "$work/a.khct" /proc/none; do
    XDG_CACHE_HOME=$place
    runs "no place, $place" plain
done
XDG_CACHE_HOME=
for home in '' relative /nowhere /dev/null; do
    rm -f runs
    status 0 "HOME '$home'" env HOME="$home" PATH="$work/bin:/bin:/usr/bin" "$KHCT" build -q -t pdf -o a.pdf a.khct
    [ "$(cat runs)" = plain ] || fail "HOME '$home': $(cat runs)"
done
mkdir home
rm -f runs
status 0 "a home without a cache" env HOME="$work/home" PATH="$work/bin:/bin:/usr/bin" "$KHCT" build -q -t pdf -o a.pdf a.khct
[ -d home/.cache/khct ] || fail "HOME is not used"
XDG_CACHE_HOME=$cache

# not ours alone
chmod 755 cache/khct
runs "a folder that others may read" plain
chmod 700 cache/khct
chmod 644 "$(kept)"
runs "a file that others may read" "made used"
name=$(kept)
mv "$name" theirs
ln -s "$work/theirs" "$name"
runs "a file that is a link" "made used"
rm -r cache/khct
ln -s "$work/home/.cache/khct" cache/khct
runs "a folder that is a link to one of ours" used
rm cache/khct
if [ "$(id -u)" = 0 ]; then
    runs "a new one" "made used"
    chown 12345 "$(kept)"
    runs "another user's file" "made used"
    chown 12345 cache/khct
    runs "another user's folder" plain
    chown 0 cache/khct
    chown 12345 cache
    runs "a folder in another user's" plain
    chown 0 cache
    rm -r cache/khct
else
    chmod 500 cache
    runs "a folder that cannot be written" plain
    chmod 700 cache
fi

# a full disk, or a limit on files, below what it takes
rm -f runs
status 0 "no room" sh -c 'ulimit -f 1000; PATH="$2/bin:/bin:/usr/bin" exec "$1" build -q -t pdf -o a.pdf a.khct' x "$KHCT" "$work"
[ "$(cat runs)" = plain ] || fail "no room: $(cat runs)"
[ ! -e cache/khct/moi ] && [ -z "$(kept)" ] || fail "no room: something is left"
runs "and then room" "made used"
rm -r cache/khct

# two at once: one makes it, the other does without
rm -f runs
mkfifo slow
print one.pdf 2>one.err &
print two.pdf 2>two.err
wait
rm slow
[ "$(cat one.pdf two.pdf one.err two.err)" = 'pdf
pdf' ] || fail "two at once"
[ "$(sort runs | tr '\n' ' ')" = "made plain used " ] || fail "two at once: $(cat runs)"
runs "after them" used
finish
