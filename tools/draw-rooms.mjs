// Draws docs/rooms.svg: the rooms and which imports which, as dependency-cruiser finds them. What everybody imports
// (kernel, ports, platform) and what imports everybody (apps) is left out. With --check it writes nothing and ends with 1
// when the picture is another.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { instance } from '@viz-js/viz';

const PICTURE = new URL('../docs/rooms.svg', import.meta.url);
const LEFT_OUT = '^src/(kernel|ports|platform|apps|synthetic)/';
const ROOM = '^src/[^/]+/';

const { status, stdout, stderr } = spawnSync(
  'npx',
  ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'].concat([
    '--include-only',
    '^src/',
    '--exclude',
    LEFT_OUT,
    '--collapse',
    ROOM,
  ]),
  { encoding: 'utf8', maxBuffer: 2 ** 28, cwd: new URL('..', import.meta.url) },
);
if (stdout === '') throw new Error(`depcruise ended with ${status}: ${stderr}`);

const nameOf = (path) => path.replace(/^src\//, '').replace(/\/.*$/, '');
const arrows = new Set();
const rooms = new Set();
for (const { source, dependencies } of JSON.parse(stdout).modules) {
  rooms.add(nameOf(source));
  for (const { resolved } of dependencies) {
    if (nameOf(resolved) !== nameOf(source)) arrows.add(`"${nameOf(resolved)}" -> "${nameOf(source)}"`);
  }
}

const GROUPS = {
  'the pipeline': ['access', 'formats', 'intake', 'feeds', 'pathways', 'indicators'],
  'the numbers': ['counting', 'disclosure', 'reporting', 'charts', 'transitions', 'definitions'],
  'people and operators': ['sources', 'subscriptions', 'notifications', 'web', 'cli', 'operations'],
};
const strange = [...rooms].filter((room) => !Object.values(GROUPS).flat().includes(room));
if (strange.length > 0) throw new Error(`No group has the room ${strange.join(', ')}.`);
const groups = Object.entries(GROUPS).map(
  ([label, names], at) =>
    `subgraph cluster_${at} { label="${label}"; ${names.filter((name) => rooms.has(name)).join('; ')} }`,
);
const dot = `digraph rooms {
  rankdir=LR; nodesep=0.25; ranksep=0.5; fontname="Helvetica"; bgcolor="white";
  node [shape=box, style="rounded,filled", fillcolor="#eef3f8", color="#456", fontname="Helvetica", fontsize=13];
  edge [color="#6b7b8c", arrowsize=0.7];
  graph [fontsize=12, fontcolor="#456", color="#b8c4d0", style=rounded];
  ${groups.join('\n  ')}
  ${[...arrows].sort().join('\n  ')}
}`;

/** An arrow that others already lead along says nothing new: dot's transitive reduction by hand. */
function reduced(text) {
  const next = new Map();
  for (const arrow of arrows) {
    const [from, to] = arrow.match(/\w+/g);
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const leads = (from, to, seen = new Set()) =>
    (next.get(from) ?? []).some((on) => on === to || (!seen.has(on) && seen.add(on) && leads(on, to, seen)));
  return [...arrows]
    .filter((arrow) => {
      const [from, to] = arrow.match(/\w+/g);
      return (next.get(from) ?? []).some((on) => on !== to && leads(on, to));
    })
    .reduce((left, arrow) => left.replace(`  ${arrow}\n`, ''), `${text}\n`);
}

const svg = (await instance()).renderString(reduced(dot), { format: 'svg' });
if (!process.argv.includes('--check')) writeFileSync(PICTURE, svg);
else if (readFileSync(PICTURE, 'utf8') !== svg) {
  process.stderr.write('docs/rooms.svg is not what the imports are: npm run draw:rooms\n');
  process.exitCode = 1;
}
