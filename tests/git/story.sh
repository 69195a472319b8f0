#!/bin/sh
# The story of docs/git.md, command by command; the hooks of pre-commit, the reports for build
# servers, --watch.
. "$(dirname "$0")/../cli/lib.sh"
export LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME="$work"
export XDG_CACHE_HOME="$work/.cache" # where pre-commit keeps its own
export GIT_AUTHOR_NAME=Lan GIT_AUTHOR_EMAIL=lan@example.vn GIT_COMMITTER_NAME=Lan GIT_COMMITTER_EMAIL=lan@example.vn
mkdir bin && ln -s "$KHCT" bin/khct && PATH=$work/bin:$PATH

# each block of commands, and what the block after it shows
awk -v dir="$work" '
/^```sh/ { n++; file = sprintf("%s/step%02d", dir, n); on = 1; next }
/^```$/ && !on { file = sprintf("%s/want%02d", dir, n); on = 1; next }
/^```/ { on = 0; next }
on && n > 0 { print > file }' "$root/docs/git.md"
# one shell for all, as the reader has one
for step in "$work"/step??; do
    printf '. %s >%s.out\n' "$step" "$step"
done >all.sh
ok 'the story' sh -e all.sh
steps=$(ls "$work"/step?? | wc -l)
[ "$steps" = 6 ] || fail "6 steps expected, $steps found"
for want in "$work"/want??; do
    step=$(echo "$want" | sed 's/want/step/')
    [ -e "$step.out" ] && { cmp -s "$want" "$step.out" && passed=$((passed + 1)) || { fail "$(basename "$step") shows"; diff "$want" "$step.out"; }; }
done
ok 'one conflict' grep -qx 1 step04.out
ok 'both recorded progress' grep -qx 2 step05.out
ok 'both changes of the task' test "$(wc -l <step06.out)" -ge 2

# --- pre-commit, the real one ---
mkdir hooks && cd hooks || exit 1
cp "$root/.pre-commit-hooks.yaml" . && git init -q -b main && git add -A && git commit -qm móc
mkdir ../ours && cd ../ours && git init -q -b main || exit 1
cat >.pre-commit-config.yaml <<P
repos:
  - repo: $work/hooks
    rev: $(git -C ../hooks rev-parse HEAD)
    hooks: [{id: khct-check}, {id: khct-fmt}]
P
cp "$root/examples/thcs-mot-nam.khct" ke-hoach.khct
khct fmt -i ke-hoach.khct
git add -A
ok 'hooks pass' pre-commit run --all-files
sed -i 's/tieuchi 1.3/tieuchi 9.3/; s/^  giaiphap  /  giaiphap /' ke-hoach.khct
status 1 'hooks fail' pre-commit run --all-files
says -o 'KH2001'
ok 'fmt laid it out again' grep -q '^  giaiphap  ' ke-hoach.khct

# --- reports for build servers ---
status 1 junit khct check --format junit ke-hoach.khct
cp "$out" khct.xml
ok 'JUnit is XML' xmllint --noout khct.xml
ok 'a failure' xmllint --xpath '//testcase[starts-with(@name, "KH2001")]/failure' khct.xml
khct check -q --format junit "$root/examples/pho-thong-tt57.khct" >one.xml 2>"$err"
ok 'a plan that passes' xmllint --xpath '//testsuite[@failures="0"]/testcase' one.xml
khct check --format json ke-hoach.khct >khct.json
ok 'code quality' jq -e -f "$root/docs/ci/chat-luong.jq" khct.json
cp "$out" quality.json
ok 'its keys' jq -e 'length > 0 and all(.[]; .severity and .location.path and .location.lines.begin and (.fingerprint | length > 0))' quality.json
ok 'fingerprints differ' jq -e '(map(.fingerprint) | unique | length) == length' quality.json
ok 'a workflow is YAML' python3 -c 'import json, sys, yaml; [yaml.safe_load(open(f)) for f in sys.argv[1:]]' "$root"/docs/ci/*.yml "$root/.pre-commit-hooks.yaml"

# --- watch ---
# says once what is wrong, then again after the file was written; a pipe, so that nothing sleeps
mkdir ../watch && cd ../watch || exit 1
printf 'truong < ten A >\n' >w.khct
mkfifo pipe
khct check --watch --lang vi w.khct >/dev/null 2>pipe &
watcher=$!
exec 7<pipe
heard() { # TEXT: reads until it comes
    while IFS= read -r line <&7; do
        case $line in *"$1"*) return 0 ;; esac
    done
    return 1
}
heard 'KH1001' && heard 'chờ kế hoạch' && passed=$((passed + 1)) || fail 'watch: first'
printf 'truong < ten A; mauu x; >\n' >w.khct
heard 'KH1002' && heard 'chờ kế hoạch' && passed=$((passed + 1)) || fail 'watch: again'
kill $watcher
wait $watcher 2>/dev/null
exec 7<&-
finish
