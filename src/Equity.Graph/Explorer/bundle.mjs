// Bundles GraphiQL for the server: node bundle.mjs FOLDER. The packages go to FOLDER/node_modules, the bundle to FOLDER/dist.
// Explorer.targets runs it at build. Its output depends on package-lock.json and the sources alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.url));
const folder = resolve(process.argv[2]);
const dist = join(folder, 'dist');

function install() {
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(source, name), join(folder, name));
  // Nothing of the packages runs at install. Without a network it fails soon instead of trying for minutes.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];
  const ci = spawnSync('npm', ['ci', ...flags], { cwd: folder, encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' });
  if (ci.status !== 0) throw new Error(`npm ci: ${ci.error?.message ?? ci.stderr.split('\n').slice(0, 3).join(' ')}`);
  writeFileSync(installed, lock);
}

// GraphiQL's style sheet holds 370 kB of fonts; the machine's own serve as well.
const withoutFonts = {
  name: 'without-fonts',
  setup: build => build.onLoad({ filter: /graphiql[/\\]dist[/\\]style\.css$/ }, file => (
    { contents: readFileSync(file.path, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''), loader: 'css' })),
};

// The licences of the packages that have a part in the bundle, which its page links to.
function licences(inputs) {
  const roots = new Set(Object.keys(inputs).map(path => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
  const texts = new Map();
  for (const root of [...roots].sort()) {
    const at = join(folder, root);
    const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    const file = readdirSync(at).sort().find(each => /^licen[sc]e/i.test(each));
    const text = file ? readFileSync(join(at, file), 'utf8').replaceAll('\r\n', '\n').trim() : 'These packages bring no text of their licence.';
    texts.set(text, [...(texts.get(text) ?? []), `- ${name} ${version} (${license})`]);
  }
  const parts = [...texts].map(([text, names]) => `${names.join('\n')}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  return `# The licences of the explorer's parts\n\nWritten by bundle.mjs from the packages in its bundle.\n\n${parts.join('\n')}`;
}

async function bundle() {
  const { build } = createRequire(join(folder, 'package.json'))('esbuild');
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [join(source, 'graphiql', 'main.jsx')],
    nodePaths: [join(folder, 'node_modules')],
    outfile: join(dist, 'graphiql.js'),
    bundle: true, minify: true, metafile: true, format: 'esm', target: 'es2022', jsx: 'automatic', legalComments: 'none', logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutFonts],
  });
  writeFileSync(join(dist, 'LICENSES.md'), licences(metafile.inputs));
}

try {
  rmSync(dist, { recursive: true, force: true });
  install();
  await bundle();
} catch (fault) {
  rmSync(dist, { recursive: true, force: true });
  console.error(fault.message);
  process.exitCode = 1;
}
