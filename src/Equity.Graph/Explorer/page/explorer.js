// The plain page: an editor box, a run button and the answer.
const at = id => document.getElementById(id);
const documents = JSON.parse(at('operations').textContent).map(({ text }) => ({ text, variables: '' }));
let shown;
let running;

// Each document keeps what was typed into it.
function show(one, button) {
  if (shown) Object.assign(shown, { text: at('query').value, variables: at('variables').value });
  shown = one;
  at('query').value = one.text;
  at('variables').value = one.variables;
  at('documents').querySelector('[aria-current]')?.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'true');
}

JSON.parse(at('operations').textContent).forEach(({ name }, index) => {
  const button = document.createElement('button');
  button.textContent = name;
  button.onclick = () => show(documents[index], button);
  at('documents').append(button);
  if (index === 0) show(documents[0], button);
});

const pretty = json => JSON.stringify(JSON.parse(json), null, 2);

// The events of a subscription, each added as it comes, until the server completes or somebody stops.
async function follow(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = '', next; !(next = await reader.read()).done;) {
    const events = (text + next.value).split('\n\n');
    text = events.pop();
    for (const data of events.map(event => /^data: ?(.+)$/m.exec(event)?.[1]).filter(Boolean)) at('result').textContent += `${pretty(data)}\n`;
  }
}

function authorization() {
  const token = at('token').value.trim();
  return token && { Authorization: `Bearer ${token}` };
}

async function run() {
  const variables = at('variables').value.trim();
  const response = await fetch(at('explorer').dataset.graph, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: /^\s*subscription\b/m.test(at('query').value) ? 'text/event-stream' : 'application/graphql-response+json, application/json;q=0.9',
      ...authorization(),
    },
    body: JSON.stringify({ query: at('query').value, variables: variables ? JSON.parse(variables) : undefined }),
    signal: running.signal,
  });
  at('result').textContent = '';
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) await follow(response);
  else at('result').textContent = pretty(await response.text());
}

at('request').onsubmit = async event => {
  event.preventDefault();
  if (running) return running.abort();
  running = new AbortController();
  at('run').textContent = 'Stop';
  at('result').textContent = 'Running…';
  try {
    await run();
  } catch (fault) {
    at('result').textContent += `\n${fault.name === 'AbortError' ? 'Stopped.' : fault.message}`;
  }
  running = undefined;
  at('run').textContent = 'Run (Ctrl-Enter)';
};

at('request').onkeydown = event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) at('request').requestSubmit();
};

// The schema's text may depend on who asks: it is read anew each time that it is opened.
at('schema').ontoggle = async () => {
  if (!at('schema').open) return;
  const text = at('schema').querySelector('pre');
  try {
    text.textContent = await (await fetch(`${at('explorer').dataset.graph}/schema.graphql`, { headers: { ...authorization() } })).text();
  } catch (fault) {
    text.textContent = fault.message;
  }
};
