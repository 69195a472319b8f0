// Judges the indentation that an editor gives the lines of an example.

import assert from 'node:assert/strict';

function judge(lines, indents, judged) {
    const found = lines.flatMap((line, i) => {
        const wanted = /^ */.exec(line)[0].length;
        return !judged(line, lines[i - 1] ?? '') || line.trim() === '' || wanted === indents[i] ? []
            : [`${i + 1}: ${indents[i]}, not ${wanted}: ${line}`];
    });
    assert.equal(found.length, 0, `${found.length} lines:\n${found.slice(0, 20).join('\n')}`);
}

// kept: of the file as it stands; made: with all indentation taken away before.
export function astray(lines, kept, made) {
    judge(lines, kept, () => true);
    // that prose goes on after a `;` at a line's end shows in the indentation alone; what follows
    // such a line is not judged up to the next keyword
    let lost = false;
    judge(lines, made, (line, before) => {
        lost = (lost || /;$/.test(before)) && !/^ *[>a-z]+ +[^a-z]/.test(line);
        return !lost;
    });
}
