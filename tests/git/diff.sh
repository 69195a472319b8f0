#!/bin/sh
# What `khct diff` says of pairs of plans: each an edit of one plan, and the report that a person would
# write of it.
. "$(dirname "$0")/../cli/lib.sh"

cat >cu.khct <<'P'
dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND xã An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; phandau muc 2;
  loidan Thực hiện nhiệm vụ năm học; loidan Nhà trường lập kế hoạch như sau; >
cancu <
  vanban Thông tư số 18/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018;
  khac Căn cứ tình hình thực tế của nhà trường;
>
hientrang namhoc 2022-2023 < muc 2 1.1 - 5.6; >

phan mucdich <
  doan Khắc phục những điểm yếu đã nêu trong báo cáo tự đánh giá của nhà trường;
  doan Giữ vững những tiêu chí đã đạt;
>

vande tieuchuan 1 tieuchi 1.3 < hanche Hồ sơ của tổ còn thiếu; >

tieuchi 1.7 duytri muc 2 <
  giaiphap  Bồi dưỡng chuyên môn cho giáo viên theo từng tổ, mỗi tháng một buổi;
  chutri    Hiệu trưởng;
  phoihop   Phó hiệu trưởng, Tổ trưởng chuyên môn;
  thoigian  từ tháng 9/2023 đến tháng 5/2024;
  kinhphi   30 triệu đồng, ngân sách;
>

tieuchi 2.2 muc 3 <
  viec Mở lớp tập huấn đổi mới phương pháp <
    giaiphap Mời báo cáo viên của Sở về trường hai buổi mỗi học kỳ;
    chutri   Phó hiệu trưởng;
    thoigian trước 15/3/2024;
    kinhphi  10 triệu đồng, ngân sách;
  >
  viec Dự giờ chéo <
    giaiphap Mỗi giáo viên dự giờ bốn tiết của tổ khác trong một học kỳ;
    chutri   Tổ trưởng chuyên môn;
    thoigian tháng 11/2023;
  >
>

tieuchi 3.1 muc 3 < giaiphap Trồng thêm cây bóng mát ở sân chơi; chutri Công đoàn; thoigian tháng 2/2024; >

noinhan < noi UBND xã An Bình; noi Lưu: VT; >
chuky < chucvu Hiệu trưởng; hoten Ngô Thị Mận; >
P

# pair NAME SED: the report is standard input
pair() {
    cat >mong
    sed "$2" cu.khct >moi.khct
    if cmp -s cu.khct moi.khct; then fail "$1: the edit changes nothing"; return; fi
    want=1
    [ -s mong ] || { want=0; echo 'Hai kế hoạch không khác nhau.' >mong; }
    status $want "$1" "$KHCT" diff cu.khct moi.khct
    if cmp -s mong "$out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $1"
        diff mong "$out" | sed 's/^/    /'
    fi
}

. "$root/tests/git/diff-pairs.sh"

# --- forms ---
sed 's/tháng 11\/2023/tháng 12\/2023/' cu.khct >moi.khct
status 1 json "$KHCT" diff --format json cu.khct moi.khct
ok 'valid' jq -e '.tomtat.luihan == 1 and (.thaydoi | length) == 1 and .thaydoi[0].loai == "sua"
    and .thaydoi[0].muc == "thời gian" and .thaydoi[0].ynghia == "bắt đầu muộn hơn 1 tháng"' "$out"
status 1 html "$KHCT" diff -t html -o khac.html cu.khct moi.khct
ok 'page' grep -q '<ins>tháng 12/2023</ins>' khac.html
status 1 'standard input' sh -c "'$KHCT' diff cu.khct - <moi.khct"
status 2 'one file' "$KHCT" diff
status 3 'no file' "$KHCT" diff cu.khct khong-co.khct
printf 'x <script>alert(1)</script>' >'la <b>.khct'
"$KHCT" diff -t html -o khac.html cu.khct 'la <b>.khct' >"$out" 2>"$err"
if grep -q '<script>' khac.html 2>/dev/null; then fail 'markup from a plan'; else passed=$((passed + 1)); fi

# --- revisions ---
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME="$work"
export GIT_AUTHOR_NAME=Lan GIT_AUTHOR_EMAIL=lan@example.vn GIT_COMMITTER_NAME=Lan GIT_COMMITTER_EMAIL=lan@example.vn
mkdir kho bin && ln -s "$KHCT" bin/khct && PATH=$work/bin:$PATH && cd kho && git init -q -b main || exit 1
echo 'vaitro TTX Tổ trồng cây;' >chung.khct
{ echo 'dung "chung.khct";'; sed 's/chutri Công đoàn/chutri TTX/' ../cu.khct; } >ke-hoach.khct
git add -A && git commit -qm một && git tag v1
sed -i 's/Tổ trồng cây/Tổ cây xanh/' chung.khct && git commit -qam hai
sed -i 's/tháng 11\/2023/tháng 12\/2023/' ke-hoach.khct && git commit -qam ba
status 1 'two revisions' khct diff v1..HEAD ke-hoach.khct
says -o 'bắt đầu muộn hơn 1 tháng'
status 0 'one state' khct diff HEAD ke-hoach.khct
status 0 'all plans' khct diff HEAD
sed -i 's/tháng 2\/2024/tháng 3\/2024/' ke-hoach.khct
status 1 'as it stands' khct diff HEAD ke-hoach.khct
says -o 'tháng 2/2024 → tháng 3/2024'
status 1 'all' khct diff v1
says -o '=== '
status 1 'json of all' khct diff --format json v1..HEAD
status 2 'no revision' khct diff v9..HEAD ke-hoach.khct
status 2 'an option' khct diff --output=x..HEAD ke-hoach.khct
status 2 'an option in a range' khct diff ..--output=x ke-hoach.khct
git config core.fsmonitor "touch $work/ran; true"
git config core.pager "touch $work/ran; cat"
mkdir -p .git/hooks && printf '#!/bin/sh\ntouch %s/ran\n' "$work" >.git/hooks/post-index-change && chmod +x .git/hooks/*
khct diff v1 >/dev/null 2>&1
status 1 'runs nothing of the repository' test -e "$work/ran"
git config --unset core.fsmonitor && git config --unset core.pager && rm .git/hooks/post-index-change

khct git-setup --yes --diff >/dev/null
ok 'external diff' git diff
says -o 'bắt đầu muộn hơn 1 tháng'
ok 'log' git log -p --ext-diff
says -o 'tháng 11/2023 → tháng 12/2023'
git mv ke-hoach.khct ke-hoach-nam.khct && git commit -qam "đổi tên"
ok 'renamed file' git diff HEAD~1 HEAD
ok 'textconv' git diff --no-ext-diff HEAD~3 HEAD~2
finish
