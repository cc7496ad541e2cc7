import fc from 'fast-check';
import { addDays } from '../../src/kernel/day';
import { EVENT_KINDS, SERVICE_DATE_FIELD, typeOfKind, type EventKind } from '../../src/kernel/event-kinds';
import { completeExample } from '../support/complete-example';
import { LAB, ODENSE, ODENSE_HOSPITAL, OTHER_HOSPITAL, PHARMACY } from '../support/sectors';
import { ANNA, BO, GRY, noon, type Extra, type SourceEvent } from '../support/source-event';

const INDEX_DAY = '2023-01-03';
const PERSONS = [ANNA, BO, GRY];

/** Days around two pathways, often on the edges of their windows. */
export const anyDay = fc
  .oneof(
    { weight: 2, arbitrary: fc.constantFrom(0, 0, 1, 12, 13, 14, 60, 90, 91, 180, 181, 365, 366, 367, 731) },
    { weight: 3, arbitrary: fc.integer({ min: -40, max: 420 }) },
  )
  .map((days) => addDays(INDEX_DAY, days));

const of = fc.constantFrom;
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const lprDay = anyDay.map((day) => (day < '2023-01-01' ? '2023-01-01' : day));
const formDay = fc.integer({ min: -40, max: -4 }).map((days) => addDays(INDEX_DAY, days));

const measured = fc.oneof(
  fc.record({ kind: of('blood-pressure'), systolic: of(120, 139, 140), diastolic: of(80, 90) }),
  fc.record({ kind: of('hads'), anxiety: of(3, 8), depression: of(3, 11) }),
  fc.record({ kind: of('hjertekost'), score: of(60, 75) }),
  fc.record({ kind: of('smoking-status'), value: of('smoker', 'former-smoker', 'never-smoker', 'unknown') }),
  fc.record({
    kind: of('exercise-capacity'),
    method: of('watt', '6mwt'),
    phase: of('start', 'end'),
    value: of(100, 110),
  }),
);
const pressure = fc.record({ systolic: of(120, 150), diastolic: of(80, 95) });
const hads = fc.record({ anxiety: of(3, 9), depression: of(2, 8) });
const hospitals = of(ODENSE_HOSPITAL, ODENSE_HOSPITAL, ODENSE_HOSPITAL, OTHER_HOSPITAL);
const municipalities = of(ODENSE, ODENSE, 'municipality:0450');
const links = { contactId: maybe(of('k1', 'k2')), courseId: maybe(of('c1', 'c2')) };
const interventions = of('training', 'diet', 'smoking-cessation', 'patient-education', 'psychosocial');

/** What an event says, before it has an id, a person and a registration. */
interface Said {
  readonly kind: EventKind;
  readonly source: string;
  readonly day: string;
  readonly fields: Extra;
}

/** The kinds that stories below tell of. */
const kindsTold = new Set<EventKind>();

/** Events of one kind whose service date stands in `dated`. */
function said(
  kind: EventKind,
  source: fc.Arbitrary<string>,
  dated: string,
  fields: Record<string, fc.Arbitrary<unknown>>,
  day: fc.Arbitrary<string> = anyDay,
): fc.Arbitrary<Said> {
  kindsTold.add(kind);
  return fc
    .record({ source, day, fields: fc.record(fields) })
    .map((drawn) => ({ kind, source: drawn.source, day: drawn.day, fields: { ...drawn.fields, [dated]: drawn.day } }));
}

/** Measurements say what was measured beside the date. */
const measuredSaid = (kind: EventKind, source: fc.Arbitrary<string>, day?: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  said(kind, source, 'measuredOn', { measured }, day).map(({ fields: { measured: values, ...rest }, ...event }) => ({
    ...event,
    fields: { ...rest, ...(values as Extra) },
  }));

/** Every kind a story needs, as a story has it. */
const told: readonly fc.MaybeWeightedArbitrary<Said>[] = [
  {
    weight: 5,
    arbitrary: said('hospital.procedure', hospitals, 'performedOn', { ...links, code: of('KFNG02', 'KFNC10') }),
  },
  {
    weight: 5,
    arbitrary: said('hospital.diagnosis', hospitals, 'diagnosedOn', {
      ...links,
      code: of('DI209', 'DI251', 'DI219', 'DZ034', 'DE119'),
      role: of('A', 'A', 'B', 'H'),
      refuted: of(false, false, true, undefined),
    }),
  },
  {
    weight: 5,
    arbitrary: said(
      'hospital.procedure',
      hospitals,
      'performedOn',
      {
        ...links,
        code: of('BVDY04', 'BUG1', 'BRXT1'),
        purpose: of(undefined, 'delivered', 'referral'),
        performedBy: of(undefined, undefined, undefined, ODENSE),
      },
      lprDay,
    ),
  },
  said('hospital.contact', hospitals, 'startedOn', { contactId: of('k1', 'k2'), courseId: maybe(of('c1', 'c2')) }),
  said('hospital.referral', hospitals, 'referredOn', {
    contactId: maybe(of('k1', 'k2')),
    to: of(ODENSE),
    interventions: fc.subarray(['diet', 'smoking-cessation', 'training']),
  }),
  { weight: 4, arbitrary: measuredSaid('hospital.measurement', hospitals, lprDay) },
  { weight: 3, arbitrary: measuredSaid('municipality.measurement', municipalities) },
  measuredSaid('general-practice.measurement', of('general-practice:012345')),
  {
    weight: 2,
    arbitrary: said('municipality.start', municipalities, 'startedOn', {
      courseId: of('f1', 'f2'),
      plannedSessions: maybe(of(0, 20)),
    }),
  },
  {
    weight: 3,
    arbitrary: said('municipality.intervention', municipalities, 'deliveredOn', {
      kind: interventions,
      form: of(undefined, 'group'),
      attended: of(undefined, true, false),
    }),
  },
  {
    weight: 2,
    arbitrary: said('municipality.end', municipalities, 'endedOn', {
      courseId: of('f1', 'f2'),
      outcome: of('completed', 'stopped', 'transferred'),
      attendedSessions: maybe(of(15, 16)),
      plannedSessions: maybe(of(0, 20)),
    }),
  },
  {
    weight: 2,
    arbitrary: said('laboratory.result', of(LAB), 'sampledOn', {
      npu: of('NPU01568', 'NPU27300'),
      value: of(1.4, 1.5, '<2.0', '<=1.4', '>8'),
      unit: of('mmol/L', 'mmol/L', 'mg/dL'),
    }),
  },
  {
    weight: 2,
    arbitrary: said('pharmacy.dispensing', of(PHARMACY), 'dispensedOn', { atc: of('B01AC06', 'C10AA05', 'A02BC01') }),
  },
  said('patient.questionnaire', of('patient:pro'), 'answeredOn', {
    instrument: of('hads'),
    anxiety: of(3, 9),
    depression: of(3, 9),
  }),
  said(
    'danheart.form',
    of('danheart:330901000016003'),
    'serviceOn',
    {
      form: of('start', 'end'),
      submittedOn: of('2023-01-20'),
      smokingStatus: of('smoker', 'unknown'),
      bloodPressure: pressure,
      hads: maybe(hads),
      diet: maybe(of(true, false)),
      smokingCessation: maybe(of(true, false)),
    },
    formDay,
  ),
  {
    weight: 2,
    arbitrary: said('person.status', of('person:civil-registration'), 'from', {
      state: of('alive', 'alive', 'alive', 'dead', 'emigrated'),
      municipality: maybe(of('0461', '0450')),
      replaces: of(undefined, undefined, undefined, ANNA, BO),
    }),
  },
  {
    weight: 2,
    arbitrary: said('registry.feed-status', of('registry:rkkp'), 'from', {
      organisation: of(ODENSE, ODENSE_HOSPITAL, LAB, PHARMACY),
      state: of('connected', 'not-connected', 'silent'),
      to: maybe(anyDay),
    }).map((drawn) => {
      const { to, ...fields } = drawn.fields;
      return typeof to === 'string' && to < drawn.day ? { ...drawn, fields } : drawn; // It ends no sooner than it begins.
    }),
  },
];

/** A kind of which no story tells: as its complete example has it, on any day. */
function saidAsExample(kind: EventKind): fc.Arbitrary<Said> {
  const { source, data } = completeExample(kind);
  const { cpr: _cpr, recordId: _record, version: _version, status: _status, ...fields } = data;
  return said(
    kind,
    of(source),
    SERVICE_DATE_FIELD[kind] ?? 'from',
    mapped(fields, (value) => of(value)),
  );
}

const mapped = <A, B>(record: Readonly<Record<string, A>>, by: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, by(value)]));

/** What any kind of event says. */
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  ...told,
  ...EVENT_KINDS.filter((kind) => !kindsTold.has(kind)).map(saidAsExample),
);

/** An event with its place among the others: few record ids and persons, so that corrections, moves and ties happen. */
const anyEvent = fc.record({
  said: anySaid,
  cpr: of(...PERSONS, ANNA, ANNA, ANNA),
  record: fc.integer({ min: 1, max: 12 }),
  version: of(undefined, undefined, 1, 2, 3),
  status: of(undefined, undefined, undefined, undefined, 'retracted'),
  recordedLater: of(0, 0, 0, 1, 20),
});

type Drawn = typeof anyEvent extends fc.Arbitrary<infer D> ? D : never;

/** What most stories begin with: an infarction that nothing else corrects. */
const infarction = (code: string): Drawn => ({
  said: {
    kind: 'hospital.diagnosis',
    source: ODENSE_HOSPITAL,
    day: INDEX_DAY,
    fields: { code, role: 'A', diagnosedOn: INDEX_DAY },
  },
  cpr: ANNA,
  record: 99,
  version: undefined,
  status: undefined,
  recordedLater: 0,
});

function eventOf(
  { said: { kind, source, day, fields }, cpr, record, version, status, recordedLater }: Drawn,
  at: number,
): SourceEvent {
  return {
    specversion: '1.0',
    // Ids run against the order they were drawn in, so that a tie is not broken by the order alone.
    id: `e${999 - at}`,
    source,
    type: typeOfKind(kind),
    time: noon(addDays(day, recordedLater)),
    data: {
      ...(kind === 'registry.feed-status' ? undefined : { cpr }),
      recordId: `r${record}`,
      ...(version === undefined ? undefined : { version }),
      ...(status === undefined ? undefined : { status }),
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    },
  };
}

/** Sound events of a few persons, each with an id of its own. */
export const anyEvents: fc.Arbitrary<SourceEvent[]> = fc
  .tuple(
    of('DI219', 'DI219', 'DI219', 'DZ034').map(infarction),
    fc.array(anyEvent, { minLength: 6, maxLength: 45, size: 'max' }),
  )
  .map(([first, others]) => [first, ...others].map(eventOf));

/** A day on which to decide. */
export const anyAsOf = fc.oneof(fc.constant('2025-12-31'), anyDay);
