// Holds the JSON and the SARIF of the same plans against each other and against the files:
// the same diagnostics in the same order, and places that name the same text.
// Usage: node check.mjs JSON SARIF
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const json = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sarif = JSON.parse(readFileSync(process.argv[3], "utf8"));
const run = sarif.runs[0];
const rules = run.tool.driver.rules;

const texts = new Map();
function bytesOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file));
  return texts.get(file);
}

// where the lines of a file begin, by the ends of lines that the SARIF names, and its text
function linesOf(file) {
  const text = bytesOf(file).toString("utf8").replace(/^\uFEFF/, "");
  const starts = [0];
  for (let at = 0; at < text.length;) {
    const end = run.newlineSequences.find((sequence) => text.startsWith(sequence, at));
    at += end?.length ?? 1;
    if (end) starts.push(at);
  }
  return { text, starts };
}

// the text of a region, its columns in UTF-16 units
function regionText(file, region) {
  const { text, starts } = linesOf(file);
  const first = starts[region.startLine - 1], last = starts[region.endLine - 1];
  assert.ok(first !== undefined && last !== undefined, `${file}: no line ${region.startLine}`);
  return text.slice(first + region.startColumn - 1, last + region.endColumn - 1);
}

function samePlace(place, location) {
  const physical = location.physicalLocation;
  if (place === null) {
    assert.equal(physical.region, undefined);
    return;
  }
  assert.equal(decodeURIComponent(physical.artifactLocation.uri), place.file);
  if (place.library) {
    assert.equal(physical.artifactLocation.uriBaseId, "STDLIB");
    return;
  }
  assert.equal(physical.region.startLine, place.line);
  assert.equal(physical.region.endLine, place.endLine);
  const bytes = bytesOf(place.file);
  if (!Buffer.from(bytes.toString("utf8")).equals(bytes)) return; // not UTF-8: nothing to compare
  assert.equal(regionText(place.file, physical.region), bytes.subarray(place.begin, place.end).toString("utf8"));
  // columns of the JSON count what a reader sees as characters
  const { text, starts } = linesOf(place.file);
  const before = text.slice(starts[place.line - 1], starts[place.line - 1] + physical.region.startColumn - 1);
  const seen = [...new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(before)].length;
  assert.equal(place.column, seen + 1, `${place.file}:${place.line}`);
}

const all = json.plans.flatMap((plan) => plan.diagnostics);
assert.equal(run.results.length, all.length);
let fixes = 0, accepted = 0;
all.forEach((diag, i) => {
  const result = run.results[i];
  assert.equal(result.ruleId, diag.code);
  assert.equal(rules[result.ruleIndex].id, diag.code);
  assert.equal(result.level, diag.severity);
  assert.ok(result.message.text.startsWith(diag.message.vi));
  for (const hint of diag.hints ?? []) assert.ok(result.message.text.includes(hint.vi));
  samePlace(diag.place, result.locations[0]);
  const related = (diag.related ?? []).filter((r) => r.place !== null);
  assert.equal((result.relatedLocations ?? []).length, related.length);
  related.forEach((r, k) => samePlace(r.place, result.relatedLocations[k]));
  assert.equal((result.fixes ?? []).length, (diag.fixes ?? []).length);
  (diag.fixes ?? []).forEach((fix, k) => {
    fixes++;
    assert.equal(result.fixes[k].properties.grade, fix.grade);
    const replacements = result.fixes[k].artifactChanges.flatMap((c) => c.replacements);
    assert.deepEqual(replacements.map((r) => r.insertedContent.text), fix.edits.map((e) => e.text));
  });
  assert.equal(result.suppressions?.[0].justification, diag.accepted);
  accepted += diag.accepted !== undefined;
});
for (const plan of json.plans) {
  const of = (severity) => plan.diagnostics.filter((d) => d.severity === severity && d.accepted === undefined).length;
  assert.deepEqual([plan.errors, plan.warnings, plan.notes], [of("error"), of("warning"), of("note")], plan.file);
}
console.log(`${json.plans.length} plans, ${all.length} diagnostics, ${fixes} fixes, ${accepted} accepted`);
if (process.argv[4] === "some") assert.ok(fixes > 0 && accepted > 0, "the plans must show fixes and accepted ones");
