import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { PATIENTS } from '../definitions/stories';
import { requestsOf, type Asked } from './requests-of';
import { startTestServer, type TestServer } from './server';

/** Each answer is held to the document by `server.request`: status, media type and schema. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(PATIENTS);
});
afterAll(() => server.stop());

const operations = requestsOf(readFileSync(contractsPath('openapi.json'), 'utf8'))
  // Answers for ever.
  .filter(({ name }) => name !== 'get /api/v1/changes');
const RUNS = { numRuns: 12, seed: 20230101, endOnFailure: true };

async function ask({ method, path, query, body }: Asked) {
  const parameters = new URLSearchParams(query).toString();
  const request = server.request[method](`${path}${parameters === '' ? '' : `?${parameters}`}`);
  return body === undefined ? request : request.type('json').send(JSON.stringify(body));
}

/** What no schema says, as the document itself tells: the field an answer names then, and the beginning of what it asks for. */
const BEYOND_SCHEMAS =
  /^((after|from): must not hold anything like a CPR number|context: must be (treated|resident)$|period: must be a calendar year|baseline: must be (how many|near enough)|(from|to): must (be|not come after)|knownAt: must not lie in the future|unit: must be a (unit there is|hospital or a municipality)|(recall|comments\.\d+)\.indicator: must be one of|formats: must be csv for a recall list|schedule: must be cron text|definitions: |organisation: must be (a municipality there is|hospital:<SOR>)|url: must (be|begin|hold)|(indicators|unit): must be (one of|a hospital)|since: must be now|delivery: (must name a folder|cannot be mail))/;

test.each(operations.map((operation) => [operation.name, operation] as const))(
  'whatever fits the schema of %s is answered as documented, and refused only for what no schema says',
  async (_name, { valid }) => {
    await fc.assert(
      fc.asyncProperty(valid, async (asked) => {
        const { status, body } = await ask(asked);

        expect(status).not.toBe(500);
        if (status !== 400) return;
        const { errors = [] } = body as { errors?: { path: string; remedy: string }[] };
        expect(
          errors.map(({ path, remedy }) => `${path}: ${remedy}`).filter((one) => !BEYOND_SCHEMAS.test(one)),
        ).toEqual([]);
      }),
      RUNS,
    );
  },
);

test.each(operations.map((operation) => [operation.name, operation] as const))(
  'whatever else is sent to %s is answered as documented, and never with a failure of ours',
  async (_name, { any }) => {
    await fc.assert(
      fc.asyncProperty(any, async (asked) => {
        expect((await ask(asked)).status).not.toBe(500);
      }),
      RUNS,
    );
  },
);

test('the requests made of the schemas follow them', () => {
  const ajv = addFormats(new Ajv2020({ strict: false }));
  const withBodies = operations.filter(({ schema }) => schema !== undefined);

  expect(withBodies.length).toBeGreaterThan(10);
  for (const { valid, schema } of withBodies) {
    const follows = ajv.compile(schema as object);
    for (const { body } of fc.sample(valid, { numRuns: 20, seed: 1 })) {
      if (body !== undefined) expect([follows(body), follows.errors, body]).toEqual([true, null, body]);
    }
  }
});
