import fc from 'fast-check';
import { anyEvents } from '../properties/random-events';
import { feed, LAB, municipality, ODENSE, ODENSE_HOSPITAL, pharmacy, PHARMACY } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

/** The moments at which events of a random history are received. */
export const MOMENTS = [1, 2, 3, 4, 5].map((day) => Date.parse(`2025-01-0${day}T12:00:00Z`));

const anyMoment = fc.constantFrom(...MOMENTS);
const received = (event: SourceEvent, moment: number): SourceEvent => ({
  ...event,
  receivedtime: new Date(moment).toISOString(),
});

/** What becomes of an event: taken back, or said again with other days and values, as far as it goes. */
const anySequel = fc.record({
  of: fc.oneof(fc.nat({ max: 4 }), fc.nat()),
  becomes: fc.constantFrom('retracted', 'refuted', 'on-another-day', 'not-attended'),
  moment: anyMoment,
});
type Sequel = typeof anySequel extends fc.Arbitrary<infer S> ? S : never;

const DAY_FIELDS = ['diagnosedOn', 'performedOn', 'measuredOn', 'deliveredOn', 'startedOn', 'sampledOn', 'dispensedOn'];

function sequelOf(events: readonly SourceEvent[], { of, becomes, moment }: Sequel, at: number): SourceEvent {
  const event = events[of % events.length] as SourceEvent;
  const { data } = event;
  const [dayField] = DAY_FIELDS.filter((field) => field in data);
  const changed = {
    retracted: { status: 'retracted' },
    refuted: 'diagnosedOn' in data ? { refuted: true } : { status: 'retracted' },
    'on-another-day': dayField === undefined ? {} : { [dayField]: '2023-06-20' },
    'not-attended': 'deliveredOn' in data ? { attended: false } : {},
  }[becomes];
  const next = {
    ...event,
    id: `z${at}`,
    time: new Date(Date.parse(event.time) + 365 * 86_400_000).toISOString(),
    data: { ...data, status: 'active', version: 4 + at, ...changed },
  };
  return received(next, moment);
}

const anyFeed = fc.record({
  organisation: fc.constantFrom(ODENSE, ODENSE_HOSPITAL, LAB, PHARMACY),
  state: fc.constantFrom('silent' as const, 'not-connected' as const),
  from: fc.constantFrom('2023-01-01', '2023-02-01'),
  moment: anyMoment,
});

/** What most stories hold, so that there is something to take back: the events after the infarction a story begins with. */
const core = (): SourceEvent[] => [
  municipality().start('2023-02-01', { id: 'c1', recordId: 'c1' }),
  pharmacy.dispensing('C10AA05', '2023-01-20', { id: 'c2', recordId: 'c2' }),
  pharmacy.dispensing('B01AC06', '2023-01-20', { id: 'c3', recordId: 'c3' }),
  municipality().hads(9, 3, '2023-02-01', { id: 'c4', recordId: 'c4' }),
];

/** Sound events of a few persons with what became of them, each received at one of the moments. */
export const anyHistory: fc.Arbitrary<SourceEvent[]> = fc
  .tuple(
    anyEvents
      .map(([infarction, ...others]) => [infarction as SourceEvent, ...core(), ...others])
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.array(anyMoment, { minLength: events.length, maxLength: events.length })),
      ),
    fc.array(anySequel, { maxLength: 12, size: 'max' }),
    fc.array(anyFeed, { maxLength: 2 }),
  )
  .map(([[events, moments], sequels, feeds]) => [
    ...events.map((event, at) => received(event, moments[at] as number)),
    ...sequels.map((sequel, at) => sequelOf(events, sequel, at)),
    ...feeds.map(({ organisation, state, from, moment }, at) => ({
      ...received(feed(organisation, state, from), moment),
      id: `f${at}`,
    })),
  ]);
