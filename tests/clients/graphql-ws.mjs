// The client of npm graphql-ws against a running server: node graphql-ws.mjs http://127.0.0.1:5080
import { CloseCode, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { check, graph, hold, report, until, within } from './checks.mjs';
import { needsEvents, needsSubscription, shareUntil, subscription, token, wire } from './live.mjs';

const url = graph.replace(/^http/, 'ws');
const connectionParams = token ? { Authorization: `Bearer ${token}` } : undefined;
const client = options => createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0, ...options });

/** How a bare socket ends: the code of its close, or 0 when it never opened. */
const ending = (protocols, act = () => {}) => within(15, 'the close', new Promise(resolve => {
  const socket = new WebSocket(url, protocols);
  socket.on('open', () => act(socket)).on('close', (code, reason) => resolve({ code, reason: String(reason) })).on('error', () => resolve({ code: 0 }));
}));

/** Subscribes; what was heard, and how it ended. */
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

check('many queries share a connection', async () => {
  let connections = 0;
  const shared = client({ on: { connected: () => connections++ } });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(async n => (await shared.iterate({ query: `{ teams(first: ${n}) { nodes { name } } }` }).next()).value));
  hold(String(answers.map(answer => answer.data.teams.nodes.length)) === '1,2,3,4,5' && connections === 1, `${connections} connections`);
  await shared.dispose();
});

check('a document with a fault ends in an error with its code', async () => {
  const heard = listen(client(), '{ nope }');
  await until(10, 'the error', () => heard.fault);
  hold(Array.isArray(heard.fault) && heard.fault[0].extensions.code, JSON.stringify(heard.fault));
});

check('ping is answered', async () => {
  let pongs = 0;
  const alive = client({ lazy: false, keepAlive: 50, on: { pong: received => { pongs += received ? 1 : 0; } } });
  await until(10, 'a pong', () => pongs > 1);
  await alive.dispose();
});

check('a subscription hears of an event and completes when it is stopped', async () => {
  await needsEvents();
  const one = client();
  const heard = listen(one, subscription);
  await shareUntil(() => heard.events.length > 0, 'Heard over a WebSocket');
  hold(/^Heard over a WebSocket/.test(heard.events[0].data.learningShared.title) && heard.events[0].data.learningShared.team.name, JSON.stringify(heard.events[0]));
  heard.stop();
  await until(10, 'the end', () => heard.done);
  await one.dispose();
});

/** Subscribes, cuts the connection, waits until the client has made it again. */
async function cutAndBack(then = async () => {}) {
  const through = await wire();
  let connections = 0;
  const one = client({ url: `ws://${through.address}`, retryAttempts: 5, retryWait: () => new Promise(resolve => setTimeout(resolve, 50)), shouldRetry: () => true, on: { connected: () => connections++ } });
  const heard = listen(one, subscription);
  await until(10, 'the first connection', () => connections === 1);
  through.cut();
  await until(10, 'the second connection', () => connections === 2);
  hold(!heard.fault && !heard.done, `it ended: ${heard.fault}`);
  await then(heard);
  heard.stop();
  await one.dispose();
  through.close();
}

check('a connection that was cut is made again by the client', async () => {
  await needsSubscription();
  await cutAndBack();
});

check('it hears of what comes after the cut', async () => {
  await needsEvents();
  await cutAndBack(heard => shareUntil(() => heard.events.length > 0, 'Heard after the cut'));
});

check('a bad token closes with 4403', async () => {
  const closed = [];
  const heard = listen(client({ connectionParams: { Authorization: 'Bearer nonsense' }, on: { closed: event => closed.push(event.code) } }), '{ matching { ready } }');
  await until(10, 'the error', () => heard.fault && closed.length);
  hold(closed[0] === CloseCode.Forbidden && heard.events.length === 0, `${closed}`);
});

check('no subprotocol closes with 4406', async () => {
  const { code, reason } = await ending([]);
  hold(code === CloseCode.SubprotocolNotAcceptable, `${code} ${reason}`);
});

check('the subprotocol of old is not spoken', async () => {
  const { code } = await ending(['graphql-ws']);
  hold(code === 0 || code === CloseCode.SubprotocolNotAcceptable, `${code}`);
});

const protocol = ['graphql-transport-ws'];
const say = (...messages) => socket => messages.forEach(message => socket.send(typeof message === 'string' ? message : JSON.stringify(message)));
const init = { type: 'connection_init', payload: connectionParams };
for (const [name, code, act] of [
  ['a message that is no JSON closes with 4400', CloseCode.BadRequest, say('{')],
  ['a subscription before the greeting closes with 4401', CloseCode.Unauthorized, say({ type: 'subscribe', id: '1', payload: { query: '{ matching { ready } }' } })],
  ['a second greeting closes with 4429', CloseCode.TooManyInitialisationRequests, say(init, init)],
]) check(name, async () => {
  const end = await ending(protocol, act);
  hold(end.code === code, `${end.code} ${end.reason}`);
});

check('an id that is in use closes with 4409', async () => {
  await needsSubscription();
  const subscribe = { type: 'subscribe', id: '1', payload: { query: subscription } };
  const end = await ending(protocol, socket => { socket.on('message', text => { if (JSON.parse(text).type === 'connection_ack') say(subscribe, subscribe)(socket); }); say(init)(socket); });
  hold(end.code === CloseCode.SubscriberAlreadyExists, `${end.code} ${end.reason}`);
});

await report('graphql-ws');
