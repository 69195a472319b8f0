#!/bin/sh
# Messages, hints and fixes name keywords as the file spells them: with marks or without.
. "$(dirname "$0")/lib.sh"

cat > dau.khct <<'END'
dùng danh mục tt18_2018;
trường < tên Trường THCS Suối Mơ; cấp TTTT; thời gian 5/2023; >
kế hoạch < số 12/KH-THCSSM; năm học 2023-2024; >
tiêu chí 1.3 mức 2 <
  giai phap Nói về so sánh, ma trận;
>
tiêu chí 1.4 mức 2 < giải pháp Rà soát; >
căn cứ < - Nghị quyết của Hội đồng trường; - Báo cáo tự đánh giá; >
END
sed 's/dùng danh mục/dung danhmuc/; s/^trường </truong </; s/tên Trường/ten Trường/; s/cấp TTTT/cap TTTT/; s/thời gian 5/thoigian 5/
    s/kế hoạch <.*/kehoach < so 12\/KH-THCSSM; namhoc 2023-2024; >/; s/tiêu chí \(1...\) mức 2/tieuchi \1 muc 2/
    s/giải pháp/giaiphap/; s/căn cứ/cancu/' dau.khct > khongdau.khct

status 1 "a plan with marks" "$KHCT" check dau.khct
says 'thêm `chủ trì …;`'
says 'vào khối `trường`'
says 'viết một trong: mầm non, tiểu học, trung học cơ sở,'
says 'từ khóa này đứng trong: `tiêu chí`, `khoản`, `việc`'
says 'có phải bạn muốn viết `giải pháp`?'
says '`giai phap` không phải từ khóa của `tiêu chí 1.3 mức 2`'
for word in chutri kehoach truong noinhan diadanh tieuchi thoigian; do
    says_not "\`$word"
done
status 1 "a plan without marks" "$KHCT" check khongdau.khct
says 'thêm `chutri …;`'
says 'viết một trong: mamnon, tieuhoc, thcs,'
says 'có phải bạn muốn viết `giaiphap`?'
status 1 "in English" "$KHCT" --lang en check dau.khct
says 'add `chủ trì …;`'
status 1 "for machines" "$KHCT" check --format json dau.khct
says -o 'thêm `chủ trì …;`'

ok "what is mended" "$KHCT" fix dau.khct khongdau.khct
ok "has its marks" grep -q '^  giải pháp Nói về so sánh, ma trận;' dau.khct
ok "or none" grep -q '^  giaiphap Nói về so sánh, ma trận;' khongdau.khct
finish
