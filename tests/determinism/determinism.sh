#!/bin/sh
# The same bytes, whatever the directory, the locale, the time zone, the clock and -j are:
# determinism.sh KHCT [OTHER-KHCT]
#
# Every form of every example is made once, and then again in other surroundings; OTHER-KHCT is
# another build of the same source.
set -u
khct=$(realpath "$1")
other=$(realpath "${2:-$1}")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# all KHCT FOLDER OPTION...: every form of the plans in FOLDER/in, beside each other in FOLDER/out
all() {
    program=$1 folder=$2
    shift 2
    mkdir -p "$folder/in" "$folder/out"
    cp "$root"/examples/*.khct "$root"/tests/golden/real-tieu-hoc-2024.khct "$folder/in"
    cd "$folder/in" || exit 1
    for form in html json latex csv khct docx xlsx; do
        mkdir "../out/$form"
        "$program" build -q -W no-error --lang vi "$@" -t $form -o "../out/$form" ./*.khct 2>"../out/$form.err"
    done
    "$program" build -q --lang vi -t pdf -o ../out/plan.pdf mam-non-mot-nam.khct
    for how in text json sarif; do
        "$program" check --lang vi --color never --format $how "$@" ./*.khct >"../out/check.$how" 2>"../out/check.$how.err"
    done
    "$program" fmt --sapxep tieu-hoc-nam-nam.khct >../out/fmt
    "$program" rate --lang vi thcs-mot-nam.khct >../out/rate
    "$program" report --lang vi -t csv . >../out/report.csv
    cd "$work" || exit 1
}

same() { # WHAT FOLDER
    if diff -r one/out "$2/out" >difference 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: $1"
        head -n 6 difference
    fi
}

cd "$work" || exit 1
unset SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8 TZ=UTC
all "$khct" "$work/one"
[ "$(ls one/out/html | wc -l)" -ge 8 ] && [ -s one/out/plan.pdf ] || { echo "FAIL: nothing was made"; failed=1; }

all "$other" "$work/a place with spaces/và dấu/một thư mục sâu hơn"
same "another directory, run and build" "a place with spaces/và dấu/một thư mục sâu hơn"

# the whole path on the command line, from somewhere else
mkdir paths
for form in html json latex csv khct docx xlsx; do
    "$khct" build -q -W no-error --lang vi -t $form -o "paths/$form/" "$work"/one/in/*.khct 2>/dev/null
    if diff -r "one/out/$form" "paths/$form" >difference 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: plans named by their whole paths, $form"
        head -n 6 difference
    fi
done

export LC_ALL=C LANG=tr_TR.UTF-8 TZ=Pacific/Kiritimati COLUMNS=20 TERM=dumb HOME=/nowhere MALLOC_PERTURB_=165
all "$khct" "$work/two"
same "another locale, time zone, home and memory" two
unset LANG COLUMNS MALLOC_PERTURB_
export LC_ALL=C.UTF-8 TZ=UTC

all "$khct" "$work/three" -j 2
same "-j 2" three

export SOURCE_DATE_EPOCH=1000000000
all "$khct" "$work/four"
unset SOURCE_DATE_EPOCH
same "SOURCE_DATE_EPOCH" four

if command -v faketime >/dev/null; then
    for when in '2001-01-31 23:59:59' '2037-12-31 00:00:00'; do
        cat >"$work/clock" <<S
#!/bin/sh
exec faketime -f '$when' "$khct" "\$@"
S
        chmod +x "$work/clock"
        all "$work/clock" "$work/clock-$(echo "$when" | cut -c1-4)"
        same "the clock at $when" "clock-$(echo "$when" | cut -c1-4)"
    done
fi
echo "determinism: $passed passed, $failed failed"
[ $failed = 0 ]
