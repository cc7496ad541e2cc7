import { addDays, type Day } from '../../../src/kernel/day';
import type { Journey } from '../../../src/kernel/journey';
import type { Organisation } from '../../../src/kernel/organisation';

type MadeJourney = (on: Day, hospital: Organisation, municipality: Organisation, elsewhere: Organisation) => Journey;

const referred = (on: Day, from: Organisation, to: Organisation): Pick<Journey, 'referrals'> => ({
  referrals: [{ on, from, to, interventions: [] }],
});
const started = (on: Day, municipality: Organisation): Pick<Journey, 'starts' | 'reportedBy'> => ({
  starts: [{ on, municipality, course: 'c1' }],
  reportedBy: { municipality: on },
});
const ended = (on: Day, municipality: Organisation, outcome: string): Pick<Journey, 'ends'> => ({
  ends: [{ on, municipality, course: 'c1', outcome }],
});

/** How ways between the sectors come out, from the index day on; referrals and starts are of that day. */
export const JOURNEYS: readonly MadeJourney[] = [
  () => ({}),
  (on, hospital, municipality) => ({ ...referred(on, hospital, municipality), ...started(on, municipality) }),
  (on, hospital, municipality) => ({
    ...referred(on, hospital, municipality),
    ...started(on, municipality),
    ...ended(addDays(on, 60), municipality, 'completed'),
  }),
  (on, hospital, municipality) => ({
    ...referred(on, hospital, municipality),
    ...started(on, municipality),
    ...ended(addDays(on, 20), municipality, 'stopped'),
    reportedBy: { hospital: on, municipality: on },
  }),
  (on, hospital, municipality, elsewhere) => ({ ...referred(on, hospital, municipality), ...started(on, elsewhere) }),
  (on, hospital, municipality) => referred(on, hospital, municipality),
  (on, hospital, municipality) => ({ ...referred(on, hospital, municipality), reportedBy: { hospital: on } }),
  (on, hospital, municipality) => ({
    ...referred(on, hospital, municipality),
    departed: { on: addDays(on, 9), state: 'dead' },
  }),
  (on, _hospital, municipality) => started(on, municipality),
];
