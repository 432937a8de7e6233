// What the suites of subscriptions share: a way to the server that can be cut, and learning that is shared to be heard of.
import { connect, createServer } from 'node:net';
import { graph, hold, server, Skipped } from './checks.mjs';

/** Who the suites are signed in as, where somebody is. */
export const token = process.env.TOKEN;

/** The subscription that both transports carry. */
export const subscription = 'subscription Heard { learningShared { id title team { name } } }';

/** A port in front of the server; `cut` drops every connection through it, as a network does. */
export async function wire() {
  const open = new Set();
  const proxy = createServer(near => {
    const far = connect(Number(server.port || 80), server.hostname);
    open.add(near);
    near.on('close', () => { open.delete(near); far.destroy(); }).on('error', () => {}).pipe(far);
    far.on('close', () => near.destroy()).on('error', () => {}).pipe(near);
  });
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${proxy.address().port}/graphql`,
    cut: () => open.forEach(socket => socket.destroy()),
    close: () => { proxy.close(); open.forEach(socket => socket.destroy()); },
  };
}

async function post(query, variables) {
  const response = await fetch(graph, {
    method: 'POST', headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  hold(!errors, JSON.stringify(errors));
  return data;
}

let schema;
async function has(root, name) {
  schema ??= (await post('{ __schema { mutationType { fields { name } } subscriptionType { fields { name } } } }')).__schema;
  return schema[root]?.fields.some(field => field.name === name) ?? false;
}

/** Skips a check that needs learningShared where the server has none. */
export async function needsSubscription() {
  if (!await has('subscriptionType', 'learningShared')) throw new Skipped('the schema has no learningShared');
}

/** Skips a check that needs an event where none can be made. */
export async function needsEvents() {
  await needsSubscription();
  if (!await has('mutationType', 'shareLearning')) throw new Skipped('the schema has no shareLearning');
  if (!token) throw new Skipped('TOKEN is not set: a member of a team');
}

/** Shares learning as the viewer's first team; its title. */
export async function share(title) {
  const { viewer } = await post('{ viewer { teams { id } } }');
  const { shareLearning } = await post(
    'mutation Share($input: ShareLearningInput!) { shareLearning(input: $input) { learning { id } errors { __typename ... on Error { message } } } }',
    { input: { team: viewer.teams[0].id, kind: 'WORKED', title, body: 'Two goes are enough for most.' } });
  hold(!shareLearning.errors, JSON.stringify(shareLearning.errors));
  return title;
}

/** Shares learning again and again until it is heard of: a subscription that has just begun may not listen yet. */
export async function shareUntil(heard, title) {
  for (let attempt = 1; attempt <= 20 && !heard(); attempt++) {
    await share(`${title}, ${attempt}`);
    for (let wait = 0; wait < 25 && !heard(); wait++) await new Promise(resolve => setTimeout(resolve, 20));
  }
  hold(heard(), 'no event came');
}
