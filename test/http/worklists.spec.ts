import type { Reader, Role } from '../../src/access/domain/reader';
import {
  civilRegistration,
  generalPractice,
  hospital,
  municipality,
  ODENSE,
  ODENSE_HOSPITAL,
} from '../support/sectors';
import { ANNA, BO, CARLA } from '../support/source-event';
import { as } from '../support/stand-in';
import { expectProblem, startTestServer, type TestServer } from './server';

const OTHER = 'hospital:440401000016009';
const staff = (organisation: string): Reader => ({
  ...{ subject: `nurse of ${organisation}`, name: 'Nina Holm', kind: 'person', purpose: 'treatment', organisation },
  roles: [organisation.split(':')[0] as Role, 'public'],
});

interface Row {
  readonly person: string;
  readonly relation?: string;
  readonly deadline: string;
  readonly daysLeft: number;
  readonly indicators: readonly { readonly indicator: string; readonly daysLeft: number }[];
  readonly lastContact: Record<string, unknown>;
  readonly followedElsewhere: readonly Record<string, unknown>[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell([
    // Anna: seen by Odense only, long ago; born in 1977.
    ...hospital().pci('2024-02-01', { cpr: ANNA }),
    civilRegistration.livesIn('0461', '2020-01-01', { cpr: ANNA }),
    // Bo: referred, started in Odense, and seen in general practice; born in 1960.
    ...hospital().pci('2024-05-01', { cpr: BO }),
    hospital().referral(ODENSE, ['training', 'diet'], '2024-05-10', { cpr: BO }),
    municipality().start('2024-05-20', { cpr: BO }),
    generalPractice().bloodPressure(130, 80, '2024-06-20', { cpr: BO }),
    // Carla: another hospital's.
    ...hospital(OTHER).pci('2024-06-01', { cpr: CARLA }),
  ]);
});
afterAll(() => server.stop());

const list = (query = '', who?: Reader) =>
  server.request.get(`/api/v1/worklists${query}`).set(who === undefined ? {} : as(who));
const rowsOf = async (query = '', who?: Reader): Promise<readonly Row[]> =>
  ((await list(query, who)).body as { rows: readonly Row[] }).rows;
const key = (cpr: string): string => server.embedded.keys.keyOf(cpr);
const whom = async (query = '', who?: Reader): Promise<string[]> =>
  (await rowsOf(query, who)).map(({ person }) => person);

const annaAndBo = async (): Promise<(Row | undefined)[]> => {
  const rows = await rowsOf('', staff(ODENSE_HOSPITAL));
  return [ANNA, BO].map((cpr) => rows.find(({ person }) => person === key(cpr)));
};

test('health staff see whom their organisation has a relation with, the registry everyone', async () => {
  expect((await whom('', staff(ODENSE_HOSPITAL))).sort()).toEqual([key(ANNA), key(BO)].sort());
  expect(await whom('', staff(OTHER))).toEqual([key(CARLA)]);
  expect(await whom('', staff('general-practice:012345'))).toEqual([key(BO)]);
  expect(await whom('', staff('municipality:0101'))).toEqual([]);
  expect((await whom()).sort()).toEqual([key(ANNA), key(BO), key(CARLA)].sort());
  const relations = await rowsOf('', staff(ODENSE));
  expect(relations.map(({ relation }) => relation).sort()).toEqual(['lives-there', 'reported']);
});

test('a row says what can still be done, until when, and who saw the patient last', async () => {
  const [anna, bo] = await annaAndBo();
  expect(bo?.indicators.find(({ indicator }) => indicator === 'antithrombotic')).toMatchObject({
    ...{ outcome: 'pending', until: '2024-07-30', daysLeft: 31 },
  });
  expect(bo?.indicators.map(({ indicator }) => indicator)).not.toContain('participation');
  expect(bo).toMatchObject({
    ...{ deadline: '2024-07-30', daysLeft: 31, age: 64 },
    lastContact: { on: '2024-06-20', organisation: 'general-practice:012345', what: 'blood-pressure', daysSince: 10 },
  });
  expect(anna?.lastContact).toMatchObject({ on: '2024-02-01', what: 'index-event', organisation: ODENSE_HOSPITAL });
});

test('“followed elsewhere” names who reported rehabilitation, and never oneself', async () => {
  const [anna, bo] = await annaAndBo();
  expect(anna?.followedElsewhere).toEqual([]);
  expect(bo?.followedElsewhere).toEqual([
    { organisation: ODENSE, name: 'Odense', from: '2024-05-20', latest: '2024-05-20' },
  ]);
  const atOdense = await rowsOf('', staff(ODENSE));
  expect(atOdense.map(({ followedElsewhere }) => followedElsewhere)).toEqual([[], []]);
  expect(await whom('?followedElsewhere=true')).toEqual([key(BO)]);
  expect((await whom('?followedElsewhere=false')).sort()).toEqual([key(ANNA), key(CARLA)].sort());
});

test.each([
  ['?indicator=participation', [ANNA, CARLA]],
  ['?indicator=participation&daysSince=60', [ANNA]],
  ['?daysSince=30', [ANNA]],
  ['?within=31', [ANNA, BO]],
  ['?within=30', []],
  ['?within=30&indicator=antithrombotic', []],
  ['?indicator=antithrombotic&outcome=not-met&within=30', []],
  ['?ageFrom=60', [BO, CARLA]],
  ['?ageFrom=60&ageTo=64&hospital=hospital:330901000016003', [BO]],
  ['?municipality=municipality:0461', [ANNA]],
  ['?municipality=municipality:0461&ageFrom=60', []],
  ['?sector=pharmacy&ageTo=50', []],
  ['?indicator=antithrombotic&outcome=not-met', [ANNA]],
  ['?indicator=participation&outcome=met', [BO]],
  ['?indicator=participation&outcome=met&followedElsewhere=false', []],
])('%s: what is given holds together', async (query, cprs) => {
  expect((await whom(query)).sort()).toEqual(cprs.map(key).sort());
});

test('what is due comes first, or whoever was seen longest ago', async () => {
  expect((await rowsOf('?sort=deadline')).map(({ deadline }) => deadline)).toEqual(
    [...(await rowsOf())].map(({ deadline }) => deadline).sort(),
  );
  expect(await whom('?sort=last-contact')).toEqual([key(ANNA), key(CARLA), key(BO)]);
  expect(await whom('?sort=last-contact&limit=1&from=1')).toEqual([key(CARLA)]);
});

test('who is shown is logged with the relations they are shown by, who is not shown is not', async () => {
  await rowsOf('?ageTo=50', staff(ODENSE));
  const { body } = await server.request.get('/api/v1/looks?limit=1&organisation=municipality:0461');
  const [look] = (body as { items: Record<string, unknown>[] }).items;

  expect(look).toMatchObject({ operation: 'listWorklist', persons: [key(ANNA)], relation: 'lives-there' });
});

test('a withdrawn consent takes a person off the list at once', async () => {
  const patient: Reader = { ...staff(OTHER), roles: ['patient', 'public'], person: key(CARLA) };
  const settle = (may: boolean) =>
    server.request
      .post(`/api/v1/persons/${key(CARLA)}/consents`)
      .set(as(patient))
      .send({ organisation: OTHER, may });
  await settle(false);
  expect(await whom('', staff(OTHER))).toEqual([]);
  await settle(true);
  expect(await whom('', staff(OTHER))).toEqual([key(CARLA)]);
});

test('an indicator that there is none of is a problem that lists those there are', async () => {
  expectProblem(await list('?indicator=none'), 404);
  expectProblem(await list('?outcome=perhaps'), 400);
  expectProblem(await list('?followedElsewhere=perhaps'), 400);
});
