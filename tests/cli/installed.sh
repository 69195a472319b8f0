#!/bin/sh
# What `make install` brings and `make uninstall` takes away: manual pages that the formatter has no
# complaint of and that name every option, completions that their shells read and that offer every
# option and value. Run from the project's directory: installed.sh KHCT
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
make="make --no-print-directory -s B=${B:-build}"
there=$work/there
ok install $make install DESTDIR="$there" prefix=/usr
for file in bin/khct share/man/man1/khct.1 share/man/vi/man1/khct.1 share/man/man5/khct-language.5 \
    share/man/vi/man5/khct-language.5 share/bash-completion/completions/khct share/zsh/site-functions/_khct \
    share/fish/vendor_completions.d/khct.fish share/vim/vimfiles/syntax/khct.vim share/nano/khct.nanorc \
    share/emacs/site-lisp/khct/khct-mode.el share/org.kde.syntax-highlighting/syntax/khct.xml \
    share/mime/packages/khct.xml share/icons/hicolor/scalable/mimetypes/text-x-khct.svg \
    share/khct/stdlib/mau/bieu2_tt57.khct share/khct/examples/thcs-mot-nam.khct share/doc/khct/README.md; do
    [ -s "$there/usr/$file" ] && passed=$((passed + 1)) || fail "not installed: $file"
done
ok 'it runs' "$there/usr/bin/khct" check -q "$there/usr/share/khct/examples/thcs-mot-nam.khct"
ok 'MIME type' xmllint --noout "$there/usr/share/mime/packages/khct.xml"
ok 'icon' xmllint --noout "$there/usr/share/icons/hicolor/scalable/mimetypes/text-x-khct.svg"

# --- manual pages ---
for page in man1/khct.1 man5/khct-language.5 vi/man1/khct.1 vi/man5/khct-language.5; do
    LC_ALL=C.UTF-8 man --warnings -E UTF-8 -Tutf8 -l "$there/usr/share/man/$page" >"$work/page" 2>"$work/complaints"
    [ -s "$work/complaints" ] && { cp "$work/complaints" "$err"; fail "man complains of $page"; } || passed=$((passed + 1))
    [ -s "$work/page" ] && passed=$((passed + 1)) || fail "empty page: $page"
done
for lang in vi en; do
    page=$there/usr/share/man/man1/khct.1
    [ $lang = vi ] && page=$there/usr/share/man/vi/man1/khct.1
    LC_ALL=C.UTF-8 MANWIDTH=200 man -E UTF-8 -Tutf8 -l "$page" 2>/dev/null | col -bx >"$work/page"
    for command in $("$KHCT" --help --lang en | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p'); do
        grep -q "khct $command" "$work/page" && passed=$((passed + 1)) || fail "$lang: $command is not in the manual"
        for option in $("$KHCT" "$command" --help --lang en | sed -n 's/^  \(-[^ ]*\).*/\1/p' | tr -d ,); do
            grep -q -e "$option" "$work/page" && passed=$((passed + 1)) || fail "$lang: $command $option is not in the manual"
        done
    done
done

# --- completions ---
cat >"$work/ask.sh" <<'P'
. "$1/usr/share/bash-completion/completions/khct"
compopt() { :; }
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_khct
printf '%s\n' "${COMPREPLY[@]}"
P
offers() { # WHAT WORDS... : the last command line is completed with it
    want=$1
    shift
    if bash "$work/ask.sh" "$there" "$@" 2>"$err" | grep -qxF -e "$want"; then passed=$((passed + 1)); else fail "bash: $* does not offer $want"; fi
}
for command in $("$KHCT" --help --lang en | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p'); do
    offers "$command" khct ''
    for option in $("$KHCT" "$command" --help --lang en | sed -n 's/^  \(-[^ ]*\).*/\1/p' | tr -d ,); do
        case $option in --*) offers "$option" khct "$command" -- ;; esac
    done
done
offers docx khct build -t ''
offers bieu2_tt57 khct new --mau ''
offers thcs khct new --cap ''
offers tt18_2018 khct danhmuc ''
offers KH2003 khct explain ''
offers error=KH2003 khct check -W ''
offers sarif khct check --format ''
ok 'bash reads it' bash -n "$there/usr/share/bash-completion/completions/khct"
if command -v zsh >/dev/null; then ok 'zsh reads it' zsh -n "$there/usr/share/zsh/site-functions/_khct"; fi
if command -v fish >/dev/null; then
    ok 'fish reads it' fish -n "$there/usr/share/fish/vendor_completions.d/khct.fish"
    fish -c "source '$there/usr/share/fish/vendor_completions.d/khct.fish'; complete -C 'khct build -t '" >"$out" 2>"$err"
    says -o docx
fi

# --- and away again ---
touch "$there/usr/share/khct/mine"
ok uninstall $make uninstall DESTDIR="$there" prefix=/usr
[ "$(find "$there" -type f)" = "$there/usr/share/khct/mine" ] && passed=$((passed + 1)) || fail 'uninstall leaves files, or takes one that is not its own'
[ -d "$there/usr/bin" ] && passed=$((passed + 1)) || fail 'uninstall takes a folder that is not its own'

# --- version, archive ---
ok version "$KHCT" --version --lang en
grep -qx 'khct [0-9.]* (JSON [0-9.]*, library [0-9a-f]\{12\})' "$out" && passed=$((passed + 1)) || fail 'version'
if [ -d .git ] || [ -f .git ]; then
    ok 'archive' $make dist
    archive=$(cat "$out")
    cp "$archive" "$work/one.tar.gz"
    ok 'archive again' $make dist
    ok 'the same bytes' cmp "$work/one.tar.gz" "$archive"
    tar tzf "$archive" >"$work/list"
    grep -q '/Makefile$' "$work/list" && ! grep -q 'node_modules' "$work/list" && passed=$((passed + 1)) || fail 'what is in the archive'
fi
finish
