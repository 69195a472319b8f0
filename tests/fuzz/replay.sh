#!/bin/sh
# Replays inputs through every target: replay.sh TARGETS FILE|FOLDER..., from an empty folder.
set -eu
targets=$1
shift
paths=$(realpath "$@")
build=$(realpath "$B")
empty=$(mktemp -d)
trap 'rmdir "$empty"' EXIT
cd "$empty"
for target in $targets; do
    "$build/fuzz/replay-$target" $paths
done
