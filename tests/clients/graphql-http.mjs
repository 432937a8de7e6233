// Runs the public audits of GraphQL over HTTP (npm graphql-http) against a running server: node graphql-http.mjs http://127.0.0.1:5080
import { serverAudits } from 'graphql-http';

const url = new URL('/graphql', process.argv[2] ?? 'http://127.0.0.1:5080').href;
let passed = 0;
let failed = 0;
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    passed++;
  } else {
    failed++;
    console.log(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
