// @graphql-codegen/cli over the schema and schema/operations, then TypeScript's compiler over its output and a file that uses it. Needs no server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { check, hold, report } from './checks.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = new URL('generated/codegen/', import.meta.url);
const operations = new URL('../../schema/operations/', import.meta.url);
const common = { schema: '../../schema/equity.graphql', cwd: here, silent: true, config: { strictScalars: true, scalars: { Date: 'string', DateTime: 'string' }, useTypeImports: true } };

const compile = project => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: here, encoding: 'utf8' });
  return run.stdout + run.stderr;
};

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

check('tsc accepts what was generated and a client that uses it', async () => hold(compile('codegen') === '', compile('codegen')));

// Without this, the check before would also pass if everything were "any".
check('tsc refuses a client that reads a field it has not asked for', async () => {
  const wrong = readFileSync(new URL('codegen/client.ts', import.meta.url), 'utf8').replace('team.name', 'team.nickname').replaceAll('../generated/codegen/', '../');
  mkdirSync(new URL('wrong/', generated));
  writeFileSync(new URL('wrong/client.ts', generated), wrong);
  writeFileSync(new URL('wrong/tsconfig.json', generated), '{ "extends": "../../../codegen/tsconfig.json", "include": ["client.ts"] }');
  const said = compile('generated/codegen/wrong');
  hold(/error TS2339.*'nickname'/.test(said), said || 'it was accepted');
});

await report('codegen');
