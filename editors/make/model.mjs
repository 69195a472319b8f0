// The vocabulary table as the makers of the editors' files want it.

// What the table does not say: the words that a value of a type, or a heading's shape, may hold.
const TYPE_WORDS = {
    SCHOOL_TYPES: ['MAMNON', 'TIEUHOC', 'THCS', 'THPT', 'GDTX'],
    OWNERSHIP: ['CONGLAP', 'DANLAP', 'TUTHUC'],
    PERIOD: ['DEN'],
    AIM: ['MUC', 'DEN', 'NAMHOC'],
    LEVEL_LIST: ['CAONHAT', 'TATCA'],
    DISPLAY: ['BANG', 'SOLUONG'],
    PROGRESS: ['HOANTHANH', 'DANGTHUCHIEN', 'CHUATHUCHIEN'],
    BASIS: ['NGAY', 'CUA', 'VE', 'BANHANH'],
    USE: ['DANHMUC', 'MAU', 'VANBAN'],
    ROLE: ['GOM'],
    ALLOWANCE: ['TIEUCHI'],
    RULE: ['MUC', 'TATCA', 'KHOAN'],
};
const HEADING_WORDS = {
    T: ['MUC', 'DUYTRI'],
    L: ['MUC'],
    R: ['MUC', 'KHONGDAT'],
    Y: ['NAMHOC'],
    S: ['TIEUCHUAN', 'TIEUCHI'],
};
// Types whose value is prose: list marks count in it, numbers do not.
const PROSE = ['TEXT', 'NAME'];
// The fields that a snippet of an improvement offers; the others are seldom used.
const OFTEN = ['GIAIPHAP', 'CHUTRI', 'PHOIHOP', 'THOIGIAN', 'KINHPHI', 'KETQUA', 'MUCTIEU'];

export function model(table) {
    const keywords = new Map(table.keywords.map((row) => [row.id, row]));
    const blocks = new Map(table.blocks.filter((row) => row.id !== 'UNKNOWN').map((row) =>
        [row.id, { id: row.id, heading: row.heading, items: [] }]));
    for (const place of table.places)
        blocks.get(place.block).items.push({ ...place, keyword: keywords.get(place.keyword) });
    const word = (id) => {
        if (!keywords.has(id))
            throw new Error(`the vocabulary has no keyword ${id}`);
        return keywords.get(id);
    };
    // what shows where a field starts (grammar/begins.def), by keyword; '' is what shows a marked one
    const unmarked = new Map(table.keywords.map((row) => [row.unmarked, row]));
    const begins = new Map(table.begins.map((row) =>
        [row.keyword, { ...row, words: row.words.map((one) => unmarked.get(one)) }]));
    for (const row of keywords.values())
        row.begins = begins.get(row.id);
    const types = new Set(table.places.map((place) => place.type));
    for (const type of [...Object.keys(TYPE_WORDS), ...PROSE])
        if (!types.has(type))
            throw new Error(`the vocabulary has no type ${type}`);
    const used = new Set(table.places.map((place) => place.keyword));
    return {
        keywords: [...keywords.values()],
        shows: begins.get(''),
        blocks: [...blocks.values()],
        block: (id) => blocks.get(id),
        // keywords that begin an item, that only stand inside values, and that may open a block
        items: [...keywords.values()].filter((row) => used.has(row.id)),
        words: [...keywords.values()].filter((row) => !used.has(row.id)),
        declares: (row) => table.places.some((p) => p.keyword === row.id && p.how !== 'FIELD'),
        typeWords: (type) => (TYPE_WORDS[type] ?? []).map(word),
        headingWords: (shape) => [...new Set([...shape].flatMap((c) => HEADING_WORDS[c] ?? []))].map(word),
        isProse: (type) => PROSE.includes(type),
        often: OFTEN.map(word),
    };
}

// Keywords longest first, so that the longer of two that begin alike is found.
export function longestFirst(rows) {
    const words = (row) => row.marked.split(' ').length;
    return [...rows].sort((a, b) => words(b) - words(a) || b.marked.length - a.marked.length);
}

export const GENERATED = 'Made from grammar/keywords.def by `make editors`; do not edit.';
