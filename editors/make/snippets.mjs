// VS Code snippets: one a declaration, with the fields that belong to it.

function chosen(model, block) {
    const fields = block.items.filter((item) => item.how === 'FIELD');
    const often = model.often.map((row) => row.id);
    const improvement = fields.some((item) => item.keyword.id === 'GIAIPHAP');
    return improvement ? fields.filter((item) => often.includes(item.keyword.id)) : fields;
}

const HEADINGS = { C: '1.1', N: '1', T: 'muc 2', L: 'muc 4', R: 'muc 2', Y: 'namhoc 2024-2025', I: 'mucdich', M: 'id', W: 'Cuối học kỳ I', S: 'tieuchuan 1 tieuchi 1.1' };

function heading(shape, next) {
    const parts = [...shape].map((c) => c === 't' ? 'Tên' : HEADINGS[c]).filter((part) => part !== undefined);
    return parts.map((part) => ` \${${next()}:${part}}`).join('');
}

function body(model, item) {
    let stop = 0;
    const next = () => ++stop;
    if (item.how === 'LINE')
        return [`${item.keyword.unmarked} $1;`];
    const block = model.block(item.opens);
    // a title is seldom written where the catalogue gives it
    const shape = /^[CN]/.test(block.heading) ? block.heading.replace('t', '') : block.heading;
    const fields = chosen(model, block);
    const width = Math.max(0, ...fields.map((f) => f.keyword.unmarked.length)) + 1;
    const lines = fields.map((f) => `\t${f.keyword.unmarked.padEnd(width)} $${stop + 1 + fields.indexOf(f) + count(shape)};`);
    return [`${item.keyword.unmarked}${heading(shape, next)} <`, ...(lines.length > 0 ? lines : ['\t$0']), '>'];
}

const count = (shape) => [...shape].filter((c) => c === 't' || HEADINGS[c] !== undefined).length;

export function snippets(model) {
    const written = {};
    const places = [...model.block('TOP').items, ...model.block('PHAN').items.filter((i) => i.how === 'DECLARATION')];
    for (const item of places)
        written[`${item.keyword.marked} (${item.keyword.unmarked})`] = {
            prefix: [item.keyword.unmarked, item.keyword.marked],
            description: `${item.keyword.vi} / ${item.keyword.en}`,
            body: body(model, item),
        };
    return `${JSON.stringify(written, null, 2)}\n`;
}
