// @graphql-codegen/cli over the schema and schema/operations, then TypeScript's compiler over its output and a file that uses it. Needs no server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { check, hold, report } from './checks.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = new URL('generated/codegen/', import.meta.url);
const operations = new URL('../../schema/operations/', import.meta.url);
const common = { schema: '../../schema/equity.graphql', cwd: here, silent: true, config: { strictScalars: true, scalars: { Date: 'string', DateTime: 'string' }, useTypeImports: true } };

rmSync(generated, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });

check('typescript and typescript-operations over schema/operations', async () => {
  await generate({ ...common, documents: '../../schema/operations/*.graphql', generates: {
    'generated/codegen/schema.ts': { plugins: ['typescript'] },
    'generated/codegen/operations.ts': { plugins: ['typescript-operations'] },
  } }, true);
  const text = readFileSync(new URL('operations.ts', generated), 'utf8');
  const missing = readdirSync(operations).map(file => file.replace('.graphql', '')).filter(name => !new RegExp(`export type ${name}(Query|Mutation|Subscription) =`).test(text));
  hold(missing.length === 0, `no types for ${missing}`);
});

check('the client preset over the documents of a client', async () => {
  await generate({ ...common, documents: 'codegen/*.ts', generates: { 'generated/codegen/client/': { preset: 'client' } } }, true);
});

check('tsc accepts what was generated and a client that uses it', async () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '-p', 'codegen'], { cwd: here, encoding: 'utf8' });
  hold(run.status === 0, run.stdout + run.stderr);
});

await report('codegen');
