import type { Bilingual } from '../../kernel/language';
import { formatInstant } from '../../kernel/instant';
import type { Day } from '../../kernel/day';
import type { FeedFinding } from '../../kernel/feed-alarm';
import type { OrganisationNames } from '../../kernel/organisation-names';
import { isOpen, type Alarm } from '../domain/alarm';
import type { CalendarMonth } from '../domain/delivery-calendar';
import type { Judgement } from '../domain/judge';
import { FEED_STATE_WORDS } from '../../kernel/words/feeds';
import { sayFinding } from '../domain/finding-sentence';

const TENTH = 10;
const rounded = (value: number): number => Math.round(value * TENTH) / TENTH;

/** A month of the calendar as it is told; `expected` to one decimal. */
export function writeMonth({ expected, ...month }: CalendarMonth): CalendarMonth {
  return { ...month, expected: expected === null ? null : rounded(expected) };
}

/** A finding as it is told: what, since when, how much was expected, and in words. */
interface FindingAnswer extends FeedFinding {
  readonly name: string;
  readonly explanation: Bilingual;
}

function writeFinding(finding: FeedFinding, names: OrganisationNames): FindingAnswer {
  const { expected, probability, ...rest } = finding;
  return {
    ...names.beside(rest),
    expected: rounded(expected),
    ...(probability === undefined ? undefined : { probability: Number(probability.toExponential(2)) }),
    explanation: sayFinding(finding, names),
  };
}

/** An alarm as it is told; moments are RFC 3339. */
export interface AlarmAnswer extends FindingAnswer {
  readonly id: string;
  readonly standing: 'open' | 'cleared';
  readonly raisedAt: string;
  readonly raisedOn: Day;
  readonly clearedAt?: string;
  readonly clearedOn?: Day;
  readonly verdict?: Omit<NonNullable<Alarm['verdict']>, 'at'> & { readonly at: string };
}

export function writeAlarm(alarm: Alarm, names: OrganisationNames): AlarmAnswer {
  const { id, finding, raisedAt, raisedOn, clearedAt, clearedOn, verdict } = alarm;
  return {
    id,
    standing: isOpen(alarm) ? 'open' : 'cleared',
    ...writeFinding(finding, names),
    raisedAt: formatInstant(raisedAt),
    raisedOn,
    ...(clearedAt === undefined ? undefined : { clearedAt: formatInstant(clearedAt), clearedOn }),
    ...(verdict === undefined ? undefined : { verdict: { ...verdict, at: formatInstant(verdict.at) } }),
  };
}

/** A judgement as it is told. */
export interface JudgementAnswer {
  readonly asOf: Day;
  readonly state: Judgement['state'];
  readonly words: Bilingual;
  readonly cadence?: NonNullable<Judgement['quiet']>['cadence'];
  readonly quietDays?: number;
  readonly expectedPerDay?: number;
  readonly findings: readonly FindingAnswer[];
}

export function writeJudgement({ day, state, findings, quiet }: Judgement, names: OrganisationNames): JudgementAnswer {
  return {
    asOf: day,
    state,
    words: FEED_STATE_WORDS[state],
    ...(quiet === undefined
      ? undefined
      : { cadence: quiet.cadence, quietDays: quiet.days, expectedPerDay: rounded(quiet.perDay()) }),
    findings: findings.map((finding) => writeFinding(finding, names)),
  };
}
