import type { ClinicalEvent } from '../src/kernel/clinical-event';
import type { DecisionChanged } from '../src/kernel/decision-change';
import type { PathwayChange } from '../src/kernel/pathway-change';
import type { Topic } from '../src/ports/event-log';
import { startTestServer, type TestServer } from './http/server';
import { definitions } from './support/evaluate';

const CPR = '0201609995';
const HOSPITAL = 'hospital:330901000016003';

const event = (id: string, kind: string, data: object): object => ({
  specversion: '1.0',
  id,
  source: HOSPITAL,
  type: `dk.rehabspor.hospital.${kind}.v1`,
  time: '2024-02-05T12:00:00+01:00',
  data: { cpr: CPR, recordId: `r-${id}`, contactId: 'k-1', ...data },
});
const INDEX = event('e-1', 'diagnosis', { code: 'DI219', role: 'A', diagnosedOn: '2024-02-01' });
const SERVICE = event('e-2', 'procedure', { code: 'BVDY0', performedOn: '2024-02-05', note: 'kept as it came' });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

function lastOn<V>(topic: Topic): V | undefined {
  const { log } = server.embedded;
  const values: V[] = [];
  for (let partition = 0; partition < log.partitionsOf(topic); partition += 1) {
    values.push(...log.read(topic, partition, 0, Infinity).map(({ value }) => value as V));
  }
  return values.at(-1);
}

test('one event goes through the rooms in the ten steps that docs/architecture.md tells', async () => {
  const { request, embedded } = server;
  const person = embedded.keys.keyOf(CPR);
  await request.post('/api/v1/events').send(INDEX).expect(202);

  // 1–2: a source posts an event; intake reads it and answers.
  const answer = await request.post('/api/v1/events').send(SERVICE).expect(202);
  expect(answer.body).toMatchObject([{ id: 'e-2', source: HOSPITAL, status: 'accepted' }]);

  // 3: checked; a fault is refused with its place.
  const faulty = await request.post('/api/v1/events').send(event('e-3', 'procedure', { code: 'BVDY0' }));
  expect(faulty.body).toMatchObject([{ status: 'rejected', code: 'INVALID_EVENT', path: 'data.performedOn' }]);

  // 4: the ledger knows repeated and reused; the vault and the rejected events keep what they must.
  const again = await request.post('/api/v1/events').send([SERVICE, { ...SERVICE, time: '2024-02-06T12:00:00+01:00' }]);
  expect(again.body).toMatchObject([{ status: 'duplicate' }, { status: 'rejected', code: 'ID_REUSED' }]);
  expect((await embedded.vault.numbersOf([person])).get(person)).toBe(CPR);
  expect(await embedded.rejected.count()).toBe(2);

  // 5: a clinical event without CPR is on the log.
  const clinical = lastOn<ClinicalEvent>('clinical-events');
  expect(clinical).toMatchObject({ person, id: 'e-2', kind: 'hospital.procedure', sealed: expect.any(String) });
  expect(JSON.stringify(clinical)).not.toContain(CPR);

  // 6–7: it is among the person's events, and folded into the pathway its diagnosis opened.
  const eventsOf = await embedded.events.load([person]);
  expect(eventsOf(person).map(({ id }) => id)).toEqual(['e-1', 'e-2']);
  const pathways = (await embedded.states.load([person])).get(person)?.folded.pathways;
  expect(pathways).toMatchObject([{ indexDay: '2024-02-01', facts: [{ kind: 'participation', event: 'e-2' }] }]);

  // 8: the change was told.
  expect(lastOn<PathwayChange>('pathway-changes')).toMatchObject({ person, position: 2, pathways: [{ number: 1 }] });

  // 9: every indicator is decided, and when to look again is known.
  const stored = (await embedded.decisions.load([person])).get(person);
  expect(stored?.decisions.map(({ indicator }) => indicator)).toEqual(definitions.indicators.map(({ key }) => key));
  expect(stored?.deadline).toBe('2024-07-31');

  // 10: decisions are told, and shown with their words.
  const told = lastOn<DecisionChanged>('decisions')?.decisions.find(({ indicator }) => indicator === 'participation');
  expect(told).toMatchObject({ outcome: 'met', decisive: [{ event: 'e-2', sector: 'hospital' }] });
  const shown = await request.get(`/api/v1/persons/${person}/pathways`).expect(200);
  expect(shown.body.decisions[0].explanation.da).toContain('Opfyldt: deltagelse i rehabilitering 5. februar 2024');
  const page = await request.get('/').expect(200);
  expect(page.text).toContain('Deltagelse i rehabilitering');
});
