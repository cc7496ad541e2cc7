import type { EventKind } from '../kernel/event-kinds';
import type { FeedTrouble } from '../kernel/feed-alarm';
import { LAB_DATABASE, type Organisation } from '../kernel/organisation';
import { notConnected, type FeedPlan } from './feeds';
import type { HospitalInput, OrganisationInput } from './organisation-input';
import { FEEDS } from './rates';

/** The demo's four stories, in days before its last day. */
const HOSPITAL_SILENT_FOR = 9;
/** Aalborg: so long that whole quarters of its patients seem to have gone to nothing. */
const SILENT_MUNICIPALITY: Organisation = 'municipality:0851';
const MUNICIPALITY_SILENT_FOR = 190;
const PART_MISSING_FOR = 24;
const MISSING_PART: EventKind = 'hospital.measurement';
const NEVER = 3650;
const LABORATORY_SILENT = { from: 75, to: 50, caughtUp: 8 } as const;

/**
 * Feeds of a population that ends today, with four things to see and to do something about: a hospital that fell
 * silent some days ago and a municipality that did so half a year ago, so that its numbers fall, of neither of which
 * anybody has said anything; a hospital whose measurements stopped while the rest goes on; and the laboratory
 * database, whose silence was noted and that has delivered everything since, so that its days may count again. As many municipalities as usual are not connected, the smallest, which would have little to send.
 */
export function planDemoFeeds(organisations: OrganisationInput, firstDay: number, lastDay: number): FeedPlan {
  const { municipalities } = organisations;
  const bySize = [...municipalities].sort((a, b) => a.inhabitants - b.inhabitants).map(({ code }) => code);
  const { never, notices } = notConnected(bySize.slice(0, Math.round(bySize.length * FEEDS.notConnected)), firstDay);
  const [partial, silent] = largest(organisations.hospitals).map(({ sor }) => `hospital:${sor}`);
  const isMissing = (source: Organisation, day: number, kind?: EventKind): boolean =>
    source === partial && kind === MISSING_PART && day > lastDay - PART_MISSING_FOR;
  const [from, to] = [lastDay - LABORATORY_SILENT.from, lastDay - LABORATORY_SILENT.to];
  return {
    sends(source, day, kind) {
      if (source === silent && day > lastDay - HOSPITAL_SILENT_FOR) return false;
      if (source === SILENT_MUNICIPALITY && day > lastDay - MUNICIPALITY_SILENT_FOR) return false;
      if (isMissing(source, day, kind)) return false;
      return !never.has(source);
    },
    delivers(source, day, kind) {
      if (source === LAB_DATABASE && day >= from && day <= to) return lastDay - LABORATORY_SILENT.caughtUp;
      // What was recorded before and comes late has stopped with the rest.
      return isMissing(source, day, kind) ? lastDay + NEVER : day;
    },
    notices: [...notices, { organisation: LAB_DATABASE, state: 'silent', from, to, notedOn: to + 1 }],
  };
}

/** The sources that the demo has something to tell of, and what. */
export function tellingFeeds(hospitals: Iterable<HospitalInput>): ReadonlyMap<Organisation, FeedTrouble> {
  const [partial, silent] = largest(hospitals).map(({ sor }): Organisation => `hospital:${sor}`);
  const told: readonly (readonly [Organisation | undefined, FeedTrouble])[] = [
    [partial, 'partial'],
    [silent, 'silent'],
    [SILENT_MUNICIPALITY, 'silent'],
    [LAB_DATABASE, 'made-good'],
  ];
  return new Map(told.flatMap(([source, trouble]) => (source === undefined ? [] : [[source, trouble]])));
}

/** The largest hospitals of two regions: enough comes from them that a silence is told within days. */
function largest(hospitals: Iterable<HospitalInput>): HospitalInput[] {
  const byShare = [...hospitals].sort((a, b) => b.catchment.length * b.share - a.catchment.length * a.share);
  const first = byShare[0];
  const second = byShare.find(({ region }) => region !== first?.region) ?? byShare[1];
  return [first, second].filter((hospital) => hospital !== undefined);
}
