// All suites against a running server: node all.mjs http://127.0.0.1:5080. TOKEN, where it is set, signs in those that need it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const suites = ['graphql-http', 'graphql-ws', 'graphql-sse', 'relay', 'codegen', 'apollo'];
const failed = suites.filter(suite => {
  const script = fileURLToPath(new URL(`${suite}.mjs`, import.meta.url));
  return spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit', timeout: 120_000 }).status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
