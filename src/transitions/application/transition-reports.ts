import { LRUCache } from 'lru-cache';
import type { Day } from '../../kernel/day';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import type { Viewpoint } from '../../kernel/viewpoint';
import { sealed } from '../../counting/domain/sealed';
import type { Period } from '../../kernel/period';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import { openLoops, type LoopQuestion, type OpenLoop } from '../domain/open-loops';
import type { TransitionCounts } from '../domain/tally';
import { countTransitions, handoversIn, type TransitionTables } from '../domain/transitions';
import { everyUnit, unitOf, type Unit } from '../../kernel/unit';
import { unitOrderOf } from '../../kernel/unit-order';
import type { Population, MadeUnder } from './population';

export interface TransitionQuestion extends Viewpoint {
  /** A referral belongs to the period its day lies in. */
  readonly period: Period;
  /** The hospital that refers; absent: all. */
  readonly hospital?: Organisation;
  /** The municipality referred to; absent: all. */
  readonly municipality?: Organisation;
}

interface PairRow extends TransitionCounts {
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
  readonly total: TransitionCounts;
  /** By hospital, then municipality. */
  readonly pairs: readonly PairRow[];
  /** Patients referred to others than municipalities; told when all are asked for. */
  readonly referredToOthers?: ShownCount;
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

const TABLES_KEPT = 16;
/** Before it nobody reported here. */
const FIRST_YEAR = 2015;

/** Tells what comes of referrals between hospitals and municipalities, and who is lost on the way. */
export class TransitionReports {
  private readonly kept = new LRUCache<string, TransitionTables>({ max: TABLES_KEPT });

  constructor(readonly population: Population) {}

  /** What there is instead, in words, when the hospital or municipality asked for is none; undefined when it is. */
  async faultIn(question: TransitionQuestion): Promise<string | undefined> {
    const { organisations } = this.population.basis;
    const asked = (['hospital', 'municipality'] as const).filter((level) => question[level] !== undefined);
    if (asked.length === 0) return undefined;
    const { hospitals, municipalities } = await this.countedFor(question);
    const known = { hospital: hospitals, municipality: municipalities };
    for (const level of asked) {
      const id = question[level] as Organisation;
      const listed = everyUnit(level, organisations).filter((unit) => !unit.endsWith(':unknown'));
      if (!listed.includes(id) && !isCounted(known[level].get(id))) {
        const there = listed.map((unit) => `${unit} ${unitOf(unit, organisations).name}`).join(', ');
        return `There is no such ${level}; there is ${there}.`;
      }
    }
    return undefined;
  }

  /** Counts by pair. */
  async report(question: TransitionQuestion): Promise<TransitionReport> {
    const { period, hospital, municipality } = question;
    const { basis } = this.population;
    const counted = await this.countedFor(question);
    const order = unitOrderOf(basis.organisations);
    const isAll = hospital === undefined && municipality === undefined;
    return sealed({
      ...this.population.madeUnder(question),
      period,
      ...(hospital === undefined ? undefined : { hospital: unitOf(hospital, basis.organisations) }),
      ...(municipality === undefined ? undefined : { municipality: unitOf(municipality, basis.organisations) }),
      isEmpty: !isCounted(counted.total),
      total: rowOf(counted, question),
      pairs: counted.pairs
        .filter((pair) => (hospital ?? pair.hospital) === pair.hospital)
        .filter((pair) => (municipality ?? pair.municipality) === pair.municipality)
        .sort((a, b) => order(a.hospital, b.hospital) || order(a.municipality, b.municipality))
        .map((pair): PairRow => ({
          ...pair,
          hospital: unitOf(pair.hospital, basis.organisations),
          municipality: unitOf(pair.municipality, basis.organisations),
        })),
      ...(isAll ? { referredToOthers: counted.referredToOthers } : undefined),
    });
  }

  /**
   * Works out where every handover stands as of a day, for whoever asks next about any period; in between others have
   * their turn.
   */
  async workAhead(asOf: Day): Promise<void> {
    for (let year = FIRST_YEAR; year <= Number(asOf.slice(0, 4)); year += 1) {
      // Live cases go on changing: they are asked for anew each time.
      const { pathways, basis } = await this.population.at({ asOf });
      const period = { name: String(year), from: `${year}-01-01`, to: `${year}-12-31` };
      for (const travelled of pathways.travellingIn(period)) handoversIn(travelled, period, basis);
      await othersTurn();
    }
  }

  /** The referrals that nobody is known to have taken up, the most urgent first; a list is for staff. */
  async openLoops(question: LoopQuestion & Viewpoint): Promise<OpenLoop[]> {
    this.population.exit.requireExact();
    const { pathways, basis } = await this.population.at(question);
    return openLoops(pathways.travellingIn(question.period), question, basis);
  }

  private async countedFor(question: TransitionQuestion): Promise<TransitionTables> {
    const { exit } = this.population;
    exit.requirePeriod(question.period);
    const { pathways, basis, name } = await this.population.at(question);
    const key = name === undefined ? undefined : `${name} ${exit.view} ${question.period.from} ${question.period.to}`;
    const known = key === undefined ? undefined : this.kept.get(key);
    if (known !== undefined) return known;
    const counted = countTransitions(pathways.travellingIn(question.period), question.period, basis, exit);
    if (key !== undefined) this.kept.set(key, counted);
    return counted;
  }
}

const isCounted = (row: Pick<TransitionCounts, 'referred' | 'unreferred'> | undefined): boolean =>
  row !== undefined && row.referred + row.unreferred > 0;

/** All that was counted of the ends that are asked for. */
function rowOf(
  { pairs, hospitals, municipalities, total, nothing }: TransitionTables,
  { hospital, municipality }: Pick<TransitionQuestion, 'hospital' | 'municipality'>,
): TransitionCounts {
  if (hospital === undefined && municipality === undefined) return total;
  if (hospital === undefined) return municipalities.get(municipality ?? '') ?? nothing;
  if (municipality === undefined) return hospitals.get(hospital) ?? nothing;
  const found = pairs.find((pair) => pair.hospital === hospital && pair.municipality === municipality);
  if (found === undefined) return nothing;
  const { hospital: _hospital, municipality: _municipality, ...row } = found;
  return row;
}
