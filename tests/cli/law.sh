#!/bin/sh
# What khct says of legal documents, past the messages: hints, successors, what is verified.
. "$(dirname "$0")/lib.sh"

# plan TYPE CATALOGUE DATE DOCUMENT: a plan of that school that cites the document
plan() {
    cat > plan.khct <<P
dung danhmuc $2;
truong < ten Trường Hoa Sen; cap $1; diadanh An Bình; >
kehoach < so 41/KH-HS; ngay $3; trichyeu Cải tiến chất lượng; >
cancu < vanban $4; >
P
}

# the hint of KH4003 names a document of the same matter, or none
while read -r type catalogue date id hint; do
    plan "$type" "$catalogue" "$date" "$id"
    ok "$type cites $id" "$KHCT" check --lang vi plan.khct
    says "KH4003"
    if [ -n "$hint" ]; then says "vanban $hint;"; else says_not "văn bản cùng việc"; fi
done <<'T'
mamnon tt19_2018 15/9/2023 tt20_2018 tt26_2018
mamnon tt57_2026_mamnon 15/9/2026 tt30_2026 tt26_2018
thcs tt18_2018 15/9/2023 tt26_2018 tt20_2018
thcs tt57_2026_phothong 15/9/2026 tt26_2018 tt30_2026
tieuhoc tt17_2018 15/9/2023 tt22_2021 tt27_2020
thcs tt18_2018 15/9/2023 tt27_2020 tt22_2021
thcs tt18_2018 15/9/2023 tt52_2020 tt32_2020
thcs tt57_2026_phothong 15/9/2026 tt52_2020 tt15_2026
mamnon tt19_2018 15/9/2023 tt32_2020 tt52_2020
tieuhoc tt17_2018 15/9/2023 tt25_2018 tt14_2018
mamnon tt19_2018 15/9/2023 tt32_2018 tt17_2009
mamnon tt57_2026_mamnon 15/9/2026 cv5208_2026 cv5385_2026
tieuhoc tt57_2026_phothong 15/9/2026 tt45_2021
thcs tt57_2026_phothong 15/9/2026 qd388_2026
mamnon tt57_2026_mamnon 15/9/2026 cv4555_2025
gdtx tt57_2026_gdtx 15/9/2026 tt27_2020
T

# two levels of government: who took the body's place, by school type
while read -r type catalogue hint; do
    cat > plan.khct <<P
dung danhmuc $catalogue;
truong < ten Trường Hoa Sen; cap $type; captren Phòng GDĐT huyện An Bình; diadanh An Bình; >
kehoach < so 41/KH-HS; ngay 15/9/2026; trichyeu Cải tiến chất lượng; >
P
    ok "superior of $type" "$KHCT" check --lang vi plan.khct
    says "ghi chú[KH4020]"
    says "nay là $hint"
done <<'T'
tieuhoc tt57_2026_phothong Phòng Văn hóa - Xã hội thuộc UBND xã, phường, đặc khu
thpt tt57_2026_phothong Sở Giáo dục và Đào tạo
thcs,thpt tt57_2026_phothong Sở Giáo dục và Đào tạo
gdtx tt57_2026_gdtx Sở Giáo dục và Đào tạo
T
ok "new plan" "$KHCT" new --cap mamnon new.khct
ok "it names no body that is no more" "$KHCT" check new.khct
says_not KH4020
ok "a new plan of a commune's school" grep -q 'Phòng Văn hóa - Xã hội' new.khct

# what is verified, by what grade and when it was looked at
ok "catalogues" "$KHCT" danhmuc --lang vi
says -o 'Xem lại'
says -o '28/11/2026'
ok "documents" "$KHCT" danhmuc --lang vi vanban
says -o 'tt20_2018      Thông tư 20/2018/TT-BGDĐT           10/10/2018 – 13/4/2026  2+/1       28/11/2026  tt30_2026'
ok "a document" "$KHCT" danhmuc --lang vi vanban 20/2018/TT-BGDĐT
says -o 'Thay bằng: Thông tư 30/2026/TT-BGDĐT (tt30_2026)'
says -o 'Độ chắc: hai nguồn độc lập trở lên: số, ngày, trích yếu'
says -o 'Chưa đủ chắc để nhắc lỗi: hiệu lực'
ok "the same by its name" "$KHCT" danhmuc --lang en tt20_2018
says -o 'Known from: one source: hiệu lực'
ok "a catalogue" "$KHCT" danhmuc --lang vi tt19_2018
says -o 'Độ chắc: một nguồn: khoản 6 của mức 4'
says -o 'khoản 6  Trong 5 năm liên tiếp'
status 2 "no such document" "$KHCT" danhmuc vanban tt1_1900

# form 2: what the form has of its own where the writer gave nothing
sed '/^theodoi/,/^>/d; /^phan mucdich/,/^>/d' "$root/examples/pho-thong-tt57.khct" > form2.khct
ok "form 2" "$KHCT" build -t html form2.khct -o form2.html
flat=$(sed '1,/<article id="vanban"/d' form2.html | tr '\n' ' ')
in_order() {
    rest=$flat
    for words; do
        case $rest in
        *"$words"*) rest=${rest#*"$words"} passed=$((passed + 1)) ;;
        *) fail "not in its place: $words" ;;
        esac
    done
}
in_order '. Mục đích<' 'a)' 'b)' 'c)' '. Yêu cầu<' 'a)' 'đ)' 'Tóm tắt các vấn đề' 'class="canc">Bảng này chỉ nêu' \
    '(giám sát nội bộ)' 'Cuối học kỳ I' 'Cuối năm học'
sed 's/^  khac   Báo cáo tự đánh giá/  vanban tt57_2026;\n  nhom vanban;\n  vanban tt15_2026;\n  nhom chutruong;\n  khac Kế hoạch năm học;\n  nhom tudanhgia;\n&/' \
    form2.khct > groups.khct
ok "groups of form 2" "$KHCT" build -t html groups.khct -o groups.html
flat=$(sed '1,/<article id="vanban"/d' groups.html | tr '\n' ' ')
in_order '. Báo cáo tự đánh giá<' 'rà soát kế hoạch cải tiến năm học trước' '. Kế hoạch năm học và định hướng' '. Văn bản chỉ đạo khác<'

# a writer's own rounds stand alone
ok "own rounds" "$KHCT" build -t html "$root/examples/pho-thong-tt57.khct" -o own.html
[ "$(sed '1,/<article id="vanban"/d' own.html | grep -c '<th scope="row">Cuối năm học<')" = 1 ] || fail "rows of the form beside the writer's"

# a library of one's own that cannot be read is not passed over for the one inside khct
plan mamnon tt19_2018 15/9/2023 tt20_2018
status 2 "KHCT_PATH is no folder" env KHCT_PATH="$work/none" "$KHCT" check plan.khct
says KHCT_PATH
mkdir -p own/danhmuc
ok "a library that has nothing" env KHCT_PATH="$work/own" "$KHCT" check plan.khct
ln -s tt19_2018.khct own/danhmuc/tt19_2018.khct
status 1 "a link to itself" env KHCT_PATH="$work/own" "$KHCT" check plan.khct
says 'KH8005'
says 'danhmuc/tt19_2018.khct'
ln -sf none.khct own/danhmuc/tt19_2018.khct
status 1 "a link to nothing" env KHCT_PATH="$work/own" "$KHCT" check plan.khct
says 'KH8005'
rm own/danhmuc/tt19_2018.khct
mkfifo own/danhmuc/tt19_2018.khct
status 1 "a pipe, which would be waited for" env KHCT_PATH="$work/own" "$KHCT" check plan.khct
says 'KH8005'
finish
