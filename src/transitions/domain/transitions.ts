import type { Day } from '../../kernel/day';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { isIn, type Period } from '../../kernel/period';
import type { PathwayWithJourney } from './pathway-with-journey';
import { handoversOf, isMunicipality } from './handover';
import { handoverStateOf, type StandingHandover, type TransitionBasis } from './handover-state';
import { countedAs, TransitionTally, type TransitionCounts } from './tally';
import { KeyedCounter } from '../../counting/domain/keyed-counter';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';

/** What came of the handovers from one hospital to one municipality. */
interface TransitionPair extends TransitionCounts {
  readonly hospital: Organisation;
  readonly municipality: Organisation;
}

/** What came of the handovers of a period: by pair, by either end, and in all. */
export interface TransitionTables {
  readonly total: TransitionCounts;
  /** Ordered by hospital, then municipality; only pairs that there is something to tell of. */
  readonly pairs: readonly TransitionPair[];
  readonly hospitals: ReadonlyMap<Organisation, TransitionCounts>;
  readonly municipalities: ReadonlyMap<Organisation, TransitionCounts>;
  /** The zeros of a row that nothing was counted in. */
  readonly nothing: TransitionCounts;
  /** Patients referred to others than municipalities, whose answer is not waited for here. */
  readonly referredToOthers: ShownCount;
}

/** Counts what came of the referrals of a period, as an exit lets it out; a referral belongs to the period that its day lies in. */
export function countTransitions(
  pathways: Iterable<PathwayWithJourney>,
  period: Period,
  basis: TransitionBasis,
  exit: Exit,
): TransitionTables {
  const tallies = new Tallies();
  const others = new KeyedCounter<'others'>();
  for (const travelled of pathways) {
    for (const [handover, standing] of handoversIn(travelled, period, basis)) {
      tallies.of(handover.from, handover.to).add(countedAs(handover, standing, basis.asOf));
    }
    for (const municipality of unreferredStarts(travelled, period, basis.asOf)) {
      tallies.of(travelled.hospital, municipality).addUnreferred(travelled.key);
    }
    if (isReferredToOthers(travelled, period, basis.asOf)) others.add('others', { count: 1, key: travelled.key });
  }
  return { ...tallies.counts(exit), referredToOthers: exit.count(others.of('others')) };
}

/** The tallies of pairs of a hospital and a municipality, and what they come to together. */
class Tallies {
  private readonly pairs = new Map<Organisation, Map<Organisation, TransitionTally>>();

  of(hospital: Organisation, municipality: Organisation): TransitionTally {
    let ofHospital = this.pairs.get(hospital);
    if (ofHospital === undefined) this.pairs.set(hospital, (ofHospital = new Map<Organisation, TransitionTally>()));
    return tallyIn(ofHospital, municipality);
  }

  counts(exit: Exit): Omit<TransitionTables, 'referredToOthers'> {
    const hospitals = new Map<Organisation, TransitionTally>();
    const municipalities = new Map<Organisation, TransitionTally>();
    const total = new TransitionTally();
    const pairs = [...this.pairs].flatMap(([hospital, ofHospital]) =>
      [...ofHospital].map(([municipality, tally]) => ({ hospital, municipality, tally })),
    );
    for (const { hospital, municipality, tally } of pairs) {
      tallyIn(hospitals, hospital).include(tally);
      tallyIn(municipalities, municipality).include(tally);
    }
    for (const tally of hospitals.values()) total.include(tally);
    const reasons = total.reasonsTold(exit);
    const shown = (tally: TransitionTally): TransitionCounts => tally.counts(exit, reasons);
    const countsOf = (tallies: ReadonlyMap<Organisation, TransitionTally>) =>
      new Map([...tallies].map(([organisation, tally]) => [organisation, shown(tally)]));
    return {
      total: shown(total),
      pairs: pairs
        .sort((a, b) => compareCodePoints(a.hospital, b.hospital) || compareCodePoints(a.municipality, b.municipality))
        .map(({ hospital, municipality, tally }) => ({ hospital, municipality, ...shown(tally) }))
        // A row of zeros that stands there all the same would tell that somebody is counted in it.
        .filter((pair) => pair.referred + pair.unreferred > 0),
      hospitals: countsOf(hospitals),
      municipalities: countsOf(municipalities),
      nothing: shown(new TransitionTally()),
    };
  }
}

function tallyIn(tallies: Map<Organisation, TransitionTally>, organisation: Organisation): TransitionTally {
  let tally = tallies.get(organisation);
  if (tally === undefined) tallies.set(organisation, (tally = new TransitionTally()));
  return tally;
}

/** The handovers of a pathway in a period, with where they stand. */
export function handoversIn(
  travelled: PathwayWithJourney,
  period: Period,
  basis: TransitionBasis,
): readonly StandingHandover[] {
  const { referrals } = travelled.journey;
  if (referrals === undefined || !referrals.some(({ on }) => isIn(period, on))) return [];
  return standingHandovers(travelled, basis).filter(([{ referredOn }]) => isIn(period, referredOn));
}

/** All of them, worked out once for all who ask on the same basis. */
function standingHandovers(travelled: PathwayWithJourney, basis: TransitionBasis): readonly StandingHandover[] {
  const known = basis.known.get(travelled);
  if (known !== undefined) return known;
  const found = handoversOf(travelled, basis.asOf).map((handover): StandingHandover => [
    handover,
    handoverStateOf(handover, basis),
  ]);
  basis.known.set(travelled, found);
  return found;
}

/** The municipalities in which a pathway's patient started in the period although nobody had referred to any. */
function unreferredStarts({ indexDay, journey }: PathwayWithJourney, period: Period, asOf: Day): Organisation[] {
  if (indexDay > asOf || journey.starts === undefined) return [];
  if ((journey.referrals ?? []).some(({ on, to }) => on <= asOf && isMunicipality(to))) return [];
  const known = journey.starts.filter(({ on }) => on <= asOf && isIn(period, on));
  return [...new Set(known.map(({ municipality }) => municipality))];
}

function isReferredToOthers({ indexDay, journey }: PathwayWithJourney, period: Period, asOf: Day): boolean {
  if (indexDay > asOf) return false;
  return (journey.referrals ?? []).some(({ on, to }) => !isMunicipality(to) && on <= asOf && isIn(period, on));
}
