// The public audits of GraphQL over HTTP: node graphql-http.mjs http://127.0.0.1:5080
import { serverAudits } from 'graphql-http';
import { check, graph, hold, report } from './checks.mjs';

for (const audit of serverAudits({ url: graph, fetchFn: fetch })) {
  check(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    hold(result.status === 'ok', result.reason);
  });
}
await report('graphql-http');
