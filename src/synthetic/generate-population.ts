import { addDays, addMonths, dayFromNumber, dayNumber, type Day } from '../kernel/day';
import { sendBadLine } from './bad-lines';
import { openChronicle } from './chronicle';
import { SECONDS_PER_DAY } from './danish-time';
import { planDemoFeeds } from './demo-feeds';
import { createDeliveries, type Deliveries } from './deliveries';
import { ALL_CONNECTED, type FeedPlan, planFeeds } from './feeds';
import { createShortForm } from './held-event';
import { layOut, type OrganisationInput } from './organisation-input';
import { tellPerson } from './pathway-story';
import { drawPatient } from './patient';
import { createRandom, STREAMS } from './random';
import { createReceiptBuckets } from './receipt-buckets';

export interface PopulationOptions {
  /** Index patients in all, spread evenly over the years. */
  readonly patients: number;
  /** An integer from 0 to 2^32 - 1. */
  readonly seed: number;
  /** Years of index days, 1 to 30; the last one is always the same. */
  readonly years: number;
  readonly organisations: OrganisationInput;
  /**
   * `all-connected`: every source delivers all the time, for simulations that need to know the truth; `demo`: see
   * `planDemoFeeds`; default `as-usual`.
   */
  readonly feeds?: 'as-usual' | 'all-connected' | 'demo';
  /** The last index day, and the last day on which anything is received; default: a fixed one, and all that follows. */
  readonly through?: Day;
}

const LAST_YEAR = { from: '2022-12-01', to: '2023-11-30' } as const;
const CHUNK_CHARACTERS = 65_536;
/** Nothing is received before the index day of the person it is about; a few days more cost nothing. */
const LEAD_DAYS = 3;

/**
 * Writes a synthetic population as source events (interface.md §1), one NDJSON line each, in the order of receipt and in
 * chunks of about 64 kB that end with a line. The same options give the same text on any machine. Memory holds what is
 * waiting for its day of receipt, in short form, and the numbers given out: it grows with patients a year.
 */
export function generatePopulation(options: PopulationOptions, write: (lines: string) => void): void {
  const { patients, seed, years, organisations, through } = checked(options);
  const lastYear = through === undefined ? LAST_YEAR : { from: addDays(addMonths(through, -12), 1), to: through };
  const firstDay = dayNumber(addMonths(lastYear.from, -12 * (years - 1)));
  const lastDay = dayNumber(lastYear.to);

  let chunk = '';
  const buckets = createReceiptBuckets(createShortForm(), (line) => {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) return;
    write(chunk);
    chunk = '';
  });
  const feeds = feedsOf(options, { firstDay, lastYearFrom: dayNumber(lastYear.from), lastDay });
  const mishaps = createRandom(seed, STREAMS.deliveries);
  const deliveries = createDeliveries(mishaps, feeds, buckets);
  deliverNotices(feeds, deliveries);

  const random = createRandom(seed, STREAMS.persons);
  const geography = layOut(organisations);
  const spoil = sendBadLine(mishaps, deliveries, feeds.sends);
  const taken = new Set<number>();
  for (let number = 0; number < patients; number += 1) {
    const indexDay = firstDay + Math.floor((number * (lastDay - firstDay + 1)) / patients);
    buckets.release(indexDay - LEAD_DAYS);
    const patient = drawPatient(random, geography, number, indexDay, lastDay, taken);
    tellPerson(openChronicle(random, patient, { feeds, deliveries, mishaps, spoil }), geography);
  }
  buckets.release(through === undefined ? Number.POSITIVE_INFINITY : lastDay + 1);
  if (chunk !== '') write(chunk);
}

function feedsOf(
  { feeds = 'as-usual', seed, organisations }: PopulationOptions,
  { firstDay, lastYearFrom, lastDay }: { firstDay: number; lastYearFrom: number; lastDay: number },
): FeedPlan {
  if (feeds === 'all-connected') return ALL_CONNECTED;
  if (feeds === 'demo') return planDemoFeeds(organisations, firstDay, lastDay);
  return planFeeds(createRandom(seed, STREAMS.feeds), organisations, firstDay, lastYearFrom);
}

/** The registry's own notices come in the morning of the day they are noted. */
function deliverNotices(feeds: FeedPlan, deliveries: Deliveries): void {
  feeds.notices.forEach(({ organisation, state, from, to, notedOn }, number) => {
    const until = to === undefined ? '' : `,"to":"${dayFromNumber(to)}"`;
    const recorded = notedOn * SECONDS_PER_DAY + 8 * 3600;
    const fields = `"recordId":"f${number}","organisation":"${organisation}","state":"${state}","from":"${dayFromNumber(from)}"${until}`;
    const event = {
      kind: 'registry.feed-status',
      source: 'registry:rkkp',
      id: `f${number}`,
      recorded,
      cpr: '',
      fields,
    } as const;
    deliveries.deliverAt(event, recorded);
  });
}

function checked(options: PopulationOptions): PopulationOptions {
  const within = (name: 'patients' | 'seed' | 'years', least: number, most: number): void => {
    const value = options[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new RangeError(`${name}: ${value} is not a whole number from ${least} to ${most}`);
    }
  };
  within('patients', 0, 5_000_000);
  within('seed', 0, 0xffff_ffff);
  within('years', 1, 30);
  return options;
}
