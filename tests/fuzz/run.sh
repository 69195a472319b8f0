#!/bin/sh
# Runs libFuzzer: run.sh BUILD SECONDS SEEDS... for each of $FUZZ_TARGETS, so many seconds of processor
# time. What it finds stays in BUILD/fuzz/found; inputs that reach something new are kept in
# BUILD/fuzz/corpus-TARGET; BUILD/fuzz/times gets a line a target.
set -u
build=$(realpath "$1") seconds=$2
shift 2
root=$PWD
mkdir -p "$build/fuzz/found" "$build/fuzz/seeds" "$build/fuzz/archives" "$build/fuzz/empty"
find "$@" -name '*.khct' -size -64k | while read -r f; do
    seed=$build/fuzz/seeds/$(echo "$f" | tr / -)
    cp "$f" "$seed"
    "$build/khct" build -q -t json --compact -W no-error -o "${seed%.khct}.json" "$f" 2>/dev/null
done
for form in docx xlsx; do # what chance alone does not put together
    "$build/khct" build -q -t $form -W no-error -o "$build/fuzz/archives/" "$root"/examples/*.khct 2>/dev/null
done
"$build/fuzz/words" > "$build/fuzz/words.txt"

# one TARGET SECONDS: by the clock; its processor time is added to $used
one() {
    seeds=$build/fuzz/seeds
    [ "$1" != unzip ] || seeds=$build/fuzz/archives
    # the library's files are found by nobody here: an empty folder
    (cd "$build/fuzz/empty" && nice -n 19 /usr/bin/time -o "$build/fuzz/time" -f '%U %S' \
        "$build/fuzz/fuzz-$1" -max_total_time="$2" -max_len=65536 \
        -timeout=300 -rss_limit_mb=2048 -dict="$build/fuzz/words.txt" -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/found/$1-" "$build/fuzz/corpus-$1" \
        "$root/tests/fuzz/corpus" "$seeds") > "$build/fuzz/$1.log" 2>&1
    status=$?
    runs=$((runs + $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz/$1.log" | grep . || echo 0)))
    used=$(tail -n 1 "$build/fuzz/time" | awk -v u="$used" '{ printf "%.0f", u + $1 + $2 }')
}

found=0
for target in $FUZZ_TARGETS; do
    mkdir -p "$build/fuzz/corpus-$target"
    used=0 runs=0 status=0
    while [ "$status" = 0 ] && [ "$used" -lt "$seconds" ]; do
        one "$target" $((seconds - used))
    done
    cover=$(grep -o 'cov: [0-9]*' "$build/fuzz/$target.log" | tail -n 1)
    echo "$target: $runs inputs in $used s of processor time, $cover, $([ $status = 0 ] && echo 'nothing found' || echo "FOUND, see $build/fuzz/$target.log")" |
        tee -a "$build/fuzz/times"
    [ $status = 0 ] || found=1
done
exit $found
