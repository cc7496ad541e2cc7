import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonView } from '../../src/indicators/application/view-person';
import { startTestServer } from './server';

interface Request {
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');

/** The requests of the README's block of curls, in order. */
function requestsIn(text: string): Request[] {
  const types: Readonly<Record<string, string>> = { $J: 'content-type: application/json' };
  return [...text.matchAll(/curl -s \$A\/(\S+) -H "\$T"( -H (?:'([^']*)'|"(\$J)"))?( -d '([^']*)')?[ )\n]/g)].map(
    ([, path = '', , quoted, named, , body]) => ({
      path,
      ...(quoted === undefined && named === undefined
        ? undefined
        : { type: (quoted ?? types[named as string] ?? '').split(': ')[1] as string }),
      ...(body === undefined ? undefined : { body }),
    }),
  );
}

test('the README’s three requests send a first event, find its person and read the twelve decisions', async () => {
  const server = await startTestServer();
  const [event, lookup, pathways, ...more] = requestsIn(readme) as [Request, Request, Request, ...Request[]];
  const post = ({ path, type, body }: Request) =>
    server.request
      .post(`/api/v1/${path}`)
      .set('content-type', type as string)
      .send(body);

  const received = await post(event);
  await server.embedded.log.settled();
  const { person } = (await post(lookup)).body as { person: string };
  const read = await server.request.get(`/api/v1/${pathways.path.replace('$P', person)}`);
  await server.stop();

  expect(more).toEqual([]);
  expect([received.status, received.body]).toMatchObject([202, [{ id: 'first', status: 'accepted' }]]);
  expect((read.body as PersonView).decisions).toHaveLength(12);
});
