import type { Decision } from '../../src/kernel/decision';
import { decide, type Told } from '../support/evaluate';
import { ODENSE, ODENSE_HOSPITAL, civilRegistration, feed, hospital } from '../support/sectors';
import { INDEX_DAY } from './cases';

/** The day after the last window has closed. */
export const AFTER = '2024-01-04';

export const silent = (organisation: string, from: string, to: string) => feed(organisation, 'silent', from, to);
export const hospitalSilent = (from: string, to: string) => silent(ODENSE_HOSPITAL, from, to);
export const odenseSilent = (from: string, to: string) => silent(ODENSE, from, to);

/** The decision on a patient of Odense whose pathway began on the index day. */
export const decided = (key: string, told: Told, asOf = AFTER): Promise<Decision> =>
  decide(key, [hospital().pci(INDEX_DAY), civilRegistration.livesIn('0461'), told], { asOf });

/** Outcome, reason, `open` where the denominator is, and what is possible. */
export const shortly = ({ outcome, reason, denominator, possible }: Decision): string =>
  [outcome, reason, denominator === undefined ? undefined : 'open', possible?.join('|')]
    .filter((part) => part !== undefined)
    .join(' ');
