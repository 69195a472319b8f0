#!/bin/sh
# Confinement: what `dung` may read, what an output may replace, what khct runs and with which
# environment (docs/reliability.md).
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

# --- what is read ---

mkdir -p project/.git project/sub outside
echo 'vaitro ABC Tổ A;' > outside/roles.khct
echo 'vaitro ABD Tổ B;' > project/roles.khct
refused() { # WHAT NAME CODE: `dung "NAME"` in project/sub
    echo "dung \"$2\";" > project/sub/plan.khct
    status 1 "$1" "$KHCT" check project/sub/plan.khct
    says "$3"
    says_not 'ABC'
}
refused "up and out" ../../outside/roles.khct KH8003
refused "up, out and back in is out" ../../outside/../outside/roles.khct KH8003
refused "an absolute path" "$work/outside/roles.khct" KH8003
refused "an absolute path into the project" "$work/project/roles.khct" KH8003
refused "a file of the system" /etc/passwd KH8003
ln -s ../../outside/roles.khct project/sub/link.khct
refused "a link to a file outside" link.khct KH8003
ln -s ../../outside project/sub/folder
refused "a folder that is a link" folder/roles.khct KH8003
ln -s link.khct project/sub/chain.khct
refused "a link to a link" chain.khct KH8003
ln -s loop.khct project/sub/loop.khct
refused "a link to itself" loop.khct KH8005
mkfifo project/sub/pipe.khct
refused "a pipe, on which reading would wait for ever" pipe.khct KH8005
refused "a folder" . KH8007
refused "no name" "" KH8007
ln -s /dev/zero project/sub/zero.khct
refused "a device" zero.khct KH8003
echo 'dung "../roles.khct";' > project/sub/plan.khct
ok "up, but inside the project" "$KHCT" check project/sub/plan.khct
ln -s roles.khct project/other.khct
echo 'dung "../other.khct";' > project/sub/plan.khct
ok "a link that stays inside" "$KHCT" check project/sub/plan.khct
mkdir project2
echo 'vaitro ABE Tổ C;' > project2/roles.khct
refused "a folder whose name only begins like the project's" ../../project2/roles.khct KH8003
echo 'dung "../outside/roles.khct";' > project2/plan.khct
status 1 "without .git the plan's own folder is the project" "$KHCT" check project2/plan.khct
says KH8003
ok "--root makes it larger" "$KHCT" check --root "$work" project2/plan.khct

ok "/ is every file" "$KHCT" check --root / project2/plan.khct
for nowhere in "" none plans.khct project2/plan.khct; do
    status 2 "--root '$nowhere' is no directory" "$KHCT" check --root "$nowhere" project2/plan.khct
    status 2 "nor for the language server" "$KHCT" lsp --root "$nowhere"
done
status 1 "standard input has the current directory as its place" sh -c 'cd project2 && "$1" check - < plan.khct' x "$KHCT"
says KH8003
echo 'dung "../roles.khct";' > project/sub/plan.khct
ok "and is in its project" sh -c 'cd project/sub && "$1" check - < plan.khct' x "$KHCT"
mkdir gone
status 1 "a current directory that is no more" sh -c 'cd gone && rmdir ../gone && echo "dung \"../outside/roles.khct\";" | "$1" check -' x "$KHCT"
says KH8003

# the form of a name that another system writes
printf 'vaitro ABF T\341\273\225;\n' > "project/vai-tro-$(printf 'e\314\202').khct"
echo "dung \"../vai-tro-$(printf '\303\252').khct\";" > project/sub/plan.khct
ok "a name in NFC finds a file named in NFD" "$KHCT" check project/sub/plan.khct
ok "and so does the plan's own" "$KHCT" check "project/vai-tro-$(printf '\303\252').khct"

# a file whose size is not known is read to its end; a pipe in a command's place too
printf 'vaitro ABG T\341\273\225;\nthuaa;\n' > loose.khct
if [ -r /proc/version ]; then
    status 1 "a file without a size" "$KHCT" check /proc/version
fi
status 1 "a pipe of the shell's" bash -c '"$1" check <(cat loose.khct)' x "$KHCT"
says thuaa

# a link that comes between looking and opening leads nowhere: the link is put there while khct works
mkdir race
echo 'vaitro ABH Tổ D;' > race/in.khct
for i in 1 2 3 4 5 6 7 8; do echo 'dung "in.khct";'; done > race/plan.khct
if strace -f -o trace true 2>/dev/null; then
    strace -e trace=openat -o trace "$KHCT" check race/plan.khct 2>/dev/null
    grep -q '"in.khct", .*O_NOFOLLOW' trace || fail "what a plan uses is not opened with O_NOFOLLOW"
fi

# --- what is written ---

mkdir plans
cp "$root/examples/mam-non-mot-nam.khct" plans/a.khct
cp plans/a.khct plans/b.khct
echo 'dung "used.khct";' >> plans/a.khct
echo 'vaitro ABD Tổ B;' > plans/used.khct
cp -r plans before
kept() { # WHAT OUT: no output to a source
    status 3 "$1" "$KHCT" build -q -t html -o "$2" plans/a.khct
    says KH8006
    for file in a.khct b.khct used.khct; do same "plans/$file" "before/$file"; done
}
kept "over itself" plans/a.khct
kept "over itself by another spelling" plans/../plans/./a.khct
kept "over a file that it uses" plans/used.khct
ln plans/a.khct hard.html
kept "over a hard link to itself" hard.html
ln -s plans/a.khct soft.html
kept "over a link to itself" soft.html
status 3 "over another plan of the same run" "$KHCT" build -q -t khct plans/a.khct plans/b.khct
says KH8006
cp plans/a.khct plans/a.json # a plan may have any name; this one is read as JSON and refused
"$KHCT" build -q -t json --compact -o plans/c.json plans/b.khct
"$KHCT" build -q -t json --compact -o c.json plans/b.khct
cp plans/b.khct plans/c.khct
status 3 "JSON of one over JSON that is another" "$KHCT" build -q -t json plans/c.khct plans/c.json
same plans/c.json c.json
rm hard.html soft.html

mkfifo pipe.html
cat pipe.html > read.html &
ok "into a pipe" "$KHCT" build -q -t html -o pipe.html plans/b.khct
wait
[ -p pipe.html ] || fail "the pipe was replaced by a file"
"$KHCT" build -q -t html -o whole.html plans/b.khct
same read.html whole.html

# --- what is run ---

mkdir bin tmp
export TMPDIR="$work/tmp"
cat > bin/pdflatex <<S
#!/bin/sh
env > "$work/environment"
echo "\$*" > "$work/arguments"
stat -c %a . > "$work/mode"
pwd > "$work/where"
[ -t 0 ] || head -c 1 > "$work/input"
echo made > plan.pdf
S
chmod +x bin/pdflatex
ok "a PDF" env SECRET=secret LD_LIBRARY_PATH=/nowhere TEXINPUTS=/nowhere PATH="$work/bin:/bin:/usr/bin" \
    "$KHCT" build -q -t pdf -o a.pdf plans/b.khct
for variable in SECRET LD_LIBRARY_PATH TEXINPUTS TMPDIR USER SHELL; do
    grep -q "^$variable=" environment && fail "$variable reaches LaTeX"
done
for line in HOME=. openin_any=p openout_any=p shell_escape=f SOURCE_DATE_EPOCH=0 LC_ALL=C.UTF-8; do
    grep -qx "$line" environment || fail "LaTeX runs without $line"
done
grep -q -e '-no-shell-escape' arguments || fail "LaTeX runs without -no-shell-escape"
[ "$(cat mode)" = 700 ] || fail "others may look into LaTeX's folder"
case $(cat where) in "$work"/tmp/*) ;; *) fail "LaTeX runs in $(cat where)" ;; esac
[ ! -s input ] || fail "LaTeX reads khct's standard input"
[ -z "$(ls tmp)" ] || fail "left in the temporary directory: $(ls tmp)"

export ASAN_OPTIONS=detect_leaks=0 # which needs a trace of its own
if strace -f -o trace true 2>/dev/null; then
    strace -f -e trace=execve,network -o trace env PATH="$work/bin:/bin:/usr/bin" "$KHCT" build -q -t pdf -o a.pdf plans/b.khct 2>/dev/null
    # khct itself, its engine (here a script, and what the script runs)
    # (strace writes bytes that are no ASCII as \303)
    sed -n 's/%/%%/g; s/.*execve("\([^"]*\)".* = 0$/\1/p' trace | head -n 3 | tail -n 2 |
        while read -r path; do printf "$path\n"; done > run
    printf '%s\n' "$KHCT" "$work/bin/pdflatex" > wanted
    same run wanted
    grep -q 'socket(' trace && fail "a connection is made"
    strace -f -e trace=process,network -o trace "$KHCT" build -q -t html -o a.html plans/b.khct 2>/dev/null
    [ "$(grep -c 'execve(' trace)" = 1 ] || fail "HTML runs a program"
    grep -Eq '(fork|clone3?|socket)\(' trace && fail "HTML starts a process or makes a connection"
fi
finish
