import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionWriter } from '../../src/indicators/domain/render';
import type { IndicatorDecision } from '../../src/kernel/decision';
import type { PersonKey } from '../../src/kernel/clinical-event';
import type { Receipt } from '../../src/kernel/receipt';
import type { Topic } from '../../src/ports/event-log';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { faqCases } from '../../src/synthetic/faq-cases';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from '../robustness/embedded';

const folder = mkdtempSync(join(tmpdir(), 'rehabspor-messages-'));
const embedded = openEmbedded(settingsFor(folder), SetClock.at('2024-06-30'));
const { schemas } = embedded;
const lines: string[] = [];
let receipts: (Receipt | undefined)[] = [];

beforeAll(async () => {
  const organisations = organisationInputOf(embedded.basis.organisations);
  lines.push(...faqCases().map((event) => JSON.stringify(event)));
  generatePopulation({ patients: 300, seed: 5, years: 1, organisations }, (text) => {
    lines.push(...text.trimEnd().split('\n'));
  });
  lines.push('no JSON', '{"specversion":"1.0"}');
  receipts = await embedded.intake.receive(
    lines.map((text) => ({ text })),
    { receivedAt: 'stated-or-clock' },
  );
  embedded.log.start();
  await embedded.log.settled();
  await embedded.watch.judgeAll();
  await embedded.log.settled();
});

afterAll(async () => {
  await closeEmbedded(embedded);
  rmSync(folder, { recursive: true, force: true });
});

/** What does not follow a schema, said in a line each; the first few are enough to see. */
function faults(schema: string, values: readonly unknown[]): string[] {
  const validate = schemas.validator(schema);
  return values
    .filter((value) => validate(value) !== true)
    .slice(0, 3)
    .map((value) => {
      void validate(value);
      return `${JSON.stringify(validate.errors?.[0])} in ${JSON.stringify(value)}`;
    });
}

function messagesOf(topic: Topic): unknown[] {
  const messages: unknown[] = [];
  for (let partition = 0; partition < embedded.log.partitionsOf(topic); partition += 1) {
    messages.push(...embedded.log.read(topic, partition, 0, Infinity).map(({ value }) => value));
  }
  return messages;
}

test.each([
  ['clinical-events', 'clinical-event'],
  ['feed-statuses', 'feed-status-change'],
  ['pathway-changes', 'pathway-change'],
  ['decisions', 'decision-change'],
  ['feed-alarms', 'feed-alarm-step'],
] as const)('every message on %s follows its schema', (topic, schema) => {
  const messages = messagesOf(topic);
  expect(messages.length).toBeGreaterThan(20);
  expect(faults(schema, messages)).toEqual([]);
});

test('every receipt follows its schema, and every accepted event followed the schema of its type', () => {
  expect(receipts).toHaveLength(lines.length);
  expect(faults('receipt', receipts)).toEqual([]);
  const accepted = lines
    .filter((_, at) => receipts[at]?.status === 'accepted')
    .map((line) => JSON.parse(line) as object);
  const types = new Set(accepted.map((event) => (event as { type: string }).type));
  expect(types.size).toBe(16);
  for (const type of types) {
    const schema = `source/${type.slice('dk.rehabspor.'.length, -'.v1'.length)}`;
    const ofType = accepted.filter((event) => (event as { type: string }).type === type);
    expect(faults(schema, ofType)).toEqual([]);
  }
});

test('every decision in full follows its schema', async () => {
  const writer = new DecisionWriter(embedded.definitions, embedded.names);
  const write = (person: PersonKey, decisions: readonly IndicatorDecision[]) =>
    decisions.map((decision) => writer.write(decision, person, '2024-06-30'));
  const decisions: object[] = [];
  for await (const page of embedded.decisions.scan(100)) {
    for (const { person, decisions: decided } of page) decisions.push(...write(person, decided));
  }
  expect(decisions.length).toBeGreaterThan(3_000);
  expect(faults('decision', decisions)).toEqual([]);
});

test('no message after intake holds a CPR number', () => {
  const numbers = new Set(lines.flatMap((line) => /"cpr":"(\d{10})"/.exec(line)?.[1] ?? []));
  const said = (['clinical-events', 'feed-statuses', 'pathway-changes', 'decisions', 'feed-alarms'] as const)
    .map((topic) => JSON.stringify(messagesOf(topic)))
    .join('\n');
  const tenDigits = said.match(/(?<!\d)\d{10}(?!\d)/g) ?? [];
  expect(numbers.size).toBeGreaterThan(300);
  expect(tenDigits.filter((digits) => numbers.has(digits))).toEqual([]);
});
