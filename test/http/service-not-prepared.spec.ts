import { runService } from '../../src/apps/services/run-service';
import { readSettings } from '../../src/platform/config/settings';
import { freePorts } from '../servers/free-ports';
import { hospital } from '../support/sectors';
import { until } from '../support/until';
import { expectProblem } from './server';
import supertest from 'supertest';

test('a service that does not know yet whether the store is of its key asks it nothing for anybody', async () => {
  const [port, kafka, mongo] = (await freePorts(3)) as [number, number, number];
  const settings = readSettings({
    REHABSPOR_MODE: 'distributed',
    REHABSPOR_OIDC_ISSUER: 'https://issuer.example',
    REHABSPOR_KAFKA_BROKERS: `127.0.0.1:${kafka}`,
    REHABSPOR_MONGODB_URL: `mongodb://127.0.0.1:${mongo}/rehabspor`,
    REHABSPOR_KEY: 'a key for tests only',
    REHABSPOR_PORT: String(port),
    REHABSPOR_LOG_LEVEL: 'silent',
  });
  const stopped = runService('intake-http', settings);
  const request = supertest(`http://127.0.0.1:${port}`);
  const live = async (): Promise<boolean> => (await request.get('/health/live').catch(() => undefined))?.status === 200;
  await until('it lives', live, 30_000, 20);

  const refused = [
    await request.post('/api/v1/events').send(hospital().hads(3, 4, '2023-02-10')),
    await request.get('/api/v1/rejected'),
    await request.post('/api/v1/rejected/1/resend'),
  ];
  for (const response of refused) {
    expectProblem(response, 503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.body).toMatchObject({ type: 'urn:rehabspor:problem:not-ready' });
  }
  const { status, text } = await request.get('/metrics');
  expect([status, text]).toEqual([200, expect.stringContaining('rehabspor_rejected_events_open Nan')]);
  expect((await request.get('/contracts')).status).toBe(200);

  process.emit('SIGTERM', 'SIGTERM');
  await stopped;
});
