import { dayNumber } from '../kernel/day';
import type { EventKind } from '../kernel/event-kinds';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation } from '../kernel/organisation';
import type { OrganisationInput } from './organisation-input';
import type { Random } from './random';
import { FEEDS } from './rates';

/** What the registry will say of a feed, days as day numbers. */
interface FeedNotice {
  readonly organisation: Organisation;
  readonly state: 'connected' | 'not-connected' | 'silent';
  readonly from: number;
  readonly to?: number;
  /** The day the registry noted it. */
  readonly notedOn: number;
}

/** Which sources deliver when; decided once from the seed. */
export interface FeedPlan {
  /** False when a source that is not connected, or lost from a day on, records something (of a kind) on the day. */
  readonly sends: (source: Organisation, day: number, kind?: EventKind) => boolean;
  /** The first day from `day` on at which the source delivers what it has: a short silence is caught up afterwards. */
  delivers(source: Organisation, day: number, kind?: EventKind): number;
  readonly notices: readonly FeedNotice[];
}

/** Every source delivers all the time. */
export const ALL_CONNECTED: FeedPlan = { sends: () => true, delivers: (_source, day) => day, notices: [] };

interface Spell {
  readonly from: number;
  readonly to: number;
}

/** Days after a silence begins until the registry has seen it. */
const NOTICED_AFTER = 10;
/** When the short silences lie, in days after the last year's first day, and how long they last. */
const SPELLS = [
  { organisation: LAB_DATABASE, starts: 70, shortest: 15, longest: 21 },
  { organisation: LAB_DATABASE, starts: 300, shortest: 4, longest: 9 },
  { organisation: PRESCRIPTION_REGISTER, starts: 150, shortest: 14, longest: 20 },
  { organisation: PRESCRIPTION_REGISTER, starts: 420, shortest: 5, longest: 8 },
] as const;
const SILENT_MUNICIPALITIES = 3;

/** Draws the feeds: municipalities never connected, one region's hospitals lost, and short silences. */
export function planFeeds(
  random: Random,
  organisations: OrganisationInput,
  firstDay: number,
  lastYearFrom: number,
): FeedPlan {
  const codes = shuffled(
    random,
    organisations.municipalities.map(({ code }) => code),
  );
  const unconnected = Math.round(codes.length * FEEDS.notConnected);
  const { never, notices } = notConnected(codes.slice(0, unconnected), firstDay);

  const silentFrom = dayNumber(FEEDS.silentFrom);
  const region = random.pick(organisations.hospitals).region;
  const silent = new Set<Organisation>();
  for (const hospital of organisations.hospitals.filter((candidate) => candidate.region === region)) {
    const organisation = `hospital:${hospital.sor}`;
    silent.add(organisation);
    notices.push({ organisation, state: 'silent', from: silentFrom, notedOn: silentFrom + NOTICED_AFTER });
  }

  const spells = new Map<Organisation, Spell[]>();
  const addSpell = (organisation: Organisation, from: number, length: number): void => {
    const to = from + length - 1;
    spells.set(organisation, [...(spells.get(organisation) ?? []), { from, to }]);
    notices.push(...noticesOfSpell(random, organisation, { from, to }));
  };
  for (const { organisation, starts, shortest, longest } of SPELLS) {
    addSpell(organisation, lastYearFrom + starts + random.int(0, 20), random.int(shortest, longest));
  }
  for (const code of codes.slice(unconnected, unconnected + SILENT_MUNICIPALITIES)) {
    addSpell(`municipality:${code}`, lastYearFrom + random.int(60, 200), random.int(30, 90));
  }

  return {
    sends: (source, day) => !never.has(source) && !(day >= silentFrom && silent.has(source)),
    delivers(source, day) {
      const spell = spells.get(source)?.find(({ from, to }) => day >= from && day <= to);
      return spell === undefined ? day : spell.to + 1;
    },
    notices: notices.sort((a, b) => a.notedOn - b.notedOn),
  };
}

/** Municipalities that are never connected, with what is noted of them. */
export function notConnected(codes: readonly string[], firstDay: number) {
  const never = new Set<Organisation>(codes.map((code) => `municipality:${code}`));
  const notices = [...never].map((organisation): FeedNotice => ({
    organisation,
    state: 'not-connected',
    from: firstDay,
    notedOn: firstDay,
  }));
  return { never, notices };
}

/** Either one notice with its end, or an open silence and, afterwards, the word that the source is back. */
function noticesOfSpell(random: Random, organisation: Organisation, { from, to }: Spell): FeedNotice[] {
  if (random.chance(0.5)) return [{ organisation, state: 'silent', from, to, notedOn: to + 1 }];
  return [
    { organisation, state: 'silent', from, notedOn: from + 3 },
    { organisation, state: 'connected', from: to + 1, notedOn: to + 1 },
  ];
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const list = [...items];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}
