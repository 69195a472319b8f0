#!/bin/sh
# Every call to the system made to fail once: run.sh KHCT FAIL.SO DRIVE
#
# Whatever fails, khct ends with an exit status of its own, says something when it is not success,
# leaves an output as it was or whole, leaves no temporary file and gives all memory back.
set -u
khct=$(realpath "$1") library=$(realpath "$2") drive=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$library" "$work/.fail.so" # LD_PRELOAD takes no path with a blank
library=$work/.fail.so
cd "$work" || exit 1
cat > plan.khct <<'P'
dung danhmuc tt18_2018;
dung "roles.khct";
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND xã; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng; namhoc 2023-2024; >
hientrang namhoc 2022-2023 < muc 2 1.1 - 5.6; >
tieuchi 1.1 muc 3 < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 9/2023; kinhphi 3 triệu đồng; >
noinhan < noi Lưu: VT; >
chuky < chucvu Hiệu trưởng; >
P
echo 'vaitro TTX Tổ trồng cây;' > roles.khct
failed=0

# The file that the command may write; it is as it was, or as it is when nothing fails.
changes=out

# each NAME COMMAND...
each() {
    name=$1
    shift
    PATH=${path:-$PATH} "$drive" "$library" "$name" "${step:-1}" "$changes" "$@" || failed=$((failed + 1))
}

mkdir bin tmp
printf '#!/bin/sh\necho made > plan.pdf\n' > bin/pdflatex
chmod +x bin/pdflatex
export TMPDIR="$work/tmp" XDG_CACHE_HOME=/dev/null
cp plan.khct plan.before
: > err; : > stdout; : > log; : > out
each check "$khct" check plan.khct
for form in html json latex csv docx xlsx; do
    each "build -t $form" "$khct" build -t $form -o out plan.khct
done
path=$work/bin # no other engine
each "build -t pdf" "$khct" build -t pdf -o out plan.khct
# with a format that is kept, made anew each time
printf '#!/bin/sh\necho made > plan.pdf; echo made > plan.fmt; echo INPUT /bin/sh >plan.fls\n' > bin/pdflatex
XDG_CACHE_HOME=$(mktemp -d -p /tmp)
each "build -t pdf, with a format" "$khct" build -t pdf -o out plan.khct
rm -r "$XDG_CACHE_HOME"
XDG_CACHE_HOME=/dev/null
path=
each fmt "$khct" fmt plan.khct
mkdir bin/thu
cp plan.khct roles.khct bin/thu
each "check of a folder" "$khct" check bin/thu
changes=plan.khct
each "fmt -i" "$khct" fmt -i plan.khct
ln plan.khct bin/second # so that its bytes are replaced, not the file
each "fmt -i, of two names" "$khct" fmt -i plan.khct
rm bin/second
cp plan.khct plan.before
sed -i 's/14.KH-THCSHS/5 \/KH-THCSHS/' plan.before # what `fix` mends
each fix "$khct" fix plan.khct
changes=out
each rate "$khct" rate plan.khct
each status "$khct" status --on 1/10/2023 plan.khct
each "report -t xlsx" "$khct" report -t xlsx plan.khct roles.khct
each danhmuc "$khct" danhmuc tt18_2018 1.7
each new "$khct" new --cap thcs -
printf 'KẾ HOẠCH\n\nTT\tTiêu chí\tGiải pháp\tThời gian\n1\t1.1\tTrồng cây\tTháng 9\n' > bin/plan.txt
each import "$khct" import -o - bin/plan.txt
"$khct" build -q -t docx -o bin/plan.docx plan.khct
each "import of docx" "$khct" import -o - bin/plan.docx
step=11 # what these call is called by the others too; a call in so many is enough
each "build -t docx --kemnguon" "$khct" build -t docx --kemnguon -o out plan.khct
sed '/^dung "/d' plan.khct >bin/one.khct
"$khct" build -q -W no-error -t docx --kemnguon -o bin/one.docx bin/one.khct 2>/dev/null
each "import of a source" "$khct" import -o - bin/one.docx
(cd bin && python3 -c 'import zipfile
with zipfile.ZipFile("one.docx") as old, zipfile.ZipFile("edited.docx", "w") as new:
    for name in old.namelist():
        text = old.read(name)
        if name.endswith("document.xml"):
            for a, b in (("Trồng cây", "Trồng hoa"), ("Tiêu chí 1.1", "Tiêu chí 1.2"), ("09/2023", "10/2023")):
                text = text.replace(a.encode(), b.encode()) # the second one is not to be taken
        new.writestr(name, text)')
each "import --laysua" "$khct" import --laysua -o - bin/edited.docx
echo "failure: $failed commands with faults"
[ $failed = 0 ]
