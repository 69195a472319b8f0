// Makes utf8proc's tables small: node unicode.mjs UTF8PROC OUT. What khct never asks for is left out
// (compatibility forms, other foldings of case, the direction of writing); the rest lies column by
// column, each number as its distance from the one before, and is laid out when an instance begins.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
const data = readFileSync(join(from, 'utf8proc_data.c'), 'utf8');
const NONE = 0xffff;
const table = (name) => new RegExp(`${name}\\[\\] = \\{([^]*?)\\};`).exec(data)[1];
const numbers = (name) => table(name).match(/\d+/g).map(Number);

// the columns of utf8proc_property_t, as they stand in a row of the source
const COLUMNS = ['category', 'combining_class', '', 'decomp_type', 'decomp_seqindex', '', 'uppercase_seqindex', 'lowercase_seqindex', '', 'comb_index',
    '', 'comp_exclusion', 'ignorable', 'control_boundary', 'charwidth', '', 'boundclass'];
const SEQUENCES = ['decomp_seqindex', 'uppercase_seqindex', 'lowercase_seqindex'];

const names = [...data.matchAll(/UTF8PROC_[A-Z_]*[A-Z0-9]+/g)].map(([name]) => name);
const header = readFileSync(join(from, 'utf8proc.h'), 'utf8');
const known = new Map([['UINT16_MAX', NONE], ['true', 1], ['false', 0],
    ...[...new Set(names)].map((name) => [name, Number(new RegExp(`\\b${name}\\s*=\\s*(\\d+)`).exec(header)[1])])]);
const rows = [...table('utf8proc_properties').matchAll(/\{([^{}]*)\}/g)].map(([, row]) => {
    const words = row.split(',').map((word) => word.trim()).filter((word) => word !== '');
    if (words.length !== COLUMNS.length)
        throw new Error(`utf8proc_data.c has rows of ${words.length} columns`);
    return Object.fromEntries(COLUMNS.map((name, i) => [name, known.get(words[i]) ?? Number(words[i])]));
});
for (const row of rows)
    if (row.decomp_type !== 0)
        row.decomp_seqindex = NONE;

// of the sequences, those that are still named
const all = numbers('utf8proc_sequences'), kept = all.map(() => 0);
const keep = (at, n) => {
    for (; n > 0; n--, at++) {
        kept[at] = all[at];
        if ((all[at] & 0xf800) === 0xd800)
            kept[++at] = all[at];
    }
};
for (const row of rows)
    for (const name of SEQUENCES) {
        const at = row[name] & 0x3fff, n = row[name] >> 14;
        if (row[name] === NONE)
            continue;
        if (name !== 'decomp_seqindex')
            keep(row[name], 1);
        else if (n < 3)
            keep(at, n + 1);
        else {
            kept[at] = all[at];
            keep(at + 1, all[at] + 1);
        }
    }

const bytes = [];
function put(list) {
    let before = 0;
    for (const value of list) {
        const by = ((value - before) << 16) >> 16; // in 16 bits, round the end
        for (let rest = by < 0 ? -2 * by - 1 : 2 * by; ; rest >>>= 7) {
            bytes.push(rest > 127 ? (rest & 127) | 128 : rest);
            if (rest <= 127)
                break;
        }
        before = value;
    }
}
const shorts = { sequences: kept, stage1table: numbers('utf8proc_stage1table'), stage2table: numbers('utf8proc_stage2table'), combinations: numbers('utf8proc_combinations') };
Object.values(shorts).forEach(put);
const fields = COLUMNS.filter((name) => name !== '' && name !== 'decomp_type');
fields.forEach((name) => put(rows.map((row) => row[name])));

mkdirSync(to, { recursive: true });
for (const name of ['utf8proc.c', 'utf8proc.h'])
    copyFileSync(join(from, name), join(to, name));
writeFileSync(join(to, 'utf8proc_data.c'), `/* Made by unicode.mjs. */
${Object.entries(shorts).map(([name, list]) => `static utf8proc_uint16_t utf8proc_${name}[${list.length}];`).join('\n')}
static utf8proc_property_t utf8proc_properties[${rows.length}];
static const unsigned char packed[] = {${bytes.join(',')}};

static unsigned next(const unsigned char **at, unsigned before)
{
    unsigned value = 0, shift = 0, byte;
    do {
        byte = *(*at)++;
        value |= (byte & 127) << shift;
        shift += 7;
    } while (byte > 127);
    return (before + ((value >> 1) ^ (0 - (value & 1)))) & 0xffff;
}

__attribute__((constructor)) static void lay_out(void)
{
    const unsigned char *at = packed;
    unsigned value;
${Object.entries(shorts).map(([name, list]) => `    for (unsigned i = value = 0; i < ${list.length}; i++)\n        utf8proc_${name}[i] = (utf8proc_uint16_t)(value = next(&at, value));`).join('\n')}
${fields.map((name) => `    for (unsigned i = value = 0; i < ${rows.length}; i++)\n        utf8proc_properties[i].${name} = value = next(&at, value);`).join('\n')}
}
`);
