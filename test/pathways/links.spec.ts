import { foldOne, foldStory } from '../support/fold';
import { ODENSE, OTHER_HOSPITAL, hospital } from '../support/sectors';
import { ANNA, BO, correction, retraction, type SourceEvent } from '../support/source-event';

const { procedure, diagnosis, contact, referral, pci } = hospital();
const on = '2023-02-10';

/** What the person’s one service or procedure came to: undefined when nothing holds it back. */
async function hindranceOf(...story: (SourceEvent | SourceEvent[])[]): Promise<string | undefined> {
  return (await foldOne(story)).findings[0]?.code;
}

const talk = (links: Record<string, unknown>) => procedure('BVDY04', on, links);
const angina = (links: Record<string, unknown>) => diagnosis('DI209', on, links);

describe('two records are linked when they share', () => {
  it.each([
    ['a contact', { contactId: 'K-1' }, { contactId: 'K-1' }],
    ['a course', { courseId: 'F-1' }, { courseId: 'F-1' }],
    ['one of both', { contactId: 'K-1', courseId: 'F-1' }, { contactId: 'K-2', courseId: 'F-1' }],
  ])('%s', async (_what, ours, theirs) => {
    expect(await hindranceOf(talk(ours), angina(theirs))).toBeUndefined();
  });

  it.each([
    ['nothing', {}, {}],
    ['different contacts', { contactId: 'K-1' }, { contactId: 'K-2' }],
    ['different courses', { courseId: 'F-1' }, { courseId: 'F-2' }],
    ['one id as contact and as course', { contactId: 'X' }, { courseId: 'X' }],
    ['a contact and a course nobody ties together', { contactId: 'K-1' }, { courseId: 'F-1' }],
  ])('not with %s', async (_what, ours, theirs) => {
    expect(await hindranceOf(talk(ours), angina(theirs))).toBe('MISSING_DIAGNOSIS');
  });

  it('the course of the contact one of them stands on', async () => {
    const visit = contact('K-1', on, { courseId: 'F-1' });

    expect(await hindranceOf(talk({ courseId: 'F-1' }), angina({ contactId: 'K-1' }), visit)).toBeUndefined();
    expect(await hindranceOf(talk({ contactId: 'K-1' }), angina({ courseId: 'F-1' }), visit)).toBeUndefined();
  });

  it('the course of both their contacts', async () => {
    const visits = [contact('K-1', on, { courseId: 'F-1' }), contact('K-2', on, { courseId: 'F-1' })];

    expect(await hindranceOf(talk({ contactId: 'K-1' }), angina({ contactId: 'K-2' }), visits)).toBeUndefined();
  });

  it('a contact’s course besides the one a record names itself', async () => {
    const visit = contact('K-1', on, { courseId: 'F-1' });

    expect(
      await hindranceOf(talk({ contactId: 'K-1', courseId: 'F-2' }), angina({ courseId: 'F-1' }), visit),
    ).toBeUndefined();
  });

  it('but not over two steps', async () => {
    const visits = [contact('K-1', on, { courseId: 'F-1' }), contact('K-2', on, { courseId: 'F-2' })];
    const between = diagnosis('DZ034', on, { contactId: 'K-1', courseId: 'F-2' });

    expect(await hindranceOf(talk({ courseId: 'F-1' }), angina({ contactId: 'K-2' }), visits, between)).toBe(
      'OBS_DIAGNOSIS_ONLY',
    );
  });

  it('each of the courses a contact was reported under', async () => {
    const visits = ['F-1', 'F-2'].map((courseId) => contact('K-1', on, { courseId }));

    for (const courseId of ['F-1', 'F-2']) {
      expect(await hindranceOf(talk({ courseId }), angina({ contactId: 'K-1' }), visits)).toBeUndefined();
    }
  });

  it('a retracted contact ties nothing, a corrected one what it says now', async () => {
    const visit = contact('K-1', on, { courseId: 'F-1' });
    const story = [talk({ courseId: 'F-1' }), angina({ contactId: 'K-1' }), visit];

    expect(await hindranceOf(story, retraction(visit))).toBe('MISSING_DIAGNOSIS');
    expect(await hindranceOf(story, correction(visit, { courseId: 'F-2' }))).toBe('MISSING_DIAGNOSIS');
  });

  it('only within one hospital', async () => {
    const there = hospital(OTHER_HOSPITAL).diagnosis('DI209', on, { contactId: 'K-1' });

    expect(await hindranceOf(talk({ contactId: 'K-1' }), there)).toBe('MISSING_DIAGNOSIS');
  });

  it('only within one person', async () => {
    const persons = await foldStory([
      procedure('BVDY04', on, { contactId: 'K-1', cpr: ANNA }),
      diagnosis('DI209', on, { contactId: 'K-1', cpr: BO }),
    ]);

    expect(persons.flatMap(({ findings }) => findings)).toMatchObject([{ code: 'MISSING_DIAGNOSIS' }]);
  });
});

describe('of the linked diagnoses', () => {
  const links = { contactId: 'K-1' };

  it('one of ischaemic heart disease is enough', async () => {
    const others = [diagnosis('DZ034', on, links), diagnosis('DE119', on, links), diagnosis('DI259', on, links)];

    expect(await hindranceOf(talk(links), others)).toBeUndefined();
  });

  it.each([
    ['refuted', { refuted: true }],
    ['a referral diagnosis', { role: 'H' }],
    ['a complication', { role: 'C' }],
  ])('one that is %s is none', async (_what, fields) => {
    expect(await hindranceOf(talk(links), diagnosis('DI209', on, { ...links, ...fields }))).toBe('MISSING_DIAGNOSIS');
  });

  it('the date does not matter', async () => {
    const late = diagnosis('DI209', '2024-06-01', links);
    const early = diagnosis('DI209', '2019-06-01', links);

    expect(await hindranceOf(talk(links), late)).toBeUndefined();
    expect(await hindranceOf(talk(links), early)).toBeUndefined();
  });
});

describe('an unsaid purpose is a referral when a referral stands beside it', () => {
  const contactId = 'K-1';
  const visit = [...pci('2023-01-03'), diagnosis('DI209', on, { contactId })];
  const bug = procedure('BUG1', on, { contactId });
  const hindranceBeside = (service: SourceEvent, ...others: SourceEvent[]) => hindranceOf(visit, service, others);

  it('of the same contact and day that names the service', async () => {
    expect(await hindranceBeside(bug, referral(ODENSE, ['training', 'diet'], on, { contactId }))).toBe('REFERRAL_ONLY');
    expect(
      await hindranceBeside(
        procedure('BRXT1', on, { contactId }),
        referral(ODENSE, ['smoking-cessation'], on, { contactId }),
      ),
    ).toBe('REFERRAL_ONLY');
  });

  it.each([
    ['another service', referral(ODENSE, ['smoking-cessation', 'training'], on, { contactId })],
    ['another contact', referral(ODENSE, ['diet'], on, { contactId: 'K-2' })],
    ['no contact', referral(ODENSE, ['diet'], on)],
    ['another day', referral(ODENSE, ['diet'], '2023-02-11', { contactId })],
    ['another hospital', hospital(OTHER_HOSPITAL).referral(ODENSE, ['diet'], on, { contactId })],
  ])('not of %s', async (_what, beside) => {
    expect(await hindranceBeside(bug, beside)).toBeUndefined();
  });

  it('a service without a contact is never one', async () => {
    const course = { courseId: 'F-1' };
    const story = [procedure('BUG1', on, course), diagnosis('DI209', on, course)];

    expect(await hindranceOf(story, referral(ODENSE, ['diet'], on))).toBeUndefined();
  });

  it('participation never is, whatever the referral names', async () => {
    const all = referral(ODENSE, ['training', 'diet', 'smoking-cessation', 'patient-education', 'psychosocial'], on, {
      contactId,
    });

    expect(await hindranceBeside(procedure('BVDY04', on, { contactId }), all)).toBeUndefined();
  });

  it('nor is a service said to be delivered', async () => {
    const delivered = procedure('BUG1', on, { contactId, purpose: 'delivered' });

    expect(await hindranceBeside(delivered, referral(ODENSE, ['diet'], on, { contactId }))).toBeUndefined();
  });

  it('a retracted referral stands beside nothing', async () => {
    const beside = referral(ODENSE, ['diet'], on, { contactId });

    expect(await hindranceBeside(bug, beside, retraction(beside))).toBeUndefined();
  });
});
