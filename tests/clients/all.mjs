// All suites against a running server: node all.mjs http://127.0.0.1:5080. TOKEN, where it is set, signs in those that need it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const suites = readdirSync(here).filter(file => file.endsWith('.mjs') && readFileSync(join(here, file), 'utf8').includes('\nawait report('));
const failed = suites.filter(suite => spawnSync(process.execPath, [join(here, suite), ...process.argv.slice(2)], { stdio: 'inherit', timeout: 120_000 }).status !== 0);
process.exit(failed.length === 0 ? 0 : 1);
