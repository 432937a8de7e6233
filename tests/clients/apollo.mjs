// Apollo Client against a running server, without React: node apollo.mjs http://127.0.0.1:5080
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { filter, firstValueFrom } from 'rxjs';
import { check, graph, hold, report } from './checks.mjs';

// What goes over the wire, in order.
const sent = [];
const counted = async (address, init) => {
  const response = await fetch(address, init);
  sent.push({ address: String(address), method: init.method, body: init.body && JSON.parse(init.body), answer: await response.clone().json() });
  return response;
};
const http = options => new HttpLink({ uri: graph, fetch: counted, ...options });
const client = (link = http()) => new ApolloClient({ link, cache: new InMemoryCache({ typePolicies: { Query: { fields: { teams: relayStylePagination(['where', 'order']) } } } }) });

const Teams = gql`
  query ApolloTeams($first: Int!, $after: String) {
    teams(first: $first, after: $after, order: [{ name: ASC }]) {
      totalCount
      edges { cursor node { id key name } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;
const keys = data => data.teams.edges.map(edge => edge.node.key);

const reader = client();
let first;
check('two pages of teams become one list in the cache', async () => {
  const query = reader.watchQuery({ query: Teams, variables: { first: 7 } });
  first = (await firstValueFrom(query.pipe(filter(answer => !answer.loading)))).data;
  await query.fetchMore({ variables: { after: first.teams.pageInfo.endCursor } });
  const both = reader.readQuery({ query: Teams, variables: { first: 7 } });
  const whole = (await client().query({ query: Teams, variables: { first: 14 } })).data;
  hold(keys(both).length === 14 && String(keys(both)) === String(keys(whole)), `${keys(both)} is not ${keys(whole)}`);
});

check('a team of the list is read from the cache by its id, without a request', async () => {
  const { id, name } = first.teams.edges[3].node;
  const before = sent.length;
  const team = reader.readFragment({ id: `Team:${id}`, fragment: gql`fragment Name on Team { name }` });
  hold(team?.name === name && sent.length === before, JSON.stringify(team));
});

check('node(id) brings more of the same team, and the list sees it', async () => {
  const { id, key } = first.teams.edges[0].node;
  await reader.query({ query: gql`query More($id: ID!) { node(id: $id) { id ... on Team { key service } } }`, variables: { id } });
  const team = reader.readFragment({ id: `Team:${id}`, fragment: gql`fragment Service on Team { key service }` });
  hold(team?.key === key && team.service, JSON.stringify(team));
});

check('an error of the server arrives as an error with its code', async () => {
  const answer = await client().query({ query: gql`{ teams(first: 101) { totalCount } }`, errorPolicy: 'all' });
  hold(answer.error?.errors?.[0]?.extensions?.code, String(answer.error));
});

const sha256 = text => createHash('sha256').update(text).digest('hex');
// A text that no run before has sent, so that the first hash is unknown.
const fresh = gql(`query Fresh${process.hrtime.bigint()} { teams(first: 2, order: [{ name: ASC }]) { nodes { id name } } }`);

check('a persisted query is asked for by its hash, then registered', async () => {
  sent.length = 0;
  const { data } = await client(ApolloLink.from([new PersistedQueryLink({ sha256 }), http()])).query({ query: fresh });
  hold(data.teams.nodes.length === 2, JSON.stringify(data));
  hold(sent.length === 2 && !sent[0].body.query && sent[1].body.query, `${sent.length} requests`);
  hold(sent[0].answer.errors[0].extensions.code === 'PERSISTED_QUERY_NOT_FOUND', JSON.stringify(sent[0].answer));
});

check('the next client has it by its hash alone, by GET', async () => {
  sent.length = 0;
  const { data } = await client(ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), http()])).query({ query: fresh });
  hold(data.teams.nodes.length === 2 && sent.length === 1 && sent[0].method === 'GET' && !sent[0].address.includes('query='), JSON.stringify(sent));
});

check('three queries of one moment are one request', async () => {
  sent.length = 0;
  const batching = client(new BatchHttpLink({ uri: graph, fetch: counted, batchInterval: 50 }));
  const answers = await Promise.all([3, 4, 5].map(count => batching.query({ query: Teams, variables: { first: count } })));
  hold(String(answers.map(answer => answer.data.teams.edges.length)) === '3,4,5', JSON.stringify(answers));
  hold(sent.length === 1 && sent[0].body.length === 3, `${sent.length} requests`);
});

await report('apollo');
