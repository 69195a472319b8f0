#!/bin/sh
# Runs AFL++: run-afl.sh BUILD SECONDS SEEDS... for each of $FUZZ_TARGETS.
set -u
build=$(realpath "$1") seconds=$2
shift 2
mkdir -p "$build/fuzz/seeds" "$build/fuzz/empty"
find tests/fuzz/corpus "$@" -type f \( -name '*.khct' -o -path '*/corpus/*' \) -size -16k | while read -r f; do
    cp "$f" "$build/fuzz/seeds/$(echo "$f" | tr / -)"
done
"$build/fuzz/words" | sed '/\\x00/d' > "$build/fuzz/words.txt"
found=0
for target in $FUZZ_TARGETS; do
    (cd "$build/fuzz/empty" && AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 \
        AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 nice -n 19 afl-fuzz -V "$seconds" -t 5000+ -x "$build/fuzz/words.txt" \
        -i "$build/fuzz/seeds" -o "$build/fuzz/afl-$target.out" -- "$build/fuzz/afl-$target") > "$build/fuzz/afl-$target.log" 2>&1
    stats=$build/fuzz/afl-$target.out/default/fuzzer_stats
    crashes=$(sed -n 's/^saved_crashes *: *//p' "$stats")
    hangs=$(sed -n 's/^saved_hangs *: *//p' "$stats")
    echo "$target: $(sed -n 's/^execs_done *: *//p' "$stats") inputs, ${crashes:-?} crashes, ${hangs:-?} hangs"
    [ "${crashes:-1}${hangs:-1}" = 00 ] || found=1
done
exit $found
