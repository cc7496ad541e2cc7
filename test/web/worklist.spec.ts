import { ANNA } from '../support/source-event';
import { linksOn, NURSE, openWebsite, saidOn, story, STRANGER, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  site.server.setNow('2024-03-01T12:00:00Z');
  await site.tell(story());
});
afterAll(() => site.stop());

test('staff see whom their organisation treats and something can still be done for, and nobody else', async () => {
  const own = await site.get('/arbejdsliste', NURSE);

  expect(linksOn(own)).toContain(`/personer/${site.keyOf(ANNA)}`);
  expect(saidOn(own)).toContain('dage tilbage');
  expect((await site.get('/arbejdsliste', STRANGER)).text).not.toContain(site.keyOf(ANNA));
  expect((await site.get('/arbejdsliste')).status).toBe(303);
});

test('what was chosen is kept beside the list, and a choice that cannot be used is told', async () => {
  const chosen = await site.get('/arbejdsliste?within=1&sort=last-contact', NURSE);
  expect(chosen.text).not.toContain(site.keyOf(ANNA));
  expect(chosen.text).toMatch(/name="within"[^>]*value="1"/);
  expect(chosen.text).toMatch(/<option value="last-contact" selected/);

  const bad = await site.get('/arbejdsliste?within=snart', NURSE);
  expect(bad.status).toBe(400);
  expect(bad.text).toContain('value="snart"');
});

test('the list is had as a file by keys, never by CPR numbers', async () => {
  const { headers, text } = await site.get('/arbejdsliste?format=csv', NURSE);

  expect(headers['content-disposition']).toMatch(/attachment; filename="arbejdsliste-2024-03-01\.csv"/);
  expect(text).toContain(site.keyOf(ANNA));
  expect(text).not.toContain(ANNA);
});
