#!/bin/sh
# Runs families of tests, `TARGET` on the plain build and `san:TARGET` on the one with sanitizers;
# goes on after a failure; ends with a count. The two builds have nothing in common, so each has its
# own row of families, and the two rows run side by side; `late:TARGET`, on the plain build and with
# nothing to build, comes after the sanitized ones. A family's output comes whole, at its end.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
make=${MAKE:-make}

family() { # NAME TARGET OPTION...
    name=$1
    target=$2
    shift 2
    begin=$(date +%s)
    if $make --no-print-directory -s "$@" "$target" >"$work/$name.log" 2>&1; then
        echo "$name" >>"$work/passed"
    else
        echo "$name" >>"$work/failed"
    fi
    {
        flock 9
        echo "== $name ($(($(date +%s) - begin)) s)"
        cat "$work/$name.log"
    } 9>"$work/lock"
}

first() {
    for family in "$@"; do
        case $family in
        san:* | late:*) ;;
        *) family "$family" "$family" ;;
        esac
    done
}

second() {
    for family in "$@"; do
        case $family in
        # with the sanitizers' own code in the program, at a fixed place, it starts in half the time
        san:*) family "$family" "${family#san:}" -j2 B=build-san OPT='-O1 -g' HARDEN= \
            LDHARDEN='-static-libasan -static-libubsan -no-pie' SAN='-fsanitize=address,undefined -fno-sanitize-recover=all' ;;
        late:*) family "${family#late:}" "${family#late:}" ;;
        esac
    done
}

: >"$work/passed"
: >"$work/failed"
second "$@" &
first "$@"
wait
[ ! -s "$work/failed" ] || echo "failed: $(tr '\n' ' ' <"$work/failed")"
echo "check: $(wc -l <"$work/passed") passed, $(wc -l <"$work/failed") failed"
[ ! -s "$work/failed" ]
