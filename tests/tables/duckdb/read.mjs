// How long DuckDB takes to read plans as JSON lines: node read.mjs PLANS.jsonl
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const begun = performance.now();
await connection.run(`CREATE TABLE plans AS SELECT * FROM read_json('${process.argv[2].replaceAll("'", "''")}',
  format = 'newline_delimited', maximum_object_size = 67108864)`);
const seconds = (performance.now() - begun) / 1000;
const rows = (await connection.runAndReadAll('SELECT COUNT(*) FROM plans')).getRows();
console.log(`DuckDB reads the same plans as JSON: ${seconds.toFixed(1)} s, ${rows} rows`);
