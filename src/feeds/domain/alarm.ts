import { createHash } from 'node:crypto';
import type { Day } from '../../kernel/day';
import type { AlarmStep, FeedFinding } from '../../kernel/feed-alarm';
import { FEED_TROUBLES } from '../../kernel/feed-alarm';

type Verdict = Extract<AlarmStep, { readonly what: 'confirmed' | 'overruled' }>;

/** An alarm as its steps leave it. */
export interface Alarm {
  readonly id: string;
  /** What was found, at its worst so far. */
  readonly finding: FeedFinding;
  readonly raisedAt: number;
  /** The last day that was judged when it was raised. */
  readonly raisedOn: Day;
  /** While it stands there is none. */
  readonly clearedAt?: number;
  readonly clearedOn?: Day;
  /** What staff said of it last. */
  readonly verdict?: Verdict;
  /** How many steps it has had; the next one’s place. */
  readonly places: number;
}

/** 22 characters hold 132 bits. */
const CHARACTERS = 22;

/** Being late and being silent are one matter that gets worse. */
const matterOf = ({ state }: FeedFinding): string => (state === 'late' ? 'silent' : state);

/** What a finding is about, whenever it began (but each silence is made good for itself); while an alarm of this name stands, no other is raised. */
export function aboutOf(finding: FeedFinding): string {
  const { organisation, kind = '', family = '', state, since } = finding;
  const about = [organisation, matterOf(finding), kind, family].join(' ');
  return state === 'made-good' ? `${about} ${since}` : about;
}

/** An alarm’s name: the same for the same matter since the same day, wherever it is worked out. */
export function alarmIdOf(finding: FeedFinding): string {
  const text = JSON.stringify([aboutOf(finding), finding.since]);
  return `a_${createHash('sha256').update(text).digest('base64url').slice(0, CHARACTERS)}`;
}

/** The alarm that steps lead to; undefined without one that raises it. */
export function alarmOf(id: string, steps: readonly AlarmStep[]): Alarm | undefined {
  let alarm: Alarm | undefined;
  steps.forEach((step, at) => {
    const places = at + 1;
    switch (step.what) {
      case 'raised':
        alarm = raised(alarm, id, step, places);
        break;
      case 'cleared':
        alarm = alarm && { ...alarm, places, clearedAt: step.at, clearedOn: step.on };
        break;
      case 'confirmed':
      case 'overruled':
        alarm = alarm && { ...alarm, places, verdict: step };
        break;
    }
  });
  return alarm;
}

/** Raised while it stands: it got worse. Raised after it was cleared: it is back, and what staff said stands. */
function raised(
  before: Alarm | undefined,
  id: string,
  { at, on, finding }: Extract<AlarmStep, { readonly what: 'raised' }>,
  places: number,
): Alarm {
  const since = before?.clearedAt === undefined ? before : undefined;
  return {
    id,
    finding,
    raisedAt: since?.raisedAt ?? at,
    raisedOn: since?.raisedOn ?? on,
    places,
    ...(before?.verdict === undefined ? undefined : { verdict: before.verdict }),
  };
}

/** True while an alarm is something to look at: what it found still stands, and staff have not overruled it. */
export const isOpen = ({ clearedAt, verdict }: Alarm): boolean =>
  clearedAt === undefined && verdict?.what !== 'overruled';

/** True when a finding is worse than what the alarm says already. */
export const isWorse = (finding: FeedFinding, than: FeedFinding): boolean =>
  FEED_TROUBLES.indexOf(finding.state) < FEED_TROUBLES.indexOf(than.state);
