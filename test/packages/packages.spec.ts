import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const WEAKNESS = {
  ...{ id: 1, url: 'https://example.org/weakness', title: 'Takes what it should not', vulnerable_versions: '*' },
  ...{ cwe: [], cvss: { score: 0, vectorString: null } },
};

/** What npm remembers of weaknesses, each test its own. */
let cache: string;
let registry: Server;
let address: string;
/** What the registry answers to whoever asks for weaknesses. */
let answer: { readonly status: number; readonly body: object };
beforeAll(async () => {
  registry = createServer((request, response) => {
    const isAudit = request.url?.includes('/advisories/') === true;
    request.resume().on('end', () => {
      response.writeHead(isAudit ? answer.status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isAudit ? answer.body : {}));
    });
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => registry.close(resolve)));

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'rehabspor-npm-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** Runs a program in the repository, with the registry of this spec. */
function run(command: string, parts: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(command, parts, {
    cwd: root,
    env: { ...process.env, npm_config_registry: address, npm_config_cache: cache },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, out, err }));
  });
}

const audit = () => run(process.execPath, [join('tools', 'audit.mjs')]);

test('the audit passes when no weakness of a package is known', async () => {
  answer = { status: 200, body: {} };

  expect(await audit()).toEqual({ code: 0, out: '', err: '' });
});

test.each([
  ['high', 1],
  ['critical', 1],
  ['low', 0],
])('a package the program runs with and a weakness of severity %s: the audit ends with %d', async (severity, code) => {
  answer = { status: 200, body: { helmet: [{ ...WEAKNESS, severity }] } };
  const ended = await audit();

  expect([ended.code, ended.err]).toEqual([
    code,
    code === 0 ? '' : expect.stringContaining(`helmet (${severity}): ${WEAKNESS.title} ${WEAKNESS.url}`),
  ]);
});

test('where the registry tells nothing, the audit says that nothing was audited', async () => {
  answer = { status: 405, body: {} };
  const ended = await audit();

  expect([ended.code, ended.err]).toEqual([0, expect.stringMatching(/^Packages were not audited: /)]);
});

test('the bill of materials lists every package with its licence, and says which are for development alone', async () => {
  const { code, out } = await run('npm', ['run', '-s', 'sbom']);
  const { bomFormat, components } = JSON.parse(out) as { readonly bomFormat: string; readonly components: Component[] };
  const versions = (name: string, isForDevelopment: boolean) =>
    components.flatMap((one) => (one.name === name && isMarked(one) === isForDevelopment ? [one.version] : []));

  expect([code, bomFormat]).toEqual([0, 'CycloneDX']);
  for (const [name, version] of Object.entries(manifest.dependencies)) expect(versions(name, false)).toContain(version);
  for (const name of ['jest', 'eslint']) expect(versions(name, true)).toEqual([manifest.devDependencies[name]]);
  const unlicensed = components.filter(({ licenses = [] }) => licenses.length === 0);
  expect(unlicensed.filter((one) => !isMarked(one)).map(({ purl }) => purl)).toEqual([]);
});

test.each(['bench/peers', 'tools/oracle'])(
  'what %s needs is pinned there, and not installed with the program',
  (folder) => {
    const { dependencies } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as typeof manifest;
    const locks = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: object };

    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => `node_modules/${name}` in locks.packages)).toEqual([]);
    expect(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  },
);

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
  readonly properties: readonly { readonly name: string }[];
}
const isMarked = ({ properties }: Component): boolean =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');
