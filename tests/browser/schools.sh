#!/bin/sh
# Plans of many schools and a register of them: schools.sh FOLDER COUNT
set -eu
mkdir -p "$1/ke-hoach"
echo 'ma,ten,xa,tinh' > "$1/truong.csv"
for n in $(seq "$2"); do
    echo "A$n,Trường $n,Xã $((n % 7)),Tỉnh $((n % 2))" >> "$1/truong.csv"
    cat > "$1/ke-hoach/$n.khct" <<P
dung danhmuc tt18_2018;
truong < ten Trường <b>Số & $n</b>; ma A$n; cap thcs; diadanh An Bình; >
kehoach < so $n/KH; ngay 1/9/2025; trichyeu Cải tiến chất lượng; namhoc 2025-2026; >
hientrang namhoc 2024-2025 < khongdat 1.1; muc 2 1.2 - 1.10, 2.1 - 5.6; >
tieuchi 1.1 muc 2 < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 10/2025; kinhphi $n.234.567 đồng ngân sách; >
P
done
: > "$1/ke-hoach/rong.khct"
