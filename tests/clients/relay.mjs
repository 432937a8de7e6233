// relay-compiler against schema/equity.graphql as it is; what it compiles then runs on the server: node relay.mjs http://127.0.0.1:5080
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';
import { check, graph, hold, report, Skipped } from './checks.mjs';
import { token } from './live.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const artifacts = new URL('generated/relay/', import.meta.url);
let compiled = {};

async function post(name, variables) {
  const response = await fetch(graph, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query: compiled[name], variables }) });
  const { data, errors } = await response.json();
  hold(!errors, JSON.stringify(errors));
  return data;
}

check('relay-compiler accepts the schema and the documents', async () => {
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  const run = spawnSync(compiler, ['relay.config.json'], { cwd: here, encoding: 'utf8' });
  hold(run.status === 0, run.stdout + run.stderr);
  // The text that is sent stands in each artifact of an operation as a JSON string.
  const texts = readdirSync(artifacts).map(file => readFileSync(new URL(file, artifacts), 'utf8')).map(text => /"text": (".*")/.exec(text)?.[1]).filter(Boolean).map(text => JSON.parse(text));
  compiled = Object.fromEntries(texts.map(text => [/^(?:query|mutation|subscription) (\w+)/m.exec(text)[1], text]));
});

let page;
check('a connection has a first page', async () => {
  page = (await post('TeamsPageQuery')).teams;
  hold(page.edges.length === 10 && page.pageInfo.hasNextPage, JSON.stringify(page.pageInfo));
});

check('its next page goes on where the first ended', async () => {
  const next = (await post('TeamsNextPageQuery', { count: 10, cursor: page.pageInfo.endCursor })).teams;
  const names = [...page.edges, ...next.edges].map(edge => edge.node.name);
  hold(new Set(page.edges.concat(next.edges).map(edge => edge.node.id)).size === names.length, 'a team came twice');
  hold(next.edges.length === 10, `${next.edges.length} teams`);
});

check('a refetchable fragment on Node is found again by its id', async () => {
  const { id } = page.edges[0].node;
  const { node } = await post('TeamCardAgainQuery', { id });
  hold(node.__typename === 'Team' && node.id === id && node.inequities.edges.length > 0, JSON.stringify(node));
});

check('what a mutation refuses comes back as data', async () => {
  if (!token) throw new Skipped('TOKEN is not set: a member of a team');
  const input = { team: page.edges[0].node.id, kind: 'WORKED', title: 'x'.repeat(10_000), body: 'A title cannot be so long.' };
  const { shareLearning } = await post('TeamsPageShareMutation', { input });
  hold(shareLearning.learning === null && shareLearning.errors.some(error => error.__typename && error.message), JSON.stringify(shareLearning));
});

await report('relay');
