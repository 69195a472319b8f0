#!/bin/sh
# What a file keeps that is replaced, and which files are not (docs/reliability.md).
. "$(dirname "$0")/lib.sh"
export LC_ALL=C
chmod 755 "$work"
umask 022

# each command that writes to a file that is there, with $1 in its place
written() { # FILE: what was done to it
    case $way in
    fix) "$KHCT" fix -q "$1" ;;
    fmt)
        "$KHCT" fmt -i "$1"
        code=$?
        [ $code = 1 ] || return $code # a sign is missing, which fmt puts in and says
        ;;
    build) "$KHCT" build -q -t khct -o "$1" "$work/source.json" ;;
    esac
}
"$KHCT" build -q -t json -o source.json "$root/examples/mam-non-mot-nam.khct"

fixable() { printf '\n\ntruong  <\n  ten T\n  cap   thcs;\n>\n' > "$1"; }

# a part of the plan is named as it is in remarks
mkdir phan
printf 'dung "vaitro.khct";\ntruong <\n  ten T;\n  cap thcs;\n>\n' > phan/a.khct
printf 'vaitro TK Thư ký\n' > phan/vaitro.khct
chmod 0444 phan/vaitro.khct
status 3 "fix, a part that is read-only" "$KHCT" fix -q phan/a.khct
says '`phan/vaitro.khct`'
says_not "$work/"
rm -rf phan

for way in fix fmt build; do
    # the mode, without the bits that lend rights
    for mode in 0600 0640 0664 0755 4755 2755 6711 1644; do
        fixable a.khct
        chmod $mode a.khct
        cp a.khct before
        ok "$way, mode $mode" written a.khct
        cmp -s a.khct before && fail "$way changed nothing"
        [ "$(stat -c %a a.khct)" = "$(printf '%o' $((0$mode & 0777)))" ] ||
            fail "$way makes $mode $(stat -c %a a.khct)"
    done
    # a file that may only be read, by the superuser too
    fixable a.khct
    chmod 0444 a.khct
    cp a.khct before
    status 3 "$way, read-only" written a.khct
    says KH8006
    says '`a.khct`' # as it was given, and not where it stands on the machine
    says_not "$work/"
    same a.khct before
    ln -s a.khct third.khct
    status 3 "$way, read-only, by a link" written third.khct
    says '`third.khct`'
    says_not "$work/"
    rm third.khct
    # all names of a file, and a link
    rm -f a.khct before
    fixable a.khct
    ln a.khct second.khct
    ln -s a.khct third.khct
    ok "$way, two names" written a.khct
    same a.khct second.khct
    fixable a.khct
    ok "$way, by a link" written third.khct
    [ -L third.khct ] || fail "$way puts a file in a link's place"
    same a.khct second.khct
    [ "$(ls | tr '\n' ' ')" = "a.khct second.khct source.json third.khct " ] || fail "$way leaves $(ls)"
    rm -f ./*.khct
    # a link out of the folder, for an output
    mkdir home elsewhere
    fixable elsewhere/a.khct
    cp elsewhere/a.khct before
    ln -s ../elsewhere/a.khct home/away.khct
    if [ $way = build ]; then
        status 3 "build, a link out of the folder" written home/away.khct
        says KH8006
        same elsewhere/a.khct before
        ln -sf nothing home/away.khct
        status 3 "build, a link to nothing" written home/away.khct
    else
        ok "$way, a link out of the folder is the file" written home/away.khct
        [ -L home/away.khct ] || fail "$way puts a file in a link's place"
        cmp -s elsewhere/a.khct before && fail "$way wrote elsewhere"
    fi
    rm -rf elsewhere home before
    # extended attributes and access lists
    if command -v python3 >/dev/null && fixable a.khct && python3 - a.khct 2>/dev/null <<'P'
import os, struct, sys
os.setxattr(sys.argv[1], 'user.truong', b'ghi')
entries = [(1, 6, 0xffffffff), (2, 6, 65534), (4, 4, 0xffffffff), (16, 6, 0xffffffff), (32, 0, 0xffffffff)]
os.setxattr(sys.argv[1], 'system.posix_acl_access', struct.pack('<I', 2) + b''.join(struct.pack('<HHI', *e) for e in entries))
P
    then
        list() { python3 -c 'import os; print([(n, os.getxattr("a.khct", n)) for n in sorted(os.listxattr("a.khct"))], oct(os.stat("a.khct").st_mode))'; }
        before=$(list)
        ok "$way, attributes" written a.khct
        [ "$(list)" = "$before" ] || fail "$way: attributes were $before, are $(list)"
    fi
    rm -f a.khct
done

# what git merges by lines, as a version is broken: no bit that lends rights goes on
if command -v git >/dev/null; then
    printf 'truong <\n  ten T\n  cap thcs;\n>\n' >base.khct
    sed 's/ten T/ten T2/' base.khct >theirs.khct
    cp base.khct ours.khct
    chmod 6755 ours.khct
    code=0
    "$KHCT" merge base.khct ours.khct theirs.khct 2>err || code=$?
    [ $code -le 1 ] || fail "merge ends with $code"
    grep -q 'ten T2' ours.khct || fail "merge loses their side"
    [ "$(stat -c %a ours.khct)" = 755 ] || fail "merge, mode 6755: $(stat -c %a ours.khct)"
    rm -f base.khct theirs.khct ours.khct
fi

# a folder from which nothing can be taken again, not even the name of a temporary file
mkdir takes
fixable takes/a.khct
if chattr +a takes 2>/dev/null; then
    status 3 "fmt -i, a folder that only takes" "$KHCT" fix takes/a.khct
    says KH8006
    [ "$(ls takes)" = a.khct ] || fail "left behind: $(ls takes)"
    ok "a new file in such a folder" "$KHCT" build -q -t khct -o takes/new.khct source.json
    [ "$(ls takes | tr '\n' ' ')" = "a.khct new.khct " ] || fail "left behind: $(ls takes)"
    chattr -a takes
fi
rm -rf takes

# not text
printf '\n\ntruong  <\n  ten T\n  cap   thcs;\n>\n\000' > nul.khct
printf 'truong  <\n  ten T\377\n  cap   thcs;\n>\n\ntruong <\n ten T\n  cap thcs;\n>\n' > byte.khct
for file in nul.khct byte.khct; do
    cp $file before
    status 1 "fix, $file" "$KHCT" fix $file
    says KH8006
    status 1 "fmt -i, $file" "$KHCT" fmt -i $file
    same $file before
done

# owners: another user writes where the folder lets him
if [ "$(id -u)" = 0 ] && setpriv --reuid=12345 --regid=12345 --clear-groups true 2>/dev/null; then
    as() { setpriv --reuid="$1" --regid="$2" --groups="$3" "$KHCT" fix -q a.khct; }
    mkdir shared
    chgrp 30000 shared
    chmod 0770 shared
    cd shared || exit 1
    case $(stat -c %A "$(dirname "$KHCT")") in *x) ;; *) fail "others cannot run $KHCT" ;; esac
    who() { # WHAT WANTED
        [ "$(stat -c '%u:%g %a' a.khct)" = "$2" ] && grep -q 'ten T;' a.khct || fail "$1: $(stat -c '%u:%g %a' a.khct)"
        [ "$(ls)" = a.khct ] || fail "$1 leaves $(ls)"
    }
    fixable a.khct
    chown 12345:30000 a.khct
    chmod 6775 a.khct
    ok "the superuser" "$KHCT" fix -q a.khct
    who "the superuser" "12345:30000 775"
    fixable a.khct
    chown 0:30000 a.khct
    chmod 0660 a.khct
    ok "a colleague" as 12345 12345 30000
    who "a colleague" "0:30000 660"
    fixable a.khct
    chown 12346:30000 a.khct
    chmod 0644 a.khct
    status 3 "a colleague who may not write" as 12345 12345 30000
    says KH8006
    ln a.khct ../second.khct
    chmod 0666 a.khct
    status 3 "a colleague's file of two names" as 12345 12345 30000
    says KH8006
    cd ..
fi
finish
