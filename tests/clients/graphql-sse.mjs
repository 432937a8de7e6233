// The client of npm graphql-sse, distinct connections, against a running server: node graphql-sse.mjs http://127.0.0.1:5080
import { createClient } from 'graphql-sse';
import { check, graph, hold, report, until } from './checks.mjs';
import { needsEvents, needsSubscription, shareUntil, subscription, token, wire } from './live.mjs';

const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
const client = options => createClient({ url: graph, headers, retryAttempts: 0, ...options });

function listen(on, query) {
  const heard = { events: [], done: false, fault: undefined, stop: undefined };
  heard.stop = on.subscribe({ query }, { next: event => heard.events.push(event), error: fault => { heard.fault = fault; }, complete: () => { heard.done = true; } });
  return heard;
}

check('a query is answered and completes', async () => {
  const answers = [];
  for await (const answer of client().iterate({ query: 'query T($n: Int) { teams(first: $n) { nodes { name } } }', variables: { n: 2 } })) answers.push(answer);
  hold(answers.length === 1 && answers[0].data.teams.nodes.length === 2, JSON.stringify(answers));
});

check('a document with a fault ends, and says why', async () => {
  const heard = listen(client(), '{ nope }');
  await until(10, 'the end', () => heard.done || heard.fault);
  hold(heard.events[0]?.errors?.[0]?.extensions?.code, JSON.stringify(heard));
});

check('a stream by GET is one as well', async () => {
  const response = await fetch(`${graph}?query=${encodeURIComponent('{ matching { ready } }')}`, { headers: { Accept: 'text/event-stream', ...headers } });
  const text = await response.text();
  hold(response.headers.get('Content-Type').startsWith('text/event-stream') && /^event: next\ndata: \{.*\}\n\n/m.test(text) && /^event: complete\n/m.test(text), text);
});

check('a subscription hears of an event and completes when it is stopped', async () => {
  await needsEvents();
  const heard = listen(client(), subscription);
  await shareUntil(() => heard.events.length > 0, 'Heard in a stream');
  hold(/^Heard in a stream/.test(heard.events[0].data.learningShared.title) && heard.events[0].data.learningShared.team.name, JSON.stringify(heard.events[0]));
  heard.stop();
  await until(10, 'the end', () => heard.done);
});

/** Subscribes, cuts the connection, waits until the client has made it again. */
async function cutAndBack(then = async () => {}) {
  const through = await wire();
  let connections = 0;
  const one = client({ url: `http://${through.address}`, retryAttempts: 5, retry: () => new Promise(resolve => setTimeout(resolve, 50)), on: { connected: () => connections++ } });
  const heard = listen(one, subscription);
  await until(10, 'the first connection', () => connections === 1);
  through.cut();
  await until(10, 'the second connection', () => connections === 2);
  hold(!heard.fault && !heard.done, `it ended: ${heard.fault}`);
  await then(heard);
  heard.stop();
  through.close();
}

check('a stream that was cut is opened again by the client', async () => {
  await needsSubscription();
  await cutAndBack();
});

check('it hears of what comes after the cut', async () => {
  await needsEvents();
  await cutAndBack(heard => shareUntil(() => heard.events.length > 0, 'Heard after the cut'));
});

check('a bad token is refused', async () => {
  const heard = listen(client({ headers: { Authorization: 'Bearer nonsense' } }), '{ matching { ready } }');
  await until(10, 'the error', () => heard.fault);
  hold(heard.fault.response?.status === 401 && heard.events.length === 0, String(heard.fault));
});

await report('graphql-sse');
