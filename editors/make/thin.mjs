// Notepad++ and nano: they see a line at a time, so their colours are a rough guide.

import { phrases } from './forms.mjs';
import { GENERATED, longestFirst } from './model.mjs';

const declaring = (model) => model.items.filter((row) => model.declares(row));
const fields = (model) => model.items.filter((row) => !model.declares(row));
const long = (row) => row.unmarked.length > 2;

// nano: POSIX extended expressions at the begin of a line or behind `;` and `<`.
export function nano(model) {
    const group = (rows) => longestFirst(rows).flatMap((row) =>
        [...phrases(row.marked).map((one) => one.replace(/ /g, '[[:blank:]]+')), row.unmarked]);
    const line = (rows) => `"(^|[;<>])[[:blank:]]*(${[...new Set(group(rows))].join('|')})([[:blank:]:<]|$)"`;
    return `# ${GENERATED}
syntax khct "\\.khct$"
comment "#"
tabgives "  "
icolor brightblue ${line(fields(model).filter((row) => row.unmarked.length > 1))}
icolor brightmagenta ${line(declaring(model))}
color yellow "(^|[[:blank:](])[0-9]+([./-][0-9]+)*%?"
color brightyellow "[;<>]"
color cyan "^[[:blank:]]*[-–•*+][[:blank:]]"
color red "\\\\[;<>#"\\\\]"
color green start=""""" end="""""
color brightblack "(^|[;<>,])[[:blank:]]*#([[:blank:]].*)?$"
`;
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const STYLES = [
    ['DEFAULT', '000000', 0], ['COMMENTS', '6A737D', 2], ['LINE COMMENTS', '6A737D', 2], ['NUMBERS', '8A4B08', 0],
    ['KEYWORDS1', '8B1A8B', 1], ['KEYWORDS2', '1F4E9E', 0], ['KEYWORDS3', '1F4E9E', 0], ['KEYWORDS4', '8A4B08', 0],
    ['OPERATORS', '7A7A00', 1], ['FOLDER IN CODE1', '7A7A00', 1], ['DELIMITERS1', '2E7D32', 0],
];

// Notepad++: words count anywhere in the text, so marked forms of one word, which are words of prose
// too (tên, số, việc), are left out.
export function notepad(model) {
    const plain = (rows) => rows.filter(long).map((row) => row.unmarked).join(' ');
    const several = (rows) => rows.flatMap((row) => phrases(row.marked)).filter((one) => one.includes(' '));
    const marked = several(model.items).flatMap((one) =>
        [one, one[0].toUpperCase() + one.slice(1), one.toUpperCase()]).map((one) => `"${one}"`).join(' ');
    const lists = {
        Comments: '00# 01 02 03 04', 'Numbers, additional': '', 'Numbers, extras1': '', 'Operators1': ';',
        'Folders in code1, open': '<', 'Folders in code1, middle': '', 'Folders in code1, close': '>',
        Keywords1: plain(declaring(model)), Keywords2: plain(fields(model)), Keywords3: marked,
        Keywords4: plain(model.words), Delimiters: '00""" 01\\ 02""" 03 04 05 06 07 08',
    };
    const keywords = Object.entries(lists).map(([name, text]) => `            <Keywords name="${name}">${escape(text)}</Keywords>`);
    const styles = STYLES.map(([name, colour, font]) =>
        `            <WordsStyle name="${name}" fgColor="${colour}" bgColor="FFFFFF" fontStyle="${font}" nesting="0" />`);
    return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- ${GENERATED} -->
<NotepadPlus>
    <UserLang name="khct" ext="khct" udlVersion="2.1">
        <Settings>
            <Global caseIgnored="yes" allowFoldOfComments="no" foldCompact="no" forcePureLC="0" decimalSeparator="1" />
            <Prefix Keywords1="no" Keywords2="no" Keywords3="no" Keywords4="no" Keywords5="no" Keywords6="no" Keywords7="no" Keywords8="no" />
        </Settings>
        <KeywordLists>
${keywords.join('\n')}
        </KeywordLists>
        <Styles>
${styles.join('\n')}
        </Styles>
    </UserLang>
</NotepadPlus>
`;
}

// Notepad++'s completion: every keyword in both forms, sorted as it demands.
export function completion(model) {
    const names = [...new Set(model.keywords.flatMap((row) => [row.unmarked, ...phrases(row.marked)]))]
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- ${GENERATED} -->
<NotepadPlus>
    <AutoComplete language="khct">
        <Environment ignoreCase="yes" />
${names.map((name) => `        <KeyWord name="${escape(name)}" />`).join('\n')}
    </AutoComplete>
</NotepadPlus>
`;
}
