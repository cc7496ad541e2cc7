import { setAsideBy } from '../../src/platform/kafka/keep-poison';
import { whyFailed } from '../../src/platform/kafka/why-poison';
import { ANNA } from '../support/source-event';
import { BOS } from './planted';

const skipped = {
  group: 'pathways',
  partition: 3,
  offset: 7,
  value: null,
  reason: whyFailed(new TypeError(`no ${ANNA}`), 'clinical-events'),
};

test('a skipped message of a person sets that person aside, by what was to be made of it, without CPR numbers', () => {
  const [folding] = setAsideBy({ ...skipped, topic: 'clinical-events', key: BOS });
  const [deciding] = setAsideBy({ ...skipped, topic: 'x.pathway-changes', key: BOS });

  expect([folding?.stage, deciding?.stage]).toEqual(['folding', 'deciding']);
  expect(folding?.person).toBe(BOS);
  expect(folding?.reason).toContain('clinical-events');
  expect(folding?.reason).not.toContain(ANNA);
});

test('a skipped message of no person sets nobody aside', () => {
  expect(setAsideBy({ ...skipped, topic: 'feed-statuses', key: null })).toEqual([]);
  expect(setAsideBy({ ...skipped, topic: 'source.hospital', key: 'hospital:1' })).toEqual([]);
});
