// GraphiQL with the documents of schema/operations as tabs. The token is typed into the page's own field and is stored nowhere.
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './graphiql.css';

// What locks scrolling behind a dialog adds a style of its own, which the page's policy lets in by its nonce.
globalThis.__webpack_nonce__ = document.querySelector('script[nonce]').nonce;

const root = document.getElementById('explorer');
const url = root.dataset.graph;
const field = document.getElementById('token');
const tabs = JSON.parse(document.getElementById('operations').textContent).map(({ text }) => ({ query: text }));

// Subscriptions come as server-sent events, everything else by POST.
function fetcherFor(token) {
  const authorization = token ? { Authorization: `Bearer ${token}` } : {};
  return async (request, { headers, documentAST } = {}) => {
    const all = { ...authorization, ...headers };
    const operation = documentAST && getOperationAST(documentAST, request.operationName);
    if (operation?.operation === 'subscription') return createClient({ url, headers: all }).iterate(request);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9', ...all },
      body: JSON.stringify(request),
    });
    return response.json();
  };
}

function Explorer() {
  const [token, setToken] = useState(field.value.trim());
  useEffect(() => {
    const read = () => setToken(field.value.trim());
    field.addEventListener('change', read);
    return () => field.removeEventListener('change', read);
  }, []);
  // A new fetcher reads the schema again, which may depend on who asks. What was typed is gone with the browser's tab.
  const fetcher = useMemo(() => fetcherFor(token), [token]);
  return <GraphiQL fetcher={fetcher} defaultTabs={tabs} storage={sessionStorage} showPersistHeadersSettings={false} />;
}

// The editors' fields bring no names for screen readers; the sections that they stand in have them.
new MutationObserver(() => root.querySelectorAll('.CodeMirror textarea:not([aria-label])').forEach(
  field => field.setAttribute('aria-label', field.closest('section[aria-label]')?.ariaLabel ?? 'Editor'))).observe(root, { childList: true, subtree: true });

createRoot(root).render(<Explorer />);
