#!/bin/sh
# A disk that is full, folders that cannot be written, pipes that close, signals in the middle:
# surroundings.sh KHCT FAIL.SO. Always: a status of its own and a message, the old output as it was, nothing left.
set -u
khct=$(realpath "$1") fail=$(realpath "$2")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$fail" "$work/.fail.so" # LD_PRELOAD takes no path with a blank
fail=$work/.fail.so
cd "$work" || exit 1
export LC_ALL=C.UTF-8
cp "$root/examples/mam-non-mot-nam.khct" plan.khct
cp plan.khct before.khct
mkdir out tmp bin
export TMPDIR="$work/tmp" XDG_CACHE_HOME=/dev/null
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
    elif [ "$2" -gt 128 ] && [ -s err ]; then
        failed=$((failed + 1))
        echo "FAIL: $1: it went on, and said something"
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

number() { # the exit status of who is ended by a signal
    case $1 in HUP) echo 129 ;; INT) echo 130 ;; QUIT) echo 131 ;; USR1) echo 138 ;; USR2) echo 140 ;; ALRM) echo 142 ;; TERM) echo 143 ;;
    XCPU) echo 152 ;; PROF) echo 155 ;; 40) echo 168 ;; esac
}

# no file may grow past 1 kB, as on a disk that is full
for form in html json latex csv khct; do
    (ulimit -f 1; exec "$khct" build -q -t $form -o out/plan.html plan.khct 2>&3) 3>err
    is "a full disk, $form" 3 $?
done
(ulimit -f 1; exec "$khct" fmt -i --codau --sapxep plan.khct 2>&3) 3>err
is "a full disk, fmt -i" 3 $?
# a merge by hand, of plans and of what is none: theirs is not written over half of ours
if command -v git >/dev/null; then
    sed 's/Khắc phục/Tìm cách khắc phục/' before.khct >theirs.khct
    (ulimit -f 1; exec "$khct" merge before.khct plan.khct theirs.khct 2>&3) 3>err
    is "a full disk, merge" 1 $?
    sed -i 's/;$//' theirs.khct
    (ulimit -f 1; exec "$khct" merge before.khct plan.khct theirs.khct 2>&3) 3>err
    is "a full disk, merge of lines" 1 $?
    rm theirs.khct
fi
for form in html json csv; do
    "$khct" build -q -t $form -o - plan.khct >/dev/full 2>err
    is "standard output on a full disk, $form" 3 $?
done
for command in "check --format json plan.khct" "fmt plan.khct" "build -t jsonl plan.khct" "build -t docx -o - plan.khct" \
    "build -t xlsx -o - plan.khct" "rate plan.khct" "status plan.khct" "diff plan.khct plan.khct" "report plan.khct" \
    "report -t jsonl plan.khct" "report -t html plan.khct" "report --bang viec plan.khct" "report -t xlsx -o - plan.khct" \
    "danhmuc" "explain" "explain KH2003" "schema" "new --cap thcs -" "--help" "--version"; do
    # shellcheck disable=SC2086
    "$khct" $command >/dev/full 2>err
    is "standard output on a full disk, $command" 3 $?
    grep -q 'đầu ra chuẩn\|standard output' err && [ "$(grep -c KH8006 err)" = 1 ] || { failed=$((failed + 1)); echo "FAIL: $command does not say so once"; }
done

# remarks that nobody gets
rm -f err
: > err
for command in "check marked.khct" "check -j 2 plan.khct marked.khct" "build -t json marked.khct" "fmt broken.khct" "check broken.khct" "fix --xyz" "rate broken.khct"; do
    printf 'truong <\n' > broken.khct
    sed 's/Khắc phục/Khắc ke\xcc\x81 phục/' before.khct > marked.khct # which is noted
    # shellcheck disable=SC2086
    "$khct" $command >/dev/null 2>/dev/full
    status=$?
    echo x > err
    is "standard error on a full disk, $command" 3 $status
done
rm broken.khct marked.khct
# a stream that is closed is none that a file may be opened as
"$khct" build -t html -o out/plan.html plan.khct 2>&-
status=$?
head -c 15 out/plan.html | grep -q '<!DOCTYPE html>' && ! grep -q 'KH[0-9]\{4\}\]' out/plan.html ||
    { failed=$((failed + 1)); echo "FAIL: remarks in an output"; }
echo before > out/plan.html
is "standard error closed" 3 $status
"$khct" build -q -t html -o - plan.khct >&- 2>err
is "standard output closed" 3 $?
"$khct" check - <&- 2>err
is "standard input closed" 3 $?

# somebody writes to the file while khct is at work: neither is lost
between() { # WHAT COMMAND... FILE: the file has what it had, and what came between
    what="a line that comes between, $1"
    shift
    for file; do :; done
    cp "$file" wanted
    echo '# ghi xen vào' >> wanted
    KHCT_FAIL_BETWEEN=$file LD_PRELOAD=$fail "$@" 2>err
    status=$?
    cmp -s "$file" wanted || { failed=$((failed + 1)); echo "FAIL: $what: the file is another"; }
    grep -q "KH8009.*\`$file\`" err || { failed=$((failed + 1)); echo "FAIL: $what: no word of it"; }
    rm wanted
    cp before.khct plan.khct
    is "$what" 3 $status
}
sed -i 's/;$/ ;/' plan.khct
between "fmt -i" "$khct" fmt -i plan.khct
ln plan.khct bin/second
sed -i 's/;$/ ;/' plan.khct
between "fmt -i, of two names" "$khct" fmt -i plan.khct
rm bin/second
printf 'truong <\n  ten T\n  cap thcs;\n>\n' > plan.khct
between "fix" "$khct" fix plan.khct
# between its being read and its being opened for writing
after_reading() { # WHAT STATUS FILE COMMAND...
    what="a line that comes after reading, $1" want=$2 file=$3
    shift 3
    cp "$file" wanted
    echo '# ghi xen vào' >> wanted
    KHCT_FAIL_READ=$file LD_PRELOAD=$fail "$@" >/dev/null 2>err
    is "$what" "$want" $?
    cmp -s "$file" wanted || { failed=$((failed + 1)); echo "FAIL: $what: the file is another"; }
    grep -q "KH8009.*$file" err || { failed=$((failed + 1)); echo "FAIL: $what: no word of it"; }
    rm "$file" wanted
}
if command -v git >/dev/null; then
    sed 's/Khắc phục/Tìm cách khắc phục/' before.khct >theirs.khct
    cp before.khct ours.khct
    after_reading merge 1 ours.khct "$khct" merge before.khct ours.khct theirs.khct
    { echo '<<<<<<< a'; cat before.khct; echo =======; cat theirs.khct; echo '>>>>>>> b'; } >ours.khct
    after_reading "merge --fix" 1 ours.khct "$khct" merge --fix ours.khct
    git init -q
    echo '* text' >.gitattributes
    after_reading git-setup 3 .gitattributes "$khct" git-setup --yes
    rm -rf .git theirs.khct
fi
# though the file has its size and its time
printf 'truong <\n  ten T\n  cap thcs;\n>\n' > plan.khct
{ head -c -1 plan.khct; printf ' '; } > wanted
KHCT_FAIL_UNSEEN=plan.khct LD_PRELOAD=$fail "$khct" fix plan.khct 2>err
status=$?
cmp -s plan.khct wanted || { failed=$((failed + 1)); echo "FAIL: a byte that comes between: the file is another"; }
rm wanted
cp before.khct plan.khct
is "a byte that comes between" 3 $status

# a machine without /proc, as in a bare container: files are written all the same
if unshare -m true 2>/dev/null; then
    sed 's/;$/ ;/' plan.khct >loose.khct
    unshare -m sh -c 'umount -l /proc && "$0" fmt -i loose.khct && exec "$0" build -q -t html -o new.html plan.khct' "$khct" 2>err
    status=$?
    [ -s new.html ] || { failed=$((failed + 1)); echo "FAIL: without /proc there is no output"; }
    rm -f new.html loose.khct
    is "without /proc" 0 $status
fi

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

# signals while khct reads its standard input: of more than a pipe holds it has read something. What sh
# begins in the background ignores SIGINT.
mkfifo in
for form in html pdf; do
    for signal in HUP INT TERM; do
        env --default-signal "$khct" build -q -t $form -o out/plan.html - <in 2>err &
        khct_is=$!
        exec 9>in
        yes '>' | head -c 100000 >&9
        kill -s $signal $khct_is
        exec 9>&-
        wait $khct_is 2>/dev/null
        is "SIG$signal while reading, $form" "$(number $signal)" $?
    done
done

# and while LaTeX runs: the engine says that it has begun, and never ends
cat > bin/pdflatex <<S
#!/bin/sh
echo \$\$ > "$work/begun"
exec sleep 1000
S
chmod +x bin/pdflatex
mkfifo begun
exec 8<>begun
ended() { # WHAT PID: a process is no more, but for its entry where nobody has asked for it
    case $(sed 's/.*) //; s/ .*//' "/proc/$2/stat" 2>/dev/null) in
    '' | Z) ;;
    *)
        failed=$((failed + 1))
        echo "FAIL: $1: the engine goes on"
        kill -9 "$2"
        ;;
    esac
}
# middle SIGNAL WHAT COMMAND...: the signal comes when the engine has begun
middle() {
    signal=$1
    what="SIG$1 while LaTeX runs$2"
    shift 2
    PATH="$work/bin:$PATH" env --default-signal "$@" 2>err &
    khct_is=$!
    read -r engine <&8
    kill -s "$signal" $khct_is
    wait $khct_is 2>/dev/null
    is "$what" "$(number "$signal")" $?
    ended "$what" "$engine"
}
for signal in HUP INT TERM; do
    middle $signal "" "$khct" build -q -t pdf -o out/plan.html plan.khct
    middle $signal ", the output has a name" env KHCT_FAIL_NAMELESS=1 LD_PRELOAD="$fail" \
        "$khct" build -q -t pdf -o out/plan.html plan.khct
done
mkdir cache
for signal in INT TERM; do
    middle $signal " to make the format that is kept" env XDG_CACHE_HOME="$work/cache" \
        "$khct" build -q -t pdf -o out/plan.html plan.khct
    [ "$(ls cache/khct)" = khoa ] || { failed=$((failed + 1)); echo "FAIL: half a format is kept: $(ls cache/khct)"; }
done
rm -r cache
# LibreOffice likewise
cp bin/pdflatex bin/soffice
printf '{\\rtf1 Ke hoach}' > van-ban.rtf
for signal in HUP INT TERM USR1; do
    middle $signal " in LibreOffice's place" "$khct" import --libreoffice -o van-ban.khct van-ban.rtf
    [ ! -e van-ban.khct ] || { failed=$((failed + 1)); echo "FAIL: a document is taken in all the same"; }
done
rm van-ban.rtf bin/soffice

ulimit -c 0
for signal in QUIT USR1 USR2 ALRM XCPU PROF 40; do
    middle $signal "" "$khct" build -q -t pdf -o out/plan.html plan.khct
done

# several at a time: the second engine begins when the first has; further plans are not begun
mkdir many
for i in 1 2 3 4; do cp plan.khct many/$i.khct; done
PATH="$work/bin:$PATH" env --default-signal "$khct" build -q -j 2 -t pdf many/*.khct 2>err &
khct_is=$!
read -r one <&8
read -r two <&8
kill -s INT $khct_is
wait $khct_is 2>/dev/null
is "SIGINT while LaTeX runs twice" 130 $?
ended "twice" "$one"
ended "twice" "$two"
[ "$(ls many | tr '\n' ' ')" = "1.khct 2.khct 3.khct 4.khct " ] || { failed=$((failed + 1)); ls many; }

# a signal that is ignored, as under nohup, ends nothing, and the plans that wait are begun
cat > bin/pdflatex <<S
#!/bin/sh
echo \$\$ > "$work/begun"
read -r _ <"$work/go"
echo made > plan.pdf
S
mkfifo go
exec 7<>go
for signal in HUP INT; do
    PATH="$work/bin:$PATH" env --ignore-signal=$signal "$khct" build -q -j 2 -t pdf many/*.khct 2>err &
    khct_is=$!
    read -r _ <&8
    read -r _ <&8
    kill -s $signal $khct_is
    for i in 1 2 3 4; do echo go >&7; done
    wait $khct_is
    is "SIG$signal, ignored" 0 $?
    [ "$(cat many/*.pdf | tr '\n' ' ')" = "made made made made " ] || { failed=$((failed + 1)); echo "FAIL: SIG$signal, ignored"; }
    rm -f many/*.pdf
    read -r _ <&8
    read -r _ <&8
done

# nor does one of a finished child, which some programs ignore
printf '#!/bin/sh\necho made > plan.pdf\n' > bin/pdflatex
PATH="$work/bin:$PATH" env --ignore-signal=CHLD "$khct" build -q -t pdf -o many/1.pdf plan.khct 2>err
is "SIGCHLD, ignored" 0 $?
[ "$(cat many/1.pdf)" = made ] || { failed=$((failed + 1)); echo "FAIL: SIGCHLD, ignored"; }
echo "surroundings: $passed passed, $failed failed"
[ $failed = 0 ]
