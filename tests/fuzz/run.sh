#!/bin/sh
# Runs libFuzzer: run.sh BUILD SECONDS SEEDS... for each of $FUZZ_TARGETS. What it finds stays in
# BUILD/fuzz/found; inputs that reach something new are kept in BUILD/fuzz/corpus-TARGET.
set -u
build=$(realpath "$1") seconds=$2
shift 2
root=$PWD
mkdir -p "$build/fuzz/found" "$build/fuzz/seeds" "$build/fuzz/empty"
find "$@" -name '*.khct' -size -64k | while read -r f; do
    cp "$f" "$build/fuzz/seeds/$(echo "$f" | tr / -)"
done
"$build/fuzz/words" > "$build/fuzz/words.txt"
found=0
for target in $FUZZ_TARGETS; do
    mkdir -p "$build/fuzz/corpus-$target"
    # the library's files are found by nobody here: an empty folder
    (cd "$build/fuzz/empty" && nice -n 19 "$build/fuzz/fuzz-$target" -max_total_time="$seconds" -max_len=65536 \
        -timeout=120 -rss_limit_mb=2048 -dict="$build/fuzz/words.txt" -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/found/$target-" "$build/fuzz/corpus-$target" \
        "$root/tests/fuzz/corpus" "$build/fuzz/seeds") > "$build/fuzz/$target.log" 2>&1
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz/$target.log")
    cover=$(grep -o 'cov: [0-9]*' "$build/fuzz/$target.log" | tail -n 1)
    echo "$target: ${runs:-?} inputs, $cover, $([ $status = 0 ] && echo 'nothing found' || echo "FOUND, see $build/fuzz/$target.log")"
    [ $status = 0 ] || found=1
done
exit $found
