#!/bin/sh
# --cache: the bytes of a run without it, whatever has changed meanwhile; and it is used.
. "$(dirname "$0")/../cli/lib.sh"

mkdir in
cp "$root"/examples/*.khct in
cp -R "$root"/examples/hai-tep in
cp in/thcs-mot-nam.khct in/twin.khct
: > in/empty.khct
head -c 3000 in/thcs-nam-nam.khct > in/cut.khct
echo 'dung "khong-co.khct"; kehoach < so 1/KH; >' > in/lacks.khct

# both WHAT OPTION...: with and without the cache
both() {
    what=$1
    shift
    rm -rf plain cached
    status 1 "$what: without" "$KHCT" report --lang vi -o plain/ "$@" in
    cp "$err" plain.err
    status 1 "$what: with" "$KHCT" report --lang vi -o cached/ --cache keep "$@" in
    same plain.err "$err"
    diff -r plain cached > "$out" || fail "$what: other tables"
}

both "first" --on 2026-01-15
kept=$(find keep -type f | wc -l)
[ "$kept" -gt 8 ] || fail "$kept plans are kept"
both "again" --on 2026-01-15
[ "$(find keep -type f | wc -l)" = "$kept" ] || fail "the second run keeps more"
both "several at a time" --on 2026-01-15 -j3
both "another day" --on 2027-01-15
both "another severity" --on 2026-01-15 -W error
sed 's/Bến Lụa/Bến Chài/' in/twin.khct > new && mv new in/twin.khct
both "a plan that has changed" --on 2026-01-15
for part in in/hai-tep/*.khct; do
    [ "$part" = in/hai-tep/ke-hoach.khct ] || echo 'viettat KTX ký túc xá; vaitro TQ1 Thủ quỹ một;' >> "$part"
done
both "a file that a plan takes in" --on 2026-01-15
echo 'vaitro HTX Hiệu trưởng xa;' > in/khong-co.khct
both "a file that was not there" --on 2026-01-15
status 1 "pages" "$KHCT" report -q -t html -o pages/ --cache keep in
status 1 "pages again" "$KHCT" report -q -t html -o pages2/ --cache keep in
diff -r pages pages2 > "$out" || fail "other pages"
# it is used: what stands in an entry comes out
for entry in keep/*/*; do sed 's/Nắng Ban Mai/Gió Ban Mai!!/' "$entry" > new && mv new "$entry"; done
status 1 "used" "$KHCT" report -q --lang vi -o cached/ --cache keep --on 2026-01-15 in
grep -q 'Gió Ban Mai!!' cached/ke_hoach.csv || fail "the cache is not used"
# spoiled entries are passed over
for entry in keep/*/*; do head -c 100 "$entry" > new && mv new "$entry"; done
both "spoiled entries" --on 2026-01-15
status 2 "nothing to keep for" "$KHCT" report --cache keep in
status 3 "no folder" "$KHCT" report -o cached/ --cache in/twin.khct/keep in
finish
