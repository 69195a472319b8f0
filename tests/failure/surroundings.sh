#!/bin/sh
# A disk that is full, folders that cannot be written, pipes that close, signals in the middle:
# surroundings.sh KHCT. Always: a status of its own and a message, the old output as it was, nothing left.
set -u
khct=$(realpath "$1")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export LC_ALL=C.UTF-8
cp "$root/examples/mam-non-mot-nam.khct" plan.khct
cp plan.khct before.khct
mkdir out tmp bin
export TMPDIR="$work/tmp"
passed=0 failed=0

# is WHAT STATUS GOT: and the old output is whole, and nothing else is there
is() {
    if [ "$2" != "$3" ]; then
        failed=$((failed + 1))
        echo "FAIL: $1: exit status $3, not $2"
        head -n 3 err
    elif [ "$(ls out)" != plan.html ] || [ "$(cat out/plan.html)" != before ] || [ -n "$(ls tmp)" ] || ! cmp -s plan.khct before.khct; then
        failed=$((failed + 1))
        echo "FAIL: $1: left behind $(ls out tmp), or an old file is another"
    elif [ "$2" = 3 ] && [ ! -s err ]; then
        failed=$((failed + 1))
        echo "FAIL: $1: no message"
    else
        passed=$((passed + 1))
    fi
    echo before > out/plan.html
    cp before.khct plan.khct
}
echo before > out/plan.html

# no file may grow past 1 kB, as on a disk that is full
for form in html json latex csv khct; do
    (ulimit -f 1; exec "$khct" build -q -t $form -o out/plan.html plan.khct 2>&3) 3>err
    is "a full disk, $form" 3 $?
done
(ulimit -f 1; exec "$khct" fmt -i --codau --sapxep plan.khct 2>&3) 3>err
is "a full disk, fmt -i" 3 $?
for form in html json csv; do
    "$khct" build -q -t $form -o - plan.khct >/dev/full 2>err
    is "standard output on a full disk, $form" 3 $?
done
"$khct" check --format json plan.khct >/dev/full 2>err
is "standard output on a full disk, check" 3 $?
"$khct" fmt plan.khct >/dev/full 2>err
is "standard output on a full disk, fmt" 3 $?

# a folder that nobody can write to, not even root; one that is not there
for place in /proc/plan.html none/plan.html; do
    "$khct" build -q -t html -o $place plan.khct 2>err
    is "written to $place" 3 $?
done

# whoever reads closes the pipe
mkfifo pipe
"$khct" build -q -t html -o - plan.khct >pipe 2>err &
head -c 1 pipe >/dev/null
wait $!
is "a closed pipe" 3 $?

# signals while khct reads its standard input
mkfifo in
for signal in 1 15; do
    "$khct" build -q -t html -o out/plan.html - <in 2>err &
    khct_is=$!
    exec 9>in
    head -c 100 plan.khct >&9
    kill -$signal $khct_is
    wait $khct_is
    got=$?
    exec 9>&-
    is "signal $signal while reading" $((128 + signal)) $got
done

# and while LaTeX runs: the engine says that it has begun, and never ends
cat > bin/pdflatex <<S
#!/bin/sh
echo begun > "$work/begun"
exec sleep 1000
S
chmod +x bin/pdflatex
mkfifo begun
PATH="$work/bin:$PATH" "$khct" build -q -t pdf -o out/plan.html plan.khct 2>err &
khct_is=$!
read -r _ <begun
kill -15 $khct_is
wait $khct_is
is "signal 15 while LaTeX runs" 143 $?
echo "surroundings: $passed passed, $failed failed"
[ $failed = 0 ]
