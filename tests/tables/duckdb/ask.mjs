// Loads the tables of a folder into DuckDB twice, and prints every view as sqlite3 does, rows sorted.
// Usage: node ask.mjs FOLDER (with nap-duckdb.sql and khung-nhin.sql in it)
import { readFileSync } from 'node:fs';
import { chdir } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

chdir(process.argv[2]);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const views = readFileSync('khung-nhin.sql', 'utf8');
for (let twice = 0; twice < 2; twice++) {
  await connection.run(readFileSync('nap-duckdb.sql', 'utf8'));
  await connection.run(views);
}
for (const [, view] of views.matchAll(/^CREATE VIEW ([a-z_]+) AS/gm)) {
  console.log(`-- ${view}`);
  const rows = (await connection.runAndReadAll(`SELECT * FROM ${view}`)).getRows();
  const bytes = rows.map((row) => Buffer.from(row.map((cell) => (cell === null ? '' : String(cell))).join('|')));
  for (const line of bytes.sort(Buffer.compare)) console.log(line.toString());
}
await connection.run("COPY viec TO '../viec.parquet' (FORMAT parquet)");
const kept = await connection.runAndReadAll("SELECT COUNT(*) FROM '../viec.parquet'");
const had = await connection.runAndReadAll('SELECT COUNT(*) FROM viec');
if (String(kept.getRows()) !== String(had.getRows())) throw new Error('Parquet has other rows');
