import { passesModulus11 } from '../src/synthetic/cpr';

/** Events of which very many belong to one person, one organisation or one record. */
export interface HeavyCase {
  /** What there is much of, and how much in the smallest of the three runs. */
  readonly name: string;
  readonly count: number;
  /** How many events are sent together; 500 where nothing is said. */
  readonly together?: number;
  /** The event of a number, from 0; those before it have been sent. */
  readonly eventAt: (number: number) => object;
}

const HOSPITAL = 'hospital:330901000016003';
const MUNICIPALITY = 'municipality:0461';
const MS_PER_DAY = 86_400_000;

/** Constructed numbers of people born from 1950 on, none of which passes modulus 11. */
function numberOf(at: number): string {
  const born = new Date(Date.UTC(1950, 0, 1) + (at % 3_000) * MS_PER_DAY).toISOString();
  const serial = 1_000 + 2 * Math.floor(at / 3_000);
  const digits = (last: number): string => `${born.slice(8, 10)}${born.slice(5, 7)}${born.slice(2, 4)}${last}`;
  return passesModulus11(digits(serial)) ? digits(serial + 1) : digits(serial);
}

const ANNA = '1502779995';
const dayOf = (at: number): string => new Date(Date.UTC(2023, 0, 2) + at * MS_PER_DAY).toISOString().slice(0, 10);

function event(type: string, source: string, at: number, data: object): object {
  return {
    specversion: '1.0',
    id: `${type}-${at}`,
    source,
    type: `dk.rehabspor.${type}.v1`,
    time: new Date(Date.UTC(2024, 0, 1) + at * 1_000).toISOString(),
    data: { recordId: `r-${at}`, ...data },
  };
}

const diagnosis = (at: number, data: object): object =>
  event('hospital.diagnosis', HOSPITAL, at, { code: 'DI214', role: 'A', diagnosedOn: '2023-01-02', ...data });

/** The first event opens Anna's pathway; then comes what there is much of. */
const afterInfarction =
  (later: (at: number) => object) =>
  (at: number): object =>
    at === 0 ? diagnosis(0, { cpr: ANNA }) : later(at);

const referrals = afterInfarction((at) =>
  event('hospital.referral', HOSPITAL, at, {
    cpr: ANNA,
    to: MUNICIPALITY,
    interventions: ['diet'],
    referredOn: dayOf(at % 360),
  }),
);

const personsOfOneRecord = (at: number): object => diagnosis(at, { cpr: numberOf(at), recordId: '1' });

export const HEAVY_CASES: readonly HeavyCase[] = [
  {
    name: 'blood pressures of one person',
    count: 2_500,
    eventAt: afterInfarction((at) => {
      const values = { kind: 'blood-pressure', systolic: 120 + (at % 40), diastolic: 70 + (at % 20) };
      return event('hospital.measurement', HOSPITAL, at, { cpr: ANNA, measuredOn: dayOf(at % 360), ...values });
    }),
  },
  {
    name: 'contacts and services of one person',
    count: 2_000,
    eventAt: afterInfarction((at) => {
      const courseId = `f-${at % 7}`;
      return at % 2 === 0
        ? event('hospital.contact', HOSPITAL, at, { cpr: ANNA, contactId: 'k', courseId, startedOn: dayOf(at % 360) })
        : event('hospital.procedure', HOSPITAL, at, {
            cpr: ANNA,
            contactId: 'k',
            code: 'BUGA0',
            performedOn: dayOf(at % 360),
          });
    }),
  },
  {
    name: 'referrals and services of one person',
    count: 2_000,
    eventAt: afterInfarction((at) => {
      const shared = { cpr: ANNA, contactId: `k-${at >> 1}` };
      return at % 2 === 0
        ? event('hospital.referral', HOSPITAL, at, {
            ...shared,
            to: MUNICIPALITY,
            interventions: ['diet'],
            referredOn: dayOf(at % 360),
          })
        : event('hospital.procedure', HOSPITAL, at, { ...shared, code: 'BUGA0', performedOn: dayOf(at % 360) });
    }),
  },
  {
    name: 'numbers of one person',
    count: 500,
    eventAt: (at) =>
      at === 0
        ? diagnosis(0, { cpr: numberOf(0) })
        : event('person.status', 'person:civil-registration', at, {
            cpr: numberOf(at),
            replaces: numberOf(at - 1),
            state: 'alive',
            from: '2023-01-01',
          }),
  },
  {
    name: 'persons of one record id',
    count: 1_000,
    eventAt: personsOfOneRecord,
  },
  {
    name: 'statuses of one organisation',
    count: 12_500,
    eventAt: (at) => {
      if (at % 500 === 1) return diagnosis(at, { cpr: numberOf(at) });
      const state = at % 3 === 0 ? 'connected' : 'silent';
      return event('registry.feed-status', 'registry:rkkp', at, {
        organisation: HOSPITAL,
        state,
        from: dayOf(at % 4_000),
        ...(at % 2 === 0 ? { to: dayOf((at % 4_000) + 9) } : {}),
      });
    },
  },
  { name: 'persons of one record id, one by one', count: 500, together: 1, eventAt: personsOfOneRecord },
  { name: 'referrals of one person, one by one', count: 250, together: 1, eventAt: referrals },
];
