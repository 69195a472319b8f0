// The plans that the editors' colours are tested with.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export function plans(folder) {
    return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.khct')).sort()
        .map((name) => join(folder, name));
}

// All that parse: examples, library, and the samples but the one with mistakes, which a parser
// mends and colours need not.
export function sound(root) {
    return ['examples', 'stdlib', 'tests/editors/samples'].flatMap((folder) => plans(join(root, folder)))
        .filter((name) => !name.endsWith('quen-dau.khct'));
}
