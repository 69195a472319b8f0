#!/bin/sh
# Slips of the hand, as they are typed, and what fix makes of them in one run.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

cat > slips.khct <<'END'
#kế hoạch của trường
dung danhmuc tt18_2018;
dung mau cv5932;
truong {
  Tên trường: Trường THCS Suối Mơ;;
  cap TH&THCS；
  Cơ quan quản lý trực tiếp: UBND xã Suối Mơ;
  diadanh Suối Mơ;
}
kehoach <
  so 1/KH-SM; ngay 14/8/2023; trichyeu Cải tiến; namhoc 2023-2024;
>
cancu <
  - Luật Giáo dục số 43/2019/QH14
  - Tình hình thực tế của nhà trường
>
tieuchi 1.10 muc 2 <
  muc tieu Giữ trật tự :nâng ý thức;
  Công việc/giải pháp cần thực hiện: Phân ca trực .Mỗi ca hai người;
  nguoiphutrach Hiệu trưởng;
  Thời gian thực hiện và hoàn thành: tháng 9/2023;
  Dự kiến kinh phí: 5 triệu đồng;
>
noinhan <
  Phòng Văn hóa xã hội;
  - Lưu: VT.
>
END
cp slips.khct once.khct
status 1 "slips" "$KHCT" check --lang vi slips.khct
for code in KH1002 KH1017 KH1018 KH1019 KH1020; do says "[$code]"; done
says_not KH1003
ok "fixed" "$KHCT" fix --lang vi once.khct
says 'once.khct: đã sửa'
says '; còn lại: không có lỗi'
cp once.khct twice.khct
ok "once is enough" "$KHCT" fix --lang vi twice.khct
says 'không có chỗ nào sửa chắc được'
same once.khct twice.khct
ok "no errors are left" "$KHCT" check once.khct
grep -q 'muctieu Giữ trật tự: nâng' once.khct || fail "two fixes in one place"
ok "the diff is of the whole" "$KHCT" fix --diff slips.khct
says -o '+  muctieu Giữ trật tự: nâng ý thức;'
ok "through a pipe" sh -c '"$0" fix - < slips.khct > piped.khct' "$KHCT"
same once.khct piped.khct
ok "formatted" "$KHCT" fmt once.khct
says -o 'kinhphi   5 triệu đồng;'
says -o 'chutri    Hiệu trưởng;'

# round brackets too
printf 'phan mucdich (\n  doan Giữ vững kết quả (mức 2);\n)\n' > round.khct
ok "round brackets" "$KHCT" fix round.khct
[ "$(head -n 1 round.khct)" = 'phan mucdich <' ] && [ "$(tail -n 1 round.khct)" = '>' ] || fail "round brackets"

# short names, and numbers that stick to a name: each digit stays
sed '/^# expect/,$d' "$root/tests/golden/kh1002-number.khct" > numbers.khct
printf 'T/C 1.4 muc 3 <\n  giaiphap Bốn;\n>\n' >> numbers.khct
ok "names with numbers" "$KHCT" fix --lang vi numbers.khct
for line in '^truong < ten Trường THCS Suối Mơ; cap 1 thcs; >$' '^tieuchi 1.1 muc 3 <$' '^tieuchi 1.2 muc 3 <$' '^tieuchi 1.3 ' '^tieuchi 1.4 muc 3 <$' '^  giaiphap 2 Hai;$'; do
    grep -q "$line" numbers.khct || fail "names with numbers: no line $line"
done
# a fix in a part of the plan
mkdir parts
sed 's/^# kế.*/dung "chung.khct";/' once.khct > parts/ke-hoach.khct
echo 'vaitro TTX Tổ trồng cây;;' > parts/chung.khct
ok "a part" "$KHCT" fix --lang vi parts/ke-hoach.khct
says 'parts/chung.khct: đã sửa 1 chỗ'
[ "$(cat parts/chung.khct)" = 'vaitro TTX Tổ trồng cây;' ] || fail "the part is not mended"

# the hints never name what the block does not take, and never \; where a name was meant
cat > hints.khct <<'END'
tieuchi 1.10 muc 2 <
  giaiphap Phân ca trực;
  Lãnh đạo phụ trách: Hiệu trưởng;
  ghichuthem Không;
  Công đoàn phối hợp: X;
>
- Kính gửi
END
status 1 "hints" "$KHCT" check --lang vi hints.khct
says_not 'dong`'
says_not '\;'
says '`Lãnh đạo phụ trách` không phải từ khóa của `tieuchi 1.10 muc 2`'
says '`-` không phải từ khóa'
says 'ở đây viết được: `hientrang`'

finish
