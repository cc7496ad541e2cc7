import { LRUCache } from 'lru-cache';
import type { Day } from '../../kernel/day';
import type { Organisation } from '../../kernel/organisation';
import type { Viewpoint } from '../../kernel/viewpoint';
import { sealed } from '../../counting/domain/sealed';
import type { Cases } from '../../counting/domain/cases';
import { isIn, type Period } from '../../kernel/period';
import { isSmall } from '../../disclosure/domain/small';
import type { ShownCount } from '../../disclosure/domain/shown-row';
import type { RowName } from '../domain/hide-transitions';
import { openLoops, type LoopQuestion, type OpenLoop } from '../domain/open-loops';
import { shownTransitions, type ShownTransitions } from '../domain/shown-transitions';
import { countTransitions, type TransitionTables } from '../domain/transitions';
import { populationIn, type PathwayWithJourney } from '../domain/pathway-with-journey';
import { everyUnit, unitOf, type Unit } from '../../kernel/unit';
import type { Population, MadeUnder } from './population';

export interface TransitionQuestion extends Viewpoint {
  /** A referral belongs to the period its day lies in. */
  readonly period: Period;
  /** The hospital that refers; absent: all. */
  readonly hospital?: Organisation;
  /** The municipality referred to; absent: all. */
  readonly municipality?: Organisation;
}

interface PairRow extends ShownTransitions {
  readonly hospital: Unit;
  readonly municipality: Unit;
}

/** Referral, start and end by pair of hospital and municipality, as plain data. */
export interface TransitionReport extends MadeUnder {
  readonly period: Period;
  readonly hospital?: Unit;
  readonly municipality?: Unit;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly total: ShownTransitions;
  /** By hospital, then municipality. */
  readonly pairs: readonly PairRow[];
  /** Patients referred to others than municipalities; told when all are asked for. */
  readonly referredToOthers?: ShownCount;
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

interface Counted {
  readonly counted: TransitionTables;
  readonly shown: (row: RowName) => ShownTransitions;
}

const TABLES_KEPT = 16;

/** Tells what comes of referrals between hospitals and municipalities, and who is lost on the way. */
export class TransitionReports {
  private readonly kept = new LRUCache<string, Counted>({ max: TABLES_KEPT });

  constructor(readonly population: Population) {}

  /** What there is instead, in words, when the hospital or municipality asked for is none; undefined when it is. */
  async faultIn(question: TransitionQuestion): Promise<string | undefined> {
    const { organisations } = this.population.basis;
    const asked = (['hospital', 'municipality'] as const).filter((level) => question[level] !== undefined);
    if (asked.length === 0) return undefined;
    const { counted } = await this.countedFor(question);
    const known = { hospital: counted.hospitals, municipality: counted.municipalities };
    for (const level of asked) {
      const id = question[level] as Organisation;
      const listed = everyUnit(level, organisations).filter((unit) => !unit.endsWith(':unknown'));
      if (!listed.includes(id) && !known[level].has(id))
        return `There is no such ${level}; there is ${listed.join(', ')}.`;
    }
    return undefined;
  }

  /** Counts by pair. Small numbers are hidden in all pairs together, whichever are asked for. */
  async report(question: TransitionQuestion): Promise<TransitionReport> {
    const { period, hospital, municipality } = question;
    const { smallNumbers, basis } = this.population;
    const { counted, shown } = await this.countedFor(question);
    const asked: RowName = {
      ...(hospital === undefined ? undefined : { hospital }),
      ...(municipality === undefined ? undefined : { municipality }),
    };
    const { total } = counted;
    const isAll = hospital === undefined && municipality === undefined;
    const others = counted.referredToOthers;
    return sealed({
      ...this.population.madeUnder(question),
      period,
      ...(hospital === undefined ? undefined : { hospital: unitOf(hospital, basis.organisations) }),
      ...(municipality === undefined ? undefined : { municipality: unitOf(municipality, basis.organisations) }),
      isEmpty: total.referred + total.unreferred === 0,
      total: shown(asked),
      pairs: counted.pairs
        .filter((pair) => (hospital ?? pair.hospital) === pair.hospital)
        .filter((pair) => (municipality ?? pair.municipality) === pair.municipality)
        .map((pair): PairRow => ({
          hospital: unitOf(pair.hospital, basis.organisations),
          municipality: unitOf(pair.municipality, basis.organisations),
          ...shown({ hospital: pair.hospital, municipality: pair.municipality }),
        })),
      ...(isAll ? { referredToOthers: isSmall(others, smallNumbers) ? null : others } : undefined),
    });
  }

  /** The referrals that nobody is known to have taken up, the most urgent first. */
  async openLoops(question: LoopQuestion & Viewpoint): Promise<OpenLoop[]> {
    const { cases, basis } = await this.population.at(question);
    return openLoops(travellersIn(cases, question.period), question, basis);
  }

  private async countedFor(question: TransitionQuestion): Promise<Counted> {
    const { cases, basis, name } = await this.population.at(question);
    const key = name === undefined ? undefined : `${name} ${question.period.from} ${question.period.to}`;
    const known = key === undefined ? undefined : this.kept.get(key);
    if (known !== undefined) return known;
    const counted = countTransitions(travellersIn(cases, question.period), question.period, basis);
    const found = { counted, shown: shownTransitions(counted, this.population.smallNumbers) };
    if (key !== undefined) this.kept.set(key, found);
    return found;
  }
}

/** Whoever was referred or started in a period. */
function travellersIn(cases: Cases, period: Period): Iterable<PathwayWithJourney> {
  const isThen = ({ on }: { readonly on: Day }): boolean => isIn(period, on);
  return populationIn(
    cases,
    { from: '0001-01-01', to: period.to },
    ({ referrals, starts }) => (referrals?.some(isThen) ?? false) || (starts?.some(isThen) ?? false),
  );
}
