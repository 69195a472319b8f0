#!/bin/sh
# khct new: for each form and school type a plan that checks without errors.
. "$(dirname "$0")/lib.sh"

made=0
for form in cv5932 nam10cot giaidoan5cot bieu2_tt57; do
    for type in mamnon tieuhoc thcs thpt gdtx; do
        case $form-$type in *-gdtx) [ "$form" = bieu2_tt57 ] || continue ;; esac
        ok "new $form $type" "$KHCT" new --mau $form --cap $type "$form-$type.khct"
        ok "check $form $type" "$KHCT" check "$form-$type.khct"
        says KH1012
        sed 's/([Đđ]iền [^)]*)/Lời của trường/' "$form-$type.khct" > filled.khct
        ok "filled in $form $type" "$KHCT" check filled.khct
        says_not KH1012
        made=$((made + 1))
    done
done
[ $made = 17 ] || fail "17 plans expected, $made made"

status 2 "a form that is not there" "$KHCT" new --mau abc x.khct
[ ! -e x.khct ] || fail "left a file behind"
status 2 "a school type that the form has not" "$KHCT" new --mau cv5932 --cap gdtx x.khct
ok "a school year by --on" "$KHCT" new --on 20/8/2027 y.khct
grep -q 'namhoc   2027-2028' y.khct || fail "the year is not taken from --on"
status 2 "an existing file is not replaced" "$KHCT" new y.khct
ok "to standard output" "$KHCT" new -
finish
