#!/bin/sh
# The Windows program under wine: windows.sh KHCT.EXE FOLDER_OF_HELPERS, with KHCT the program of this
# machine. The same bytes from both; then what only Windows has: names, consoles, rights, LaTeX in a job.
exe=$(realpath "$1") helpers=$(realpath "$2") here=$(realpath "$(dirname "$0")")
. "$here/../cli/lib.sh"
native=$KHCT
export WINEPREFIX="$work/wine" WINEDEBUG=-all LC_ALL=C.UTF-8 HOME="$work"
wine=/usr/lib/wine/wine64
trap 'WINEPREFIX=$work/wine wineserver -k; rm -rf "$work"' EXIT
$wine wineboot -i >/dev/null 2>&1
wineserver -w # until its registry is whole
cat >"$work/khct" <<W
#!/bin/sh
exec $wine "$exe" "\$@"
W
cat >"$work/probe" <<W
#!/bin/sh
exec $wine "$helpers/probe.exe" "\$@"
W
chmod +x "$work/khct" "$work/probe"
KHCT=$work/khct probe=$work/probe
mkdir "$work/w"
cd "$work/w" || exit 1
on='--on 2026-11-28'

# --- the same bytes ---

cp -r "$root/examples" "$root/tests/golden" .
cp -r examples/hai-tep 'hai tệp, có dấu'
find golden -name '*.c' -delete
for file in examples/*.khct; do # and with the line ends of Windows
    sed 's/$/\r/' "$file" >"examples/crlf-$(basename "$file")"
done
{ printf '\357\273\277'; cat examples/crlf-tieu-hoc-muoi-cot.khct; } >examples/bom.khct
find examples golden 'hai tệp, có dấu' -name '*.khct' | sort >plans
[ "$(wc -l <plans)" -gt 100 ] || fail "few plans: $(wc -l <plans)"
for form in html json latex csv docx xlsx khct; do
    mkdir -p native/$form exe/$form
    $native build $on -t $form -o native/$form --files-from plans >native/out 2>native/err
    want=$?
    status $want "build -t $form" $KHCT build $on -t $form -o exe/$form --files-from plans
    # what wine says of its own services is not of khct
    sed 's|exe/|native/|; /^wine: /d' "$err" >exe/err
    same native/err exe/err
    made=$(find exe/$form -type f | wc -l)
    if [ "$made" -gt 60 ] && diff -rq native/$form exe/$form >"$out"; then
        passed=$((passed + made))
    else
        fail "$form: not the same bytes, of $made files"
    fi
done
while read -r command; do
    xargs -d '\n' $native $command $on <plans >native.out 2>native.err
    xargs -d '\n' $KHCT $command $on <plans >exe.out 2>exe.all
    sed '/^wine: /d' exe.all >exe.err
    same native.out exe.out
    same native.err exe.err
done <<'C'
check
check --lang en
check --format json
check --format sarif
check --format junit
fmt
fmt --codau
rate
rate --format json
status
report
report -t jsonl
report -t html
C
for command in schema 'schema --vao' danhmuc 'danhmuc tt18_2018' 'explain KH1001' 'build --help' --help --version; do
    $native $command >native.out 2>&1
    status 0 "$command" $KHCT $command
    same native.out "$out"
done
mkdir native.ban exe.ban
mkdir crlf && mv examples/crlf-* examples/bom.khct crlf
$native report $on -t xlsx -o native.xlsx examples 2>/dev/null
ok 'report -t xlsx' $KHCT report $on -t xlsx -o exe.xlsx examples
same native.xlsx exe.xlsx
$native report $on -o native.ban/ examples 2>/dev/null
ok 'report into a folder' $KHCT report $on -o exe.ban/ examples
diff -rq native.ban exe.ban >"$out" || fail 'tables differ'

# --- from standard input, to standard output, as bytes ---

$native build $on -t docx -o - examples/tieu-hoc-muoi-cot.khct >native.out
$KHCT build $on -t docx -o - examples/tieu-hoc-muoi-cot.khct >exe.out
same native.out exe.out
$native fmt - <crlf/crlf-tieu-hoc-muoi-cot.khct >native.out
$KHCT fmt - <crlf/crlf-tieu-hoc-muoi-cot.khct >exe.out
same native.out exe.out

# --- writing back: line ends and the mark at the begin stay ---

for command in 'fmt -i' fix; do
    for file in crlf/crlf-tieu-hoc-muoi-cot.khct crlf/bom.khct golden/kh1001-semicolon.khct; do
        [ -f "$file" ] || continue
        cp "$file" native.khct && cp "$file" exe.khct
        $native $command native.khct >/dev/null 2>&1
        $KHCT $command exe.khct >/dev/null 2>&1
        same native.khct exe.khct
    done
done
cp crlf/bom.khct bom.khct
ok 'fmt of CRLF' $KHCT fmt -i --codau bom.khct
[ "$(tr -cd '\n' <bom.khct | wc -c)" = "$(tr -cd '\r' <bom.khct | wc -c)" ] || fail 'line ends changed'
iconv -t UTF-16 examples/tieu-hoc-muoi-cot.khct >utf16.khct
status 1 'UTF-16' $KHCT check utf16.khct
says 'UTF-16'

# --- names ---

one=examples/tieu-hoc-muoi-cot.khct
mkdir 'Trường Tiểu học  Sông Mây' && cp $one 'Trường Tiểu học  Sông Mây/Kế hoạch năm 2026.khct'
ok 'a Vietnamese name' $KHCT build -t html 'Trường Tiểu học  Sông Mây\Kế hoạch năm 2026.khct'
says 'Trường Tiểu học  Sông Mây/Kế hoạch năm 2026.html'
[ -f 'Trường Tiểu học  Sông Mây/Kế hoạch năm 2026.html' ] || fail 'it is not there'
ok 'by its drive' $KHCT check "Z:$(pwd | tr / '\\')\\Trường Tiểu học  Sông Mây\\Kế hoạch năm 2026.khct"
ok 'by the long form' $KHCT check "\\\\?\\Z:$(pwd | tr / '\\')\\Trường Tiểu học  Sông Mây\\Kế hoạch năm 2026.khct"
ok 'a folder' $KHCT check 'Trường Tiểu học  Sông Mây\'
ok 'all of a folder' $KHCT check 'Trường Tiểu học  Sông Mây\*.khct'
says 'không có lỗi'
status 1 'none such' $KHCT check 'Trường Tiểu học  Sông Mây\*.txt'
says '*.txt'
nfd=$(printf 'E\314\202')
cp $one "$nfd.khct"
ok 'NFC finds NFD' $KHCT check 'Ê.khct'
printf 'dung "Ê.khct";\n' >user.khct
ok 'and in dung' $KHCT check user.khct
deep=$(printf 'một thư mục có tên thật dài/%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14)
mkdir -p "$deep" && cp $one "$deep/kế hoạch.khct"
ok 'a path of more than 260' $KHCT build -t docx "${deep}kế hoạch.khct"
[ -f "$deep/kế hoạch.docx" ] || fail 'the long path has no output'
for name in con.khct aux.khct 'LPT1.khct' 'a.khct:b' 'a.khct.' 'con'; do
    status 3 "the name $name" $KHCT new --cap thcs "$name"
    says 'Windows không dùng được tên này'
done
ok 'nul takes all' $KHCT build -t json -o nul $one
status 2 'one name in two spellings' $KHCT build -t html examples/nhieu.khct examples/NHIEU.khct
cp $one Ke.khct
status 3 'an output onto its source' $KHCT build -t khct -o KE.khct Ke.khct
says 'KE.khct'
same $one Ke.khct

ok 'hosts, drives and long paths' $wine "$helpers/names.exe"

# --- confinement ---

mkdir -p in/.git out && cp $one out/secret.khct && echo 'vaitro TTX Tổ trồng cây;' >in/role.khct
for use in '../out/secret.khct' "Z:$(pwd)/out/secret.khct" '..\out\secret.khct' '\\?\Z:\etc\passwd' '/etc/passwd' 'link/secret.khct' 'C:secret.khct'; do
    ln -sfn ../out in/link
    printf 'dung "%s";\n' "$use" >in/plan.khct
    status 1 "dung $use" $KHCT check in/plan.khct
    grep -qE 'KH8003|KH8001' "$err" || fail "dung $use is not refused"
done
printf 'dung "role.khct";\n' >in/plan.khct
ok 'what is inside' $KHCT check in/plan.khct
printf 'dung "nul";\n' >in/plan.khct
status 1 'a device' $KHCT check in/plan.khct

# --- what may not be written, and what is kept ---

cp $one written.khct
ok 'read-only' $probe attributes written.khct 1
status 3 'a read-only file' $KHCT fmt -i --codau written.khct
says 'chỉ để đọc'
same $one written.khct
$probe attributes written.khct 0x80
ok 'hidden' $probe attributes written.khct 2
ok 'a hidden file' $KHCT fmt -i --codau written.khct
$probe attributes written.khct >"$out"
[ "$(tr -d '\r' <"$out")" = 22 ] || [ "$(tr -d '\r' <"$out")" = 2 ] || fail 'its attributes are lost'
ok 'docx' $KHCT build -t docx $one -o held.docx
status 3 'open in another program' $probe hold held.docx "$exe" build -t docx $one -o held.docx
says 'đang mở trong chương trình khác'
ls held.docx.* >/dev/null 2>&1 && fail 'left behind'
cp $one first.khct
ok 'two names' $probe links first.khct second.khct
ok 'fmt of two names' $KHCT fmt -i --codau first.khct
same first.khct second.khct

# --- LaTeX ---

mkdir bin && cp "$helpers/fake_tex.exe" bin/pdflatex.exe
ln -s "$WINEPREFIX/drive_c/users/$(id -un)/Temp" temp
export WINEPATH="Z:$(pwd | tr / '\\')\\bin"
export SECRET=secret
ok 'a PDF' $KHCT build -t pdf -o ra.pdf $one
says '3 trang'
grep -q 'CreatorTool>khct' ra.pdf || fail 'no PDF'
for told in '"-no-shell-escape" "-interaction=nonstopmode" "-halt-on-error" "-file-line-error" "plan.tex"' \
    'openin_any=p' 'openout_any=p' 'shell_escape=f' 'SOURCE_DATE_EPOCH=0' 'TEXMFCACHE=.;$TEXMFSYSVAR' 'OSFONTDIR=C:/windows/Fonts//;'; do
    grep -qF -- "$told" temp/fake-tex.told || fail "LaTeX is not told: $told"
done
grep -q SECRET temp/fake-tex.told && fail 'LaTeX is told more than it needs'
[ -z "$(ls -d temp/khct-* 2>/dev/null)" ] || fail 'the private folder stays'
echo error >temp/fake-tex.how
status 3 'LaTeX fails' $KHCT build -t pdf -o ra.pdf $one
says 'Undefined control sequence'
[ -z "$(ls -d temp/khct-* 2>/dev/null)" ] || fail 'the private folder stays'
echo slow >temp/fake-tex.how
cat >stop.py <<'P'
# Presses Ctrl-C on the terminal of a command when a file is there: stop.py FILE COMMAND
import os, pty, select, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
sent = False
while True:
    try:
        if select.select([fd], [], [], 0.1)[0] and not os.read(fd, 4096):
            break
    except OSError:
        break
    if not sent and os.path.exists(sys.argv[1]):
        os.write(fd, b"\x03")
        sent = True
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
P
status 58 'Ctrl-C while LaTeX runs' timeout 300 python3 stop.py temp/fake-tex.held "$KHCT" build -t pdf -o stopped.pdf $one
[ ! -e stopped.pdf ] || fail 'a PDF of a build that was stopped'
[ -z "$(ls -d temp/khct-* 2>/dev/null)" ] || fail "Ctrl-C leaves $(ls -d temp/khct-*)"
ok 'nobody holds what the helper held' $probe attributes 'temp\fake-tex.held' 0x80
rm -f temp/fake-tex.held temp/fake-tex.how || fail 'a helper of LaTeX lives on'

# --- a language server ---

cat >ask.py <<'P'
import json, subprocess, sys, os
folder = os.getcwd()
uri = "file:///z%3A" + folder.replace(" ", "%20") + "/plan%20a.khct"
server = subprocess.Popen([sys.argv[1], "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
def send(what):
    body = json.dumps({"jsonrpc": "2.0", **what}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()
def take():
    length = 0
    while (line := server.stdout.readline().strip()):
        length = int(line.split(b":")[1])
    return json.loads(server.stdout.read(length)) if length else None
send({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": "file:///Z%3A" + folder, "capabilities": {}}})
while "result" not in take(): pass
send({"method": "initialized", "params": {}})
text = open("plan a.khct", newline="").read()
send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "khct", "version": 1, "text": text}}})
while True:
    got = take()
    if got.get("method") == "textDocument/publishDiagnostics" and got["params"]["uri"] == uri:
        print(sorted(d["code"] for d in got["params"]["diagnostics"])[0])
        break
send({"id": 2, "method": "textDocument/definition", "params": {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 8}}})
while (got := take()).get("id") != 2: pass
print(json.dumps(got["result"]))
send({"id": 3, "method": "shutdown"})
while take().get("id") != 3: pass
send({"method": "exit"})
print(server.wait())
P
printf 'dung "vai tro.khct";\r\ntieuchi 9.9 <\r\n' >'plan a.khct'
echo 'vaitro TTX Tổ trồng cây;' >'vai tro.khct'
ok 'language server' timeout 300 python3 ask.py "$KHCT"
says -o 'KH'
says -o '/vai%20tro.khct'
says -o 'file:///Z%3A/'

# --- documents of other programs ---

$native build -q $on -t docx -o den.docx $one
$native import -o native.khct den.docx >native.out 2>native.err
want=$?
status $want 'import' $KHCT import -o exe.khct den.docx
same native.khct exe.khct

# --- done again when a plan is written ---

cat >watch.py <<'P'
import subprocess, sys
khct = subprocess.Popen([sys.argv[1], "check", "--watch", "--lang", "vi", "thư mục/xem.khct"], stderr=subprocess.PIPE)
def until(words):
    for line in khct.stderr:
        if words in line.decode():
            return True
    return False
assert until("chờ kế hoạch thay đổi")
with open("thư mục/xem.khct", "a") as plan:
    plan.write("tieuchi 9.9 <\n")
assert until("KH2001")
assert until("chờ kế hoạch thay đổi")
khct.kill()
P
mkdir 'thư mục' && cp $one 'thư mục/xem.khct'
ok '--watch' timeout 300 python3 watch.py "$KHCT"

# --- git ---

mkdir kho git.bin && cp "$helpers/fake_git.exe" git.bin/git.exe
export FAKE_GIT="Z:$(pwd | tr / '\\')\\git.bin" WINEPATH="Z:$(pwd | tr / '\\')\\git.bin"
cat >git.bin/git.py <<'P'
import os, subprocess
here = os.path.dirname(os.path.abspath(__file__))
with open(here + "/git.args") as args:
    told = [a[2:] if a.startswith("Z:/") else a for a in args.read().split("\0")[:-1]]
done = subprocess.run(["git"] + told, capture_output=True)
out = b"Z:" + done.stdout if "--show-toplevel" in told else done.stdout
with open(here + "/git.out", "wb") as to:
    to.write(out)
with open(here + "/git.new", "w") as to:
    to.write(str(done.returncode))
os.rename(here + "/git.new", here + "/git.done")
P
(
    cd kho && git init -q . && git config user.name a && git config user.email a@b
    cp "../$one" 'kế hoạch.khct' && git add . && git commit -qm một
    sed -i 's/năm 2027/năm 2028/; s/Hiệu trưởng/Phó hiệu trưởng/' 'kế hoạch.khct'
) || fail 'no repository'
cd kho
$native diff HEAD 'kế hoạch.khct' >../native.out 2>&1
status 1 'diff against a revision' timeout 300 $KHCT diff HEAD 'kế hoạch.khct'
same ../native.out "$out"
[ -s "$out" ] || fail 'no difference'
$native git-setup --yes --diff >/dev/null 2>&1
git config --list --local | grep khct >../native.out
$native git-setup --undo >/dev/null 2>&1
ok 'git-setup' timeout 300 $KHCT git-setup --yes --diff
git config --list --local | grep khct >../exe.out
same ../native.out ../exe.out
[ -s ../exe.out ] || fail 'nothing is set'
ok 'git-setup --undo' timeout 300 $KHCT git-setup --undo
git config --list --local | grep khct && fail 'something is set'
cd ..
unset WINEPATH

# --- a terminal ---

cat >terminal.py <<'P'
import os, pty, re, sys
said = b""
def read(fd):
    global said
    data = os.read(fd, 4096)
    said += data
    return data
pty.spawn(sys.argv[1:], read)
print(re.sub(rb"\x1b\[[?0-9;]*[A-Za-z]", b"", said).decode("utf-8", "replace"))
P
status 0 'on a terminal' timeout 300 python3 terminal.py "$KHCT" --version
says -o "thư viện"

# --- the zip: put there and taken away ---

cmd="$wine cmd /c" users=$WINEPREFIX/drive_c/users/$(id -un)
unset WINEPATH
(cd "$work/w" && unzip -q "$root"/build/khct-*-windows.zip && mv khct-*-windows 'bản khct')
zip='bản khct'
[ "$(head -c 3 "$zip/DOC-TRUOC.txt" | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail 'no mark at the begin of DOC-TRUOC.txt'
for file in "$zip"/*.cmd "$zip/DOC-TRUOC.txt"; do
    [ "$(tr -cd '\n' <"$file" | wc -c)" = "$(tr -cd '\r' <"$file" | wc -c)" ] || fail "$file: line ends"
done
for name in khct utf8proc jansson zlib expat mingw-w64 gcc; do
    [ -s "$zip/licenses/$name.txt" ] || fail "no licence of $name"
done
ok 'cai-dat.cmd' $cmd "$zip\\cai-dat.cmd" /q
ok 'again' $cmd "$zip\\cai-dat.cmd" /q
for key in '.khct' 'khct.plan\shell\khct1\command' 'khct.plan\shell\khct2\command' 'khct.plan\shell\khct3\command'; do
    ok "registered: $key" $wine reg query "HKCU\\Software\\Classes\\$key" /ve
    says -o "khct"
done
export KHCT_QUIET=1
rm -rf bấm && mkdir bấm && cp $one 'bấm/năm một.khct' && cp $one 'bấm/năm hai.khct'
sendto='C:\users\'$(id -un)'\AppData\Roaming\Microsoft\Windows\SendTo\khct.cmd'
ok '"Send to" with two plans' $cmd "$sendto" 'bấm\năm một.khct' 'bấm\năm hai.khct'
[ -f 'bấm/năm một.html' ] && [ -f 'bấm/năm hai.html' ] || fail '"Send to" made no pages'
click='C:\users\'$(id -un)'\AppData\Local\Programs\khct\khct-lam.cmd'
ok 'a click: Word' $cmd "$click" /word 'bấm\năm một.khct'
[ -f 'bấm/năm một.docx' ] || fail 'a click made no document'
ok 'a click: check' $cmd "$click" /kiemtra 'bấm\năm một.khct'
says 'không có lỗi'
ok 'go-bo.cmd' $cmd "$zip\\go-bo.cmd" /q
[ -z "$(find "$users/AppData" -iname '*khct*')" ] || fail "left: $(find "$users/AppData" -iname '*khct*')"
status 1 'the kind of file is gone' $wine reg query 'HKCU\Software\Classes\khct.plan' /ve
status 1 'its ending too' $wine reg query 'HKCU\Software\Classes\.khct' /ve

# --- the first hour ---

export PATH="$work:$PATH"
ok 'the first hour' python3 "$root/tests/guide/page.py" "$KHCT" "$root/docs/gio-dau-tien.md"

finish
