# A small country: three provinces with a register, and files that are no plans among the plans.
top=$(realpath "$(dirname "$0")/../../..")
. "$top/tests/cli/lib.sh"
root=$top
export LC_ALL=C.UTF-8

# The recipe of that name in docs/many.md.
recipe() {
    sed -n "/^<!-- $1 -->\$/,/^\`\`\`\$/p" "$root/docs/many.md" | sed '1,2d;$d'
}

# corpus FOLDER PLANS: FOLDER/PROVINCE/ke-hoach/SCHOOL/…, and FOLDER/PROVINCE/truong.csv
corpus() {
    for p in 1 2 3; do
        mkdir -p "$1/tinh-$p/ke-hoach"
        echo 'ma;ten;xa;tinh' > "$1/tinh-$p/truong.csv"
        for n in $(seq "$2"); do
            school=$1/tinh-$p/ke-hoach/t$n
            mkdir "$school"
            echo "$p-$n;Trường số $n;Xã $((n % 3));Tỉnh $p" >> "$1/tinh-$p/truong.csv"
            cat > "$school/ke-hoach.khct" <<P
dung danhmuc tt18_2018;
truong < ten Trường THCS số $n; ma $p-$n; cap thcs; captren UBND xã $((n % 3)); diadanh An Bình; >
kehoach < so $n/KH-THCS; ngay $((n % 28 + 1))/9/2025; trichyeu Cải tiến chất lượng; namhoc 2025-2026; >
hientrang namhoc 2024-2025 < khongdat 1.1; muc 2 1.2 - 1.10, 2.1 - 5.6; >
tieuchi 1.1 muc 2 <
  viec Trồng cây < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 9/2025; kinhphi $p.$((n + 100)).567 đồng ngân sách; tiendo 1/10/2025 40%; >
  viec Quét sân < giaiphap Quét sân; thoigian tháng 10/2025; kinhphi 999.999.999.999.999 đồng; >
>
P
        done
        : > "$1/tinh-$p/ke-hoach/t1/rong.khct"
        printf '\377\376k\000' > "$1/tinh-$p/ke-hoach/t2/la.khct"
    done
}

# A khct on the PATH that, once per test, stops before its work until it is released: so that what
# runs it can be killed on the way, at a moment that is known. $work/held says that it waits.
held_khct() {
    mkdir -p programs
    cat > programs/khct <<P
#!/bin/sh
if mkdir "$work/first" 2> /dev/null; then
    echo "\${HELD_BY:-\$SLURMD_NODENAME} \$\$" > "$work/held.tmp" && mv "$work/held.tmp" "$work/held"
    exec 9< "$work/release" 9<&-
fi
exec "$KHCT" "\$@"
P
    chmod +x programs/khct
    mkfifo release
    PATH=$work/programs:$PATH
    export PATH
}

# until COMMAND...: waits for it, as long as a hang would be
until_true() {
    for try in $(seq 1200); do
        "$@" > /dev/null 2>&1 && return 0
        sleep 0.1
    done
    fail "waited in vain: $*"
    return 1
}
trap 'exit 1' INT TERM HUP # through the trap that cleans up
