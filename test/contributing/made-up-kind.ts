import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument, stringify } from 'yaml';

/** A kind nobody knows: a municipality's first conversation with a patient, with one field of every sort. */
export const KIND = 'municipality.conversation';
export const STORAGE_CODE = 16;
const TYPE = `dk.rehabspor.${KIND}.v1`;
const STORY = 'src/synthetic/municipal-rehabilitation.ts';
const TOPICS = ['work', 'family'];
const REQUIRED = ['heldOn', 'topic'];

const source = {
  id: `${KIND}-1`,
  source: 'municipality:0461',
  type: TYPE,
  specversion: '1.0',
  time: '2024-06-01T11:04:09+02:00',
};
const said = {
  courseId: 'H-77',
  heldOn: '2023-02-06',
  topic: 'work',
  invitedBy: 'hospital:330901000016003',
  summary: '-',
};
/** The example that has every field. */
export const EXAMPLE = { ...source, data: { cpr: '0201609995', recordId: 'R-1', ...said } };
const clinical = {
  person: 'p_AAAAAAAAAAAAAAAAAAAAAA',
  kind: KIND,
  source: source.source,
  id: source.id,
  recordId: 'R-1',
  version: 1,
  status: 'active',
  time: 1676027049000,
  receivedAt: 1676027050250,
  born: '1977-02-15',
  data: said,
};
const { person, id, time, receivedAt, born } = clinical;
const row = [person, born, [STORAGE_CODE, source.source, id, 'R-1', 1, 0, time, receivedAt, said]];

/** What the source may send; null is absent. */
const fields = {
  courseId: { type: ['string', 'null'], minLength: 1 },
  heldOn: { type: ['string', 'null'], format: 'date' },
  topic: { enum: [...TOPICS, null] },
  invitedBy: { type: ['string', 'null'], minLength: 1 },
  summary: { type: ['string', 'null'] },
};
/** The same after intake. */
const shape = {
  type: 'object',
  description: 'A first conversation.',
  properties: {
    courseId: { type: 'string', minLength: 1, description: 'The municipal course.' },
    heldOn: { type: 'string', format: 'date', description: 'The day it was held.' },
    topic: { enum: TOPICS, description: 'What it was about.' },
    invitedBy: { type: 'string', pattern: '^[a-z-]+:.+$', description: 'Who sent the patient on.' },
    summary: { type: 'string', description: 'In the words of the municipality.' },
  },
  additionalProperties: false,
};

/** Does to a copy of the repository what docs/contributing/new-event-kind.md says, step by step; returns its examples' files. */
export function followRecipe(copy: string): string[] {
  const file = (path: string): string => join(copy, path);
  const read = (path: string): string => readFileSync(file(path), 'utf8');
  const write = (path: string, content: unknown): string => {
    mkdirSync(dirname(file(path)), { recursive: true });
    writeFileSync(file(path), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
    return path;
  };
  const insert = (path: string, before: string, text: string): void => {
    const [head, ...tail] = read(path).split(before);
    if (head === undefined || tail.length === 0) throw new Error(`${path} has no ${before} any more.`);
    write(path, head + text + before + tail.join(before));
  };

  write(`contracts/schemas/source/${KIND}.schema.json`, sourceSchema(read));
  write('contracts/schemas/clinical-event.schema.json', clinicalSchema(read));
  write('contracts/asyncapi.yaml', topics(read));
  insert(
    'src/kernel/event-kinds.ts',
    '};\n\n/** Every kind,',
    `  '${KIND}': { code: ${STORAGE_CODE}, scheme: 'municipality', serviceDate: 'heldOn', organisation: 'invitedBy', ` +
      `freeText: ['summary'], family: 'topic' },\n`,
  );
  execFileSync('npm', ['run', '-s', 'generate'], { cwd: copy, stdio: 'pipe' });
  insert(
    'src/pathways/domain/facts.ts',
    "    case 'danheart.form':",
    `    case '${KIND}':\n` +
      `      return [{ kind: 'patient-education', ...attribution(event, 'municipality', event.data.heldOn) }];\n`,
  );
  insert(
    STORY,
    '  tellCapacity(chronicle, course);',
    `  chronicle.tell('${KIND}', source, from, \`,"heldOn":"\${dayFromNumber(from)}","topic":"work"\`);\n`,
  );
  return [
    write(`contracts/examples/${KIND}/valid-complete.json`, EXAMPLE),
    write(`contracts/examples/${KIND}/valid-retracted.json`, retracted),
    write(`contracts/examples/${KIND}/invalid-topic.json`, faulty('topic', 'weather')),
    write(`contracts/examples/${KIND}/invalid-date.json`, faulty('heldOn', '2023-02-30')),
    write(`contracts/examples/clinical-event/valid-${KIND}.json`, clinical),
    write(`test/ports/stored-rows/${KIND}.json`, row),
  ];
}

const retracted = { ...source, data: { cpr: '0201609995', recordId: 'R-1', version: 2, status: 'retracted' } };
const faulty = (field: string, value: string): object => ({
  why: `${field} cannot be ${value}`,
  path: `data.${field}`,
  event: { ...EXAMPLE, data: { ...EXAMPLE.data, [field]: value } },
});

/** The sibling's schema with other data. */
function sourceSchema(read: (path: string) => string): object {
  const sibling = read('contracts/schemas/source/municipality.start.schema.json');
  const schema = JSON.parse(sibling.replaceAll('municipality.start', KIND)) as {
    properties: { data: { properties: Record<string, object>; else: object } };
  };
  const { cpr, recordId, version, status } = schema.properties.data.properties;
  Object.assign(schema.properties.data, { properties: { cpr, recordId, version, status, ...fields } });
  schema.properties.data.else = {
    required: REQUIRED,
    properties: { heldOn: { type: 'string' }, topic: { enum: TOPICS } },
  };
  return schema;
}

function clinicalSchema(read: (path: string) => string): object {
  const schema = JSON.parse(read('contracts/schemas/clinical-event.schema.json')) as {
    properties: { kind: { enum: string[] } };
    allOf: object[];
    $defs: Record<string, object>;
  };
  schema.properties.kind.enum.push(KIND);
  schema.allOf.push({
    if: { properties: { kind: { const: KIND } }, required: ['kind'] },
    then: {
      properties: { data: { $ref: `#/$defs/${KIND}` } },
      if: { properties: { status: { const: 'active' } }, required: ['status'] },
      then: { properties: { data: { required: REQUIRED } } },
    },
  });
  schema.$defs[KIND] = shape;
  return schema;
}

function topics(read: (path: string) => string): string {
  const document = parseDocument(read('contracts/asyncapi.yaml'));
  const messages = (document.toJS() as { components: { messages: Record<string, object> } }).components.messages;
  const sibling = stringify(messages['municipality.start']);
  const $ref = `#/components/messages/${KIND}`;
  for (const channel of ['source.municipality', 'source.own']) {
    document.setIn(['channels', channel, 'messages', KIND], { $ref });
  }
  document.setIn(
    ['components', 'messages', KIND],
    parseDocument(sibling.replaceAll('municipality.start', KIND)).contents,
  );
  return document.toString();
}
