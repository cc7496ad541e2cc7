import { KeyedTally } from '../../src/counting/domain/keyed-tally';
import { perturbed } from '../../src/disclosure/domain/perturb';
import { PUBLISHED, recordKeyOf } from '../support/shown';

const SOURCES = ['municipality'] as const;
const HOSPITAL = 'hospital:330011000016003';

/** Record keys of people who are shown as so many when one of them is counted alone. */
function keyShownAs(shown: number): number {
  for (let person = 0; ; person += 1) {
    const key = recordKeyOf(`p_${person}`, 1);
    if (perturbed({ count: 1, key }) === shown) return key;
  }
}

/** Eight municipalities that differ, and two hundred that told nothing of the one patient of each, who has this record key. */
function manyUnheard(key: number): KeyedTally {
  const tally = new KeyedTally();
  [20, 45, 25, 40, 10, 48, 30, 22].forEach((met, at) => {
    const reporters = { hospital: HOSPITAL, municipality: `municipality:${at}` };
    tally.addPart(reporters, 'met', { count: met, key: 17 * at });
    tally.addPart(reporters, 'notMet', { count: 50 - met, key: 19 * at });
  });
  for (let at = 0; at < 200; at += 1) {
    tally.addPart({ hospital: HOSPITAL, municipality: `municipality:unheard ${at}` }, 'disturbed', { count: 1, key });
  }
  return tally;
}

describe('How far an estimate speaks for organisations that were not heard', () => {
  it('is made of what is shown: patients who are shown as nobody widen nothing', () => {
    const tally = manyUnheard(keyShownAs(0));
    expect(tally.reach(SOURCES).effectiveShare).toBeLessThan(0.9);
    expect(tally.reach(SOURCES, PUBLISHED.count)).toEqual({ effectiveShare: 1, fewOrganisations: false });
  });

  it('is less where each of them is shown as three', () => {
    const tally = manyUnheard(keyShownAs(3));
    const { effectiveShare } = tally.reach(SOURCES, PUBLISHED.count);
    expect(effectiveShare).toBeLessThan(tally.reach(SOURCES).effectiveShare);
  });
});
