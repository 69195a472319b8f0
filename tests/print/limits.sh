#!/bin/sh
# What is too long for print (docs/limits.md): limits.sh KHCT
# At some ten times what people write it is all on paper; past its place it is refused in the plan's
# words, at its line, within seconds; nothing runs off a page or is lost.
khct=$(realpath "$1") || exit 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 3
export XDG_CACHE_HOME="$work"
status=0
cat > make.py <<'P'
import sys
HEAD = """dung danhmuc tt17_2018;
dung mau %(form)s;
truong < ten %(name)s; cap tieuhoc; captren UBND xã; diadanh Núi Cao; >
kehoach < so %(number)s; ngay 04/02/2024; trichyeu Cải tiến; namhoc 2023-2024; >
phan mucdich < doan %(text)s; >
"""
GIVEN = {"form": "cv5932", "name": "Trường Tiểu học Suối Mây", "number": "05/KH-SM", "text": "Một"}
WORDS = "nhà trường tổ chức rà soát kết quả "


def plan(more="", **other):
    return HEAD % {**GIVEN, **other} + more


def cell(text):
    return plan("tieuchi 1.1 muc 2 <\n  giaiphap %s;\n  chutri Hiệu trưởng;\n>\n" % text)


def tasks(count, form="cv5932"):
    one = "  viec <\n    noidung Việc %%d;\n    giaiphap %s;\n  >\n" % (WORDS * 3)
    return plan("tieuchi 1.1 muc 2 <\n" + "".join(one % i for i in range(count)) + ">\n", form=form)


def end(recipients=1, signatures=1, name="Nguyễn Văn Mẫu"):
    return plan("noinhan <\n" + "".join("  noi Đơn vị %d;\n" % i for i in range(recipients)) + ">\n" +
                "".join("chuky Ký %d <\n  chucvu Hiệu trưởng;\n  hoten %s;\n>\n" % (i, name) for i in range(signatures)))


PLANS = {
    "o": lambda: cell(WORDS * 800), "o-rat-lon": lambda: cell(WORDS * 9000),
    "so": lambda: cell("1" * 20000), "so-lon": lambda: cell("1" * 300000), "dau": lambda: cell('"' + "=" * 20000 + '"'),
    "dau-lon": lambda: cell('"' + "+=*!" * 40000 + '"'), "tu": lambda: plan(text="a" * 200000),
    "viec": lambda: tasks(1500), "viec-tieu-chuan": lambda: tasks(400, "nam10cot"),
    "noi": lambda: end(1500), "ky": lambda: end(1, 60), "ho-ten-lon": lambda: end(name=WORDS * 100),
    "so-rat-lon": lambda: plan(number="7" * 10000), "ten-lon": lambda: plan(name=WORDS * 200), "so-hieu-lon": lambda: plan(number="05/KH-" + "THSM" * 1000),
}
sys.stdout.write(PLANS[sys.argv[1]]())
P
fail() {
    echo "FAIL $(basename "$0"): $*"
    status=1
}
printed() { # NAME WORD COUNT: all of it is on paper
    python3 make.py "$1" > "$1.khct"
    timeout 300 "$khct" build -q -t pdf -o "$1.pdf" "$1.khct" 2>err || { fail "$1: $(head -n 3 err)"; return; }
    found=$(pdftotext -layout "$1.pdf" - | tr -d ' \n\f' | grep -oF -- "$2" | wc -l)
    [ "$found" -ge "$3" ] || fail "$1: “$2” $found times, not $3"
}
refused() { # NAME LINE
    python3 make.py "$1" > "$1.khct"
    timeout 300 "$khct" build -q -t pdf -o "$1.pdf" "$1.khct" 2>err
    is=$?
    [ $is = 3 ] || fail "$1: exit status $is: $(pdfinfo "$1.pdf" 2>/dev/null | grep Pages)"
    grep -q 'KH9005.*dài quá chỗ' err && grep -qF "$1.khct:$2:" err || fail "$1: $(head -n 2 err)"
}
printed o ràsoát 790
refused o-rat-lon 7
printed so 1 20000
refused so-lon 7
printed dau = 20000
refused dau-lon 7
printed tu aaaaaa 30000
printed viec Việc 1500
printed viec-tieu-chuan Việc 400
printed noi Đơnvị 1500
printed ky NguyễnVănMẫu 60
refused ho-ten-lon 9
refused ten-lon 3
refused so-hieu-lon 4
refused so-rat-lon 4 # so wide that TeX cannot count it
exit $status
