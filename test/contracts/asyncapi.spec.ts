import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { schemasWithoutId } from '@asyncapi/specs';
import { EVENT_KINDS, schemeOfKind } from '../../src/kernel/event-kinds';
import { SCHEMES } from '../../src/kernel/organisation';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

interface Channel {
  readonly address: string;
  readonly messages: Readonly<Record<string, { readonly $ref: string }>>;
  readonly parameters?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  readonly bindings: { readonly kafka: { readonly partitions: number; readonly topicConfiguration: object } };
  readonly 'x-holds-cpr': boolean;
}
interface Document {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly components: { readonly messages: Readonly<Record<string, unknown>> };
}

const FILE = contractsPath('asyncapi.yaml');
const document = parse(readFileSync(FILE, 'utf8')) as Document;

/** Schemas of files and answers that travel on no topic. */
const ON_NO_TOPIC = [
  'access',
  'decision',
  'decision-event',
  'decision-withdrawn',
  'definition-set',
  'organisations',
  'rules',
  'sources',
  'terms',
  'words',
];

test('the document is AsyncAPI 3.0.0', () => {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, logger: false }));
  const validate = ajv.compile(schemasWithoutId['3.0.0'] as AnySchemaObject);
  void validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('every reference leads somewhere', () => {
  expect(references(FILE).filter(({ resolved }) => resolved === undefined)).toEqual([]);
});

test('every schema is used by a message, but for those that travel on no topic', () => {
  const used = new Set(references(FILE).map(({ file }) => relative(contractsPath('schemas'), file)));
  const unused = loadSchemas().names.filter((name) => !used.has(`${name}.schema.json`) && !ON_NO_TOPIC.includes(name));
  expect(unused).toEqual([]);
});

/** Beside the topics by sector each source has its own, with the same messages. */
const { 'source.own': own, ...byName } = document.channels;

test('every message is sent on exactly one topic, and what sources send on their own too', () => {
  const sent = Object.values(byName).flatMap((channel) => Object.keys(channel.messages));
  expect(Object.keys(own?.messages ?? {}).sort()).toEqual([...EVENT_KINDS].sort());
  expect(sent.sort()).toEqual(Object.keys(document.components.messages).sort());
});

test('there are the four source topics, those of each source, and ours', () => {
  expect(Object.keys(document.channels)).toEqual([
    'source.hospital',
    'source.municipality',
    'source.general-practice',
    'source.registers',
    'source.own',
    'clinical-events',
    'pathway-changes',
    'decisions',
    'feed-statuses',
    'feed-alarms',
    'look-alarms',
    'receipts',
    'rejected-events',
  ]);
});

test('CPR numbers stand on the source topics only', () => {
  const holding = Object.entries(document.channels).filter(([, channel]) => channel['x-holds-cpr']);
  expect(holding.map(([name]) => name)).toEqual(
    Object.keys(document.channels).filter((name) => /^source\./.test(name)),
  );
});

test.each(EVENT_KINDS)('%s comes on the topic of its sector', (kind) => {
  const topics: Partial<Record<string, string>> = {
    hospital: 'source.hospital',
    danheart: 'source.hospital',
    municipality: 'source.municipality',
    'general-practice': 'source.general-practice',
  };
  const topic = topics[schemeOfKind(kind)] ?? 'source.registers';
  expect(Object.keys(document.channels[topic]?.messages ?? {})).toContain(kind);
});

test('the topic of a source of its own names every kind of source', () => {
  expect(own?.parameters?.['kind']?.enum).toEqual(expect.arrayContaining([...SCHEMES]));
  expect(own?.parameters?.['kind']?.enum).toHaveLength(SCHEMES.length);
});

test.each(Object.entries(byName))('%s says how the topic is made', (name, channel) => {
  expect(channel.address).toBe(name);
  expect(channel.bindings.kafka).toMatchObject({ topic: name, replicas: 3, partitions: expect.any(Number) as number });
  expect(channel.bindings.kafka.topicConfiguration).toHaveProperty(['cleanup.policy']);
});

interface Reference {
  readonly from: string;
  readonly file: string;
  readonly resolved: unknown;
}

/** Every `$ref` of a document and of the files it leads to, with what stands at its end. */
function references(file: string, seen = new Set<string>()): Reference[] {
  seen.add(file);
  const root: unknown = parse(readFileSync(file, 'utf8'));
  return refsIn(root).flatMap((ref) => {
    const [path = '', pointer = ''] = ref.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    const resolved = at(path === '' ? root : readOrUndefined(target), pointer);
    const further = seen.has(target) || resolved === undefined ? [] : references(target, seen);
    return [{ from: `${relative(contractsPath(), file)}: ${ref}`, file: target, resolved }, ...further];
  });
}

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

function readOrUndefined(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], root);
}
