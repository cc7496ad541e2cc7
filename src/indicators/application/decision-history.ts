import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import type { HistoryEntry } from '../../ports/decision-source';

/** A moment at which decisions may have become others, and what they were from then on. */
export interface HistoryStep {
  /** The instant at which events arrived, or the day that passed. */
  readonly at: string;
  readonly day: Day;
  readonly cause: HistoryEntry['cause'];
  /** What arrived; nothing when a day passed. */
  readonly events: readonly ClinicalEvent[];
  readonly decisions: readonly IndicatorDecision[];
}

type Essences = ReadonlyMap<string, string>;

/** The steps that changed decisions, each with those it changed and those it took away; steps in their order. */
export function historyOf(steps: Iterable<HistoryStep>): HistoryEntry[] {
  const history: HistoryEntry[] = [];
  let before: Essences = new Map();
  for (const step of steps) {
    const after = new Map(step.decisions.map((decision) => [nameOf(decision), essence(decision)]));
    const decisions = step.decisions.filter((decision) => isOther(before, after, nameOf(decision)));
    const withdrawn = [...before.keys()].filter((name) => !after.has(name)).map(parseName);
    if (decisions.length > 0 || withdrawn.length > 0) history.push(entryOf(step, decisions, withdrawn));
    before = after;
  }
  return history;
}

function isOther(before: Essences, after: Essences, name: string): boolean {
  return before.get(name) !== after.get(name);
}

function entryOf(
  { at, day, cause, events }: HistoryStep,
  decisions: HistoryEntry['decisions'],
  withdrawn: HistoryEntry['withdrawn'],
): HistoryEntry {
  const arrived = events.map(({ source, id, kind, recordId }) => ({ source, event: id, kind, record: recordId }));
  return { at, asOf: day, cause, events: arrived, decisions, withdrawn };
}

const nameOf = ({ pathway, indicator }: IndicatorDecision): string => `${pathway} ${indicator}`;

function parseName(name: string): { pathway: number; indicator: string } {
  const [pathway = '', indicator = ''] = name.split(' ');
  return { pathway: Number(pathway), indicator };
}

/** What makes a decision another one; the mere number of troubled days grows daily and is no news. */
function essence({ trouble, ...decision }: IndicatorDecision): string {
  return JSON.stringify([decision, trouble?.reason, trouble?.organisation]);
}
