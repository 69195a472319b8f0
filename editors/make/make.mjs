// Writes the editors' files that hold the vocabulary.
//   node make.mjs VOCABULARY.json DIRECTORY            writes them
//   node make.mjs --check VOCABULARY.json DIRECTORY    says which are stale; exit 1 where one is

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emacs } from './emacs.mjs';
import { kate } from './kate.mjs';
import { model } from './model.mjs';
import { snippets } from './snippets.mjs';
import { textmate } from './textmate.mjs';
import { completion, nano, notepad } from './thin.mjs';
import { vim } from './vim.mjs';

const FILES = {
    'vscode/syntaxes/khct.tmLanguage.json': textmate,
    'vscode/snippets/khct.json': snippets,
    'emacs/khct-words.el': emacs,
    'kate/khct.xml': kate,
    'nano/khct.nanorc': nano,
    'notepadplusplus/khct.udl.xml': notepad,
    'notepadplusplus/autoCompletion/khct.xml': completion,
    'vim/autoload/khct/words.vim': vim,
};

const read = (file) => {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return '';
    }
};

const args = process.argv.slice(2);
const check = args[0] === '--check';
const [table, directory] = check ? args.slice(1) : args;
const vocabulary = model(JSON.parse(readFileSync(table, 'utf8')));
let stale = 0;
for (const [name, make] of Object.entries(FILES)) {
    const file = join(directory, name);
    const text = make(vocabulary);
    if (read(file) === text)
        continue;
    stale++;
    if (check) {
        console.error(`stale: ${name} (run \`make editors\`)`);
    } else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        console.log(`wrote ${name}`);
    }
}
process.exitCode = check && stale > 0 ? 1 : 0;
