import supertest from 'supertest';
import { startTestServer } from '../http/server';
import { StandIn } from '../support/stand-in';

async function statementOf(environment: Readonly<Record<string, string>>): Promise<{ text: string; front: string }> {
  const server = await startTestServer(environment, { signIn: new StandIn('nobody') });
  try {
    const [{ text }, { text: front }] = await Promise.all([
      supertest(server.url).get('/tilgaengelighed').expect(200),
      supertest(server.url).get('/findes-ikke').set('accept', 'text/html'),
    ]);
    return { text, front };
  } finally {
    await server.stop();
  }
}

test('the accessibility statement says status, lacks, tests, contact, supervision and day, and every page leads to it', async () => {
  const { text, front } = await statementOf({ REHABSPOR_CONTACT: 'hjerte@example.dk, +45 12 34 56 78' });

  for (const said of ['overholder delvist', 'EN 301 549', 'WCAG 2.1', 'skærmlæsere', 'Digitaliseringsstyrelsen fører'])
    expect(text).toContain(said);
  expect(text).toMatch(/Erklæringen er lavet \d+\. \w+ \d{4}/);
  expect(text).toContain('href="mailto:hjerte@example.dk"');
  expect(text).toContain('href="tel:+4512345678"');
  expect(front).toContain('href="/tilgaengelighed"');
});

test('where nobody is named to write to, the statement says so, and so of a telephone number', async () => {
  expect((await statementOf({})).text).toContain('har endnu ikke oplyst, hvem man skriver til');
  expect((await statementOf({ REHABSPOR_CONTACT: 'hjerte@example.dk' })).text).toContain(
    'ikke oplyst noget telefonnummer',
  );
});
