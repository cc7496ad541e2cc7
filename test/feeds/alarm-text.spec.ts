import { alarmsText } from '../../src/feeds/adapters/text/feed-report';
import { sayFinding } from '../../src/feeds/domain/finding-sentence';
import { codeFamily } from '../../src/kernel/code-family';
import { EVENT_KINDS } from '../../src/kernel/event-kinds';
import type { FeedFinding } from '../../src/kernel/feed-alarm';
import { LANGUAGES } from '../../src/kernel/language';
import { names } from '../support/evaluate';
import { ODENSE_HOSPITAL } from '../support/sectors';

const partial: FeedFinding = {
  organisation: ODENSE_HOSPITAL,
  state: 'partial',
  kind: 'hospital.measurement',
  since: '2023-05-03',
  expected: 40,
  received: 1,
};

describe('An alarm that a part of the events stopped', () => {
  it('says which in plain words', () => {
    const family = codeFamily('hospital.measurement', { kind: 'blood-pressure' });
    expect(sayFinding(partial, names).da).toMatch(/^Sygehusets målinger er udeblevet siden 2023-05-03/);
    expect(sayFinding({ ...partial, family }, names)).toEqual({
      da: 'Sygehusets målinger (blodtryk) er udeblevet siden 2023-05-03, mens resten kommer: ventet 40, modtaget 1.',
      en: 'The hospital’s measurements (blood pressure) have stopped since 2023-05-03 while the rest goes on: 40 expected, 1 received.',
    });
    expect(sayFinding({ ...partial, kind: 'hospital.procedure', family: 'other' }, names).da).toMatch(
      /^Sygehusets procedurer \(andre koder\)/,
    );
  });

  it.each(EVENT_KINDS)('never says %s as it is written in events', (kind) => {
    for (const language of LANGUAGES) expect(sayFinding({ ...partial, kind }, names)[language]).not.toContain(kind);
  });
});

test.each(LANGUAGES)('alarms fit a terminal, those whose lines go on too, in %s', (language) => {
  const alarm = { id: 'a_0123456789abcdefghijklmn', raisedAt: 0, raisedOn: '2023-05-03', places: 1 };
  const madeGood: FeedFinding = { ...partial, state: 'made-good', until: '2023-06-03' };
  const verdict = { what: 'confirmed', by: 'Dataansvarlig for hjertepatienter i regionen', at: 0 } as const;
  const text = alarmsText(
    [
      { ...alarm, finding: partial, verdict },
      { ...alarm, finding: madeGood },
    ],
    names,
    language,
  );
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  const told = text.replace(/\s+/g, ' ');
  for (const finding of [partial, madeGood]) expect(told).toContain(sayFinding(finding, names)[language]);
});
