#!/bin/sh
# Installs khct, or takes it away again: install.sh install|uninstall. B, DESTDIR, bindir, datadir,
# mandir and docdir stand in the environment.
set -eu

# MODE SOURCE DESTINATION, one file a line
files() {
    echo "755 $B/khct $bindir/khct"
    echo "644 $B/man/man1/khct.1 $mandir/man1/khct.1"
    echo "644 $B/man/man5/khct-language.5 $mandir/man5/khct-language.5"
    echo "644 $B/man/vi/man1/khct.1 $mandir/vi/man1/khct.1"
    echo "644 $B/man/vi/man5/khct-language.5 $mandir/vi/man5/khct-language.5"
    echo "644 $B/completions/khct.bash $datadir/bash-completion/completions/khct"
    echo "644 $B/completions/_khct $datadir/zsh/site-functions/_khct"
    echo "644 $B/completions/khct.fish $datadir/fish/vendor_completions.d/khct.fish"
    echo "644 .packaging/khct.mime.xml $datadir/mime/packages/khct.xml"
    echo "644 .packaging/text-x-khct.svg $datadir/icons/hicolor/scalable/mimetypes/text-x-khct.svg"
    for part in autoload compiler ftdetect ftplugin indent syntax lua; do
        find "editors/vim/$part" -type f | while read -r file; do
            echo "644 $file $datadir/vim/vimfiles/${file#editors/vim/}"
            echo "644 $file $datadir/nvim/site/${file#editors/vim/}"
        done
    done
    for file in editors/emacs/*.el; do echo "644 $file $datadir/emacs/site-lisp/khct/${file##*/}"; done
    echo "644 editors/nano/khct.nanorc $datadir/nano/khct.nanorc"
    echo "644 editors/kate/khct.xml $datadir/org.kde.syntax-highlighting/syntax/khct.xml"
    find editors/notepadplusplus -type f | while read -r file; do
        echo "644 $file $datadir/khct/$file"
    done
    find examples stdlib -type f -not -name '*.sh' | while read -r file; do echo "644 $file $datadir/khct/$file"; done
    for file in README.md LICENSE CHANGELOG.md $(find docs -maxdepth 2 -type f -not -path 'docs/make/*'); do
        echo "644 $file $docdir/${file#docs/}"
    done
}

# Removes an empty folder and those above it, up to the one called khct.
clear() {
    folder=$1
    while rmdir "$DESTDIR$folder" 2>/dev/null; do
        case ${folder##*/} in khct) return ;; esac
        folder=${folder%/*}
    done
}

case $1 in
install)
    files | LC_ALL=C sort -k 3 | while read -r mode source destination; do
        install -D -m "$mode" "$source" "$DESTDIR$destination"
    done
    ;;
uninstall)
    files | while read -r _ _ destination; do
        rm -f "$DESTDIR$destination"
        case $destination in # only folders that are khct's own, when nothing is left in them
        */khct/*) clear "${destination%/*}" ;;
        esac
    done
    ;;
*)
    echo 'install.sh install|uninstall' >&2
    exit 2
    ;;
esac
