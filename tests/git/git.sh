#!/bin/sh
# khct in real repositories with real git: merge, rebase, cherry-pick, revert, octopus, renames, CRLF,
# rerere, marks that git left, and a driver that is killed, starved or given garbage.
. "$(dirname "$0")/../cli/lib.sh"

export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME="$work"
export GIT_AUTHOR_NAME=Lan GIT_AUTHOR_EMAIL=lan@example.vn GIT_AUTHOR_DATE='1700000000 +0700'
export GIT_COMMITTER_NAME=Lan GIT_COMMITTER_EMAIL=lan@example.vn GIT_COMMITTER_DATE='1700000000 +0700'
mkdir bin && ln -s "$KHCT" bin/khct
PATH=$work/bin:$PATH

plan() {
    cat <<'P'
dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND xã An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; >

tieuchi 1.7 muc 2 <
  giaiphap  Bồi dưỡng chuyên môn cho giáo viên;
  chutri    Hiệu trưởng;
  thoigian  tháng 9/2023;
>

tieuchi 2.2 muc 2 <
  viec Mở lớp tập huấn <
    giaiphap Mời báo cáo viên;
    chutri   Phó hiệu trưởng;
    thoigian tháng 10/2023;
  >
  viec Dự giờ < giaiphap Dự giờ chéo; chutri Tổ trưởng; thoigian tháng 11/2023; >
>

noinhan <
  noi UBND xã An Bình;
  noi Lưu: VT;
>
P
}

# new NAME: a repository with a plan and our setup
new() {
    rm -rf "$work/$1"
    git init -q -b main "$work/$1" && cd "$work/$1" || exit 1
    khct git-setup --yes >"$out" 2>"$err" || fail "git-setup"
    plan >ke-hoach.khct
    git add -A && git commit -qm "Bản đầu"
}

# change BRANCH SED: a branch with one change
change() {
    git checkout -q -b "$1" main && sed -i "$2" ke-hoach.khct && git commit -qam "$1"
}

holds() { # WHAT TEXT...
    what=$1
    shift
    for text in "$@"; do
        if grep -qF -e "$text" ke-hoach.khct; then passed=$((passed + 1)); else fail "$what: lost $text"; fi
    done
}

clean() {
    ok "$1: checks" khct check -q ke-hoach.khct
    if grep -q '^<<<<<<<\|# !!' ke-hoach.khct; then fail "$1: a conflict is left"; else passed=$((passed + 1)); fi
}

# --- setup ---
new setup
ok 'attributes' grep -qx '\*.khct diff=khct merge=khct text eol=lf' .gitattributes
ok 'twice is once' khct git-setup --yes
status 0 'one line' test "$(grep -c khct .gitattributes)" = 1
status 1 'no textconv without --diff' git config diff.khct.textconv
status 2 'asks' khct git-setup
says -o '--yes'
printf '*.bin binary\n' >.gitattributes
khct git-setup --yes --diff >/dev/null
ok 'keeps what is there' grep -qx '\*.bin binary' .gitattributes
ok 'undo' khct git-setup --undo
status 1 'nothing is left' git config --get-regexp khct
ok 'others stay' grep -qx '\*.bin binary' .gitattributes
status 1 'our line is gone' grep -q khct .gitattributes
cd "$work" && mkdir none && cd none || exit 1
status 2 'no repository' khct git-setup --yes

# --- merge ---
new merge
change lan 's|tháng 9/2023|tháng 12/2023|; s|  noi Lưu|  noi Phòng Văn hóa - Xã hội;\n&|'
change huy 's|Bồi dưỡng chuyên môn cho giáo viên|Bồi dưỡng chuyên môn cho giáo viên mới|; s|  noi Lưu|  noi Ban đại diện cha mẹ học sinh;\n&|'
git checkout -q main && git merge -q lan >/dev/null
ok 'merge' git merge -q -m gộp huy
holds merge 'tháng 12/2023' 'giáo viên mới' 'noi Phòng Văn hóa - Xã hội' 'noi Ban đại diện cha mẹ học sinh'
clean merge

new conflict
change lan 's|tháng 9/2023|tháng 12/2023|'
change huy 's|tháng 9/2023|tháng 11/2023|; s|Dự giờ chéo|Dự giờ chéo giữa các tổ|'
git checkout -q main && git merge -q lan
status 1 'conflict' git merge -q -m gộp huy
holds conflict '# !! xung đột, bên này: thoigian  tháng 12/2023;' '# !! xung đột, huy: thoigian  tháng 11/2023;' 'giữa các tổ'
status 1 'unmerged' git diff --quiet --diff-filter=U
khct check ke-hoach.khct >"$out" 2>"$err"
says 'lỗi[KH1025]'
status 0 'one message' test "$(grep -c 'KH1025' "$err")" = 1
sed -i '/# !!/d' ke-hoach.khct
clean 'decided conflict'

# --- rebase, cherry-pick, revert, octopus ---
new rebase
change lan 's|tháng 9/2023|tháng 12/2023|'
change huy 's|chutri    Hiệu trưởng|chutri    Hiệu trưởng, Kế toán|'
ok rebase git rebase -q lan
holds rebase 'tháng 12/2023' 'Hiệu trưởng, Kế toán'
git checkout -q main
ok cherry-pick git cherry-pick huy
holds cherry-pick 'Kế toán'
ok revert git revert --no-edit HEAD
status 1 'reverted' grep -q 'Kế toán' ke-hoach.khct
clean rebase

new octopus
change mot 's|tháng 9/2023|tháng 12/2023|'
change hai 's|Mời báo cáo viên|Mời báo cáo viên của Sở|'
change ba 's|Dự giờ chéo|Dự giờ chéo giữa các tổ|'
git checkout -q main
ok octopus git merge -q -m gộp mot hai ba
holds octopus 'tháng 12/2023' 'của Sở' 'giữa các tổ'
clean octopus

# --- renames, line ends, layout, rerere ---
new rename
git checkout -q -b lan main && mkdir nam && git mv ke-hoach.khct nam/ke-hoach.khct && git commit -qam chuyển
change huy 's|tháng 9/2023|tháng 11/2023|'
git checkout -q lan
ok rename git merge -q -m gộp huy
cd nam && holds rename 'tháng 11/2023' && clean rename && cd ..

new crlf
change lan 's|tháng 9/2023|tháng 12/2023|'
git checkout -q -b huy main && sed -i 's/$/\r/; s|Dự giờ chéo|Dự giờ chéo giữa các tổ|' ke-hoach.khct && git commit -qam huy
git checkout -q main && git merge -q lan
ok 'line ends' git merge -q -m gộp huy
holds 'line ends' 'tháng 12/2023' 'giữa các tổ'

new layout
change lan 's|tháng 9/2023|tháng 12/2023|'
git checkout -q -b huy main && khct fmt --codau -i ke-hoach.khct && git commit -qam "trình bày lại"
git checkout -q main && git merge -q lan
ok layout git merge -q -m gộp huy
holds layout 'tháng 12/2023' 'giải pháp'
clean layout

new rerere
git config rerere.enabled true
change lan 's|tháng 9/2023|tháng 12/2023|'
change huy 's|tháng 9/2023|tháng 11/2023|'
git checkout -q lan
git merge -m gộp huy >"$out" 2>&1
sed -i '/# !!/d' ke-hoach.khct
git commit -qam gộp
clean rerere

# --- headers of a difference, and the history of one criterion ---
new headers
sed -i 's|tháng 11/2023|tháng 12/2023|; s|tháng 10/2023|tháng 9/2023|' ke-hoach.khct
git diff -U0 >"$out"
says -o '@@ viec Mở lớp tập huấn <'
git grep -p 'Mời báo cáo viên' >"$out"
says -o 'viec Mở lớp tập huấn'
git commit -qam sửa
git log --format=%s -L '/^tieuchi 2.2/,/^>/:ke-hoach.khct' >"$out" 2>"$err"
says -o 'sửa'

# --- marks that git left ---
new marks
git config --remove-section merge.khct
change lan 's|tháng 9/2023|tháng 12/2023|; s|Hiệu trưởng;|Hiệu trưởng, Kế toán;|'
change huy 's|tháng 9/2023|tháng 11/2023|; s|chuyên môn cho giáo viên|chuyên môn cho mọi giáo viên|'
git checkout -q lan
status 1 "git's own conflict" git merge -m gộp huy
status 1 'fix' khct merge --fix ke-hoach.khct
holds fix 'Kế toán' 'mọi giáo viên' '# !! xung đột, HEAD: thoigian  tháng 12/2023;' '# !! xung đột, huy: thoigian  tháng 11/2023;'
if grep -q '^<<<<<<<' ke-hoach.khct; then fail 'fix: marks are left'; fi
status 1 'no marks' khct merge --fix ke-hoach.khct
says 'không thấy dấu xung đột'

# --- a driver that fails: marks or the merged file, never silently ours ---
cp "$FAIL" "$work/fail.so" # LD_PRELOAD takes no path with a blank
FAIL=$work/fail.so
# breaks NAME DRIVER
breaks() {
    new "$1"
    change lan 's|tháng 9/2023|tháng 12/2023|'
    change huy 's|tháng 9/2023|tháng 5/2024|'
    git checkout -q lan
    git config merge.khct.driver "$2"
    if git merge -q -m gộp huy >"$out" 2>"$err"; then fail "$1: success"; else passed=$((passed + 1)); fi
    if grep -q 'tháng 5/2024' ke-hoach.khct && grep -q 'tháng 12/2023' ke-hoach.khct; then
        passed=$((passed + 1))
    else
        fail "$1: a side is lost without a mark"
    fi
}
for n in 1 2 3 5 8 13 21 34 55 89; do
    breaks "starved-$n" "KHCT_FAIL_AT=$n KHCT_FAIL_LOG=/dev/null LD_PRELOAD=$FAIL '$KHCT' merge --path %P %O %A %B"
done
# as git-setup writes it, with khct that is killed at its Nth call, or is no longer there
new driver
driver=$(git config merge.khct.driver)
for n in 1 2 3 5 8 13 21 34 55 89 144 233; do
    breaks "killed-$n" "KHCT_FAIL_KILLS=1 KHCT_FAIL_AT=$n LD_PRELOAD=$FAIL '$KHCT'${driver#khct}"
done
breaks gone "/nonexistent/khct${driver#khct}"
breaks memory "ulimit -v 60000; '$KHCT' merge --path %P %O %A %B"
breaks no-folder "TMPDIR=/nonexistent '$KHCT' merge --path %P %O %A %B"

new garbage
change lan 's|tháng 9/2023|tháng 12/2023|'
git checkout -q -b huy main && head -c 3000 /dev/urandom >ke-hoach.khct && git commit -qam rác
git checkout -q lan
if git merge -q -m gộp huy >"$out" 2>"$err"; then fail 'garbage merged'; else passed=$((passed + 1)); fi

new broken
change lan 's|tháng 9/2023|tháng 12/2023|'
change huy 's|Dự giờ chéo; chutri|Dự giờ chéo < chutri|; s|  noi Lưu: VT;|  noi Lưu: VT|'
git checkout -q lan
git merge -q -m gộp huy >"$out" 2>"$err"
holds broken 'tháng 12/2023' 'noi Lưu: VT'

# --- by hand ---
cd "$work" || exit 1
plan >goc.khct
sed 's|tháng 9/2023|tháng 12/2023|' goc.khct >nay.khct
cp goc.khct kia.khct
ok 'by hand' khct merge -o gop.khct goc.khct nay.khct kia.khct
ok 'takes the change' cmp gop.khct nay.khct
status 2 'two files' khct merge goc.khct nay.khct
status 1 'no file' khct merge -o gop2.khct goc.khct nay.khct khong-co.khct
says 'khong-co.khct'

# what may not be written is not, by git either; a pipe is read once
spares() { # WHAT FILE
    cp "$2" truoc
    status 1 "$1" khct merge goc.khct "$2" kia.khct
    says KH8006
    [ "$(grep -c KH8006 "$err")" = 1 ] || fail "$1: said twice"
    ok "$1, the file" cmp "$2" truoc
}
sed -i 's|tháng 9/2023|tháng 5/2024|' kia.khct
mkdir xa
ln -s ../nay.khct xa/nay.khct
spares 'a link that leads out' xa/nay.khct
chmod 444 nay.khct
spares 'a read-only file' nay.khct
chmod 644 nay.khct
mkfifo ong
cat kia.khct >ong &
status 1 'a pipe' khct merge goc.khct nay.khct ong
grep -q 'tháng 12/2023' nay.khct && grep -q '# !! xung đột.*tháng 5/2024' nay.khct || fail 'a pipe: half the merge'
finish
