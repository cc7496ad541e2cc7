import { ODENSE_HOSPITAL } from '../support/sectors';
import { flatYears, TODAY } from './flat-years';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  server.setNow(`${TODAY}T12:00:00Z`);
  await server.tell(flatYears());
}, 60_000);
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;
const EXPECTED = { unit: { id: ODENSE_HOSPITAL }, expected: 65, arrived: 70, isFewer: false };

test('a table of hospitals has the new pathways expected of each by its own history beside those that came', async () => {
  const path = `/indicators/participation/results?period=2024&asOf=${TODAY}`;

  expect(await get(`${path}&level=hospital`)).toMatchObject({ arrivals: [EXPECTED] });
  expect(await get(`${path}&level=region`)).not.toHaveProperty('arrivals');
});

test('a hospital’s profile has them, and says null where nothing can be expected; others have none', async () => {
  expect(await get(`/units/${ODENSE_HOSPITAL}/profile?period=2024`)).toMatchObject({ arrivals: EXPECTED });
  expect(await get(`/units/${ODENSE_HOSPITAL}/profile?period=2023`)).toMatchObject({ arrivals: null });
  expect(await get('/units/denmark/profile?period=2024')).not.toHaveProperty('arrivals');
});
