#!/bin/sh
# Every row of options.def: its command's help has it in both languages; a value that is none of its good
# ones, and no value at all, are wrong use, and the message lists the good ones.
. "$(dirname "$0")/lib.sh"

cp "$root/examples/thcs-mot-nam.khct" a.khct
cat > rows.py <<'END'
import re, subprocess, sys
src = sys.argv[1]
lists = subprocess.run(["sh", "src/main/lists.sh"], cwd=src + "/../..", capture_output=True, text=True, check=True).stdout
lists = dict(re.findall(r'#define (KHCT_\w+_NAMES) (".*")', lists))
commands = re.findall(r'^KHCT_COMMAND\((\w+), "([^"]*)"', open(src + "/commands.def", encoding="utf-8").read(), re.M)
for row in re.findall(r"^KHCT_OPTION\((.*)\)$", open(src + "/options.def", encoding="utf-8").read(), re.M):
    name, letter, on = re.match(r'\w+, "([^"]*)", ([^,]*), ((?:ON\(\w+\)(?: \| )?)+|ALL),', row).groups()
    row = re.sub(r"KHCT_\w+_NAMES", lambda m: lists[m[0]], row).replace('" "', "")
    texts = re.findall(r'"((?:[^"\\]|\\.)*)"', row)[1:]
    value, choices, good = texts[0], texts[2], texts[3]
    option = "--" + name if name else "-" + letter.strip("'")
    for id, command in commands:
        if on == "ALL" or f"ON({id})" in on:
            print("\t".join([command, option, "value" if value or choices else "-", choices.replace("|", " ") or good.split(";")[0].split(",")[0] or "-"]))
END
python3 rows.py "$root/src/main" > rows
for id in $(sed -n 's/^KHCT_OPTION(\([A-Z_]*\),.*/\1/p' "$root/src/main/options.def"); do
    # the language server takes --stdio for the sake of editors that give it
    [ "$id" = STDIO ] || grep -q "KHCT_OPT_$id\b" "$root"/src/main/*.c ||
        fail "the option $id has a row in options.def, and no file of src/main takes it: a user's option would do nothing"
done
for command in $(sed -n 's/^KHCT_COMMAND([a-z_]*, "\([a-z-]*\)".*/\1/p' "$root/src/main/commands.def"); do
    grep -qrE "(KHCT\"?|khct) $command\b" "$root/tests" --include='*.sh' --include='*.py' --include='*.mjs' ||
        fail "the command $command has a row in commands.def, and no test runs it"
done
[ "$(wc -l < rows)" -gt 100 ] || fail "only $(wc -l < rows) rows"
while IFS=$(printf '\t') read -r command option takes good; do
    for language in vi en; do
        [ -s "help.$command.$language" ] || "$KHCT" "$command" --help --lang $language > "help.$command.$language"
        grep -q -e "^ .*$option\\b" "help.$command.$language" || fail "the help of $command in $language does not have $option"
    done
    [ "$takes" = value ] || continue
    status 2 "$command $option without a value" "$KHCT" "$command" --lang vi "$option"
    says "\`$option\`"
    # some values can be anything, and files are looked for later
    case $option:$good in *:-|-o:*|--path:*|--mau:*|--cap:*|--files-from:*|--danhsachtruong:*|--cache:*) continue ;; esac
    status 2 "$command $option khongco" "$KHCT" "$command" --lang vi "$option" khongco a.khct
    for word in $good; do says "$word"; done
done < rows

status 2 "a command that is none" "$KHCT" --lang vi
status 2 "a command that is none" "$KHCT" chek a.khct
for command in check build fmt fix new status diff merge report danhmuc rate explain schema lsp; do says $command; done
status 2 "an option that is none before the command" "$KHCT" --lan vi check a.khct
says '`--lan`'
status 2 "a catalogue that is none" "$KHCT" danhmuc --lang vi tt57
says 'tt57_2026_mamnon, tt57_2026_phothong'
says_not tieuchi
status 2 "a catalogue that is none, and a criterion" "$KHCT" danhmuc --lang vi tt57 1.1
says '`tt57`'
status 2 "a criterion that is none" "$KHCT" danhmuc --lang vi tt57_2026_gdtx 9.9
says '`9.9`; dùng được: 1.1, 1.2'
status 2 "a document that is none" "$KHCT" danhmuc --lang vi vanban khongco
says '`khct danhmuc vanban`'
status 2 "several files into a file" "$KHCT" build --lang vi -t html -o x.html a.khct a.khct
says 'không phải thư mục'
finish
