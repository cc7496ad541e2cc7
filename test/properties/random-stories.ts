import fc from 'fast-check';
import { addDays } from '../../src/kernel/day';
import { civilRegistration, feed, LAB, ODENSE, ODENSE_HOSPITAL, PHARMACY } from '../support/sectors';
import { anyEvents } from './random-events';

/** Weeks in which a source was away. */
const silence = fc
  .record({
    organisation: fc.constantFrom(ODENSE_HOSPITAL, ODENSE, LAB, PHARMACY),
    state: fc.constantFrom('silent', 'not-connected'),
    begins: fc.integer({ min: -10, max: 380 }),
    lasts: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ organisation, state, begins, lasts }) => {
    const from = addDays('2023-01-03', begins);
    return feed(organisation, state, from, addDays(from, lasts));
  });

/** Any events, of sources some of which were away. */
export const anyStory = fc
  .tuple(anyEvents, fc.array(silence, { maxLength: 4 }))
  .map(([events, silences]) => [...events, civilRegistration.livesIn('0461'), ...silences]);
