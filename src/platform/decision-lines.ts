import type { PersonKey } from '../kernel/clinical-event';
import type { IndicatorDecision } from '../kernel/decision';
import type { PlacedDecision } from '../kernel/numbered-decisions';
import type { DecisionChange } from '../ports/decision-store';

const linesMade = new WeakMap<readonly IndicatorDecision[], readonly string[]>();

/** Decisions as stores keep them, one a line, so that lines tell what changed; the same array is written once. */
export function linesOf(decisions: readonly IndicatorDecision[]): readonly string[] {
  const made = linesMade.get(decisions);
  if (made !== undefined) return made;
  const lines = decisions.map((decision) => JSON.stringify(decision));
  linesMade.set(decisions, lines);
  return lines;
}

/** The decisions of a text of lines. */
export function decisionsIn(text: string): IndicatorDecision[] {
  return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as IndicatorDecision[]);
}

/**
 * What is other than before, by comparing the lines; and what is no longer there. Undefined: nothing is other.
 * `decisionsBefore`: what the lines before are of, where it is known.
 */
export function differenceOf(
  person: PersonKey,
  decisions: readonly IndicatorDecision[],
  before: string | undefined,
  decisionsBefore?: readonly IndicatorDecision[],
): DecisionChange | undefined {
  if (before === undefined) return { person, changed: decisions, withdrawn: [] };
  const lines = linesOf(decisions);
  if (before === lines.join('\n')) return undefined;
  const linesBefore = new Set(before.split('\n'));
  const changed = decisions.filter((_, at) => !linesBefore.has(lines[at] as string));
  const standing = new Set(decisions.map(({ pathway, indicator }) => `${pathway} ${indicator}`));
  const withdrawn = (decisionsBefore ?? othersIn(linesBefore, lines))
    .filter(({ pathway, indicator }) => !standing.has(`${pathway} ${indicator}`))
    .map(({ pathway, indicator }) => ({ pathway, indicator }));
  return { person, changed, withdrawn };
}

/** What a person's lines become, and what that changes. */
export interface ChangedLines {
  readonly text: string;
  readonly change: DecisionChange | undefined;
}

/** Makes the lines anew that stand at some places, all others being as they were, and tells which are other. */
export function changedLines(person: PersonKey, before: string, others: readonly PlacedDecision[]): ChangedLines {
  const lines = before.split('\n');
  const changed = others.flatMap(({ place, decision }) => {
    const line = JSON.stringify(decision);
    if (line === lines[place]) return [];
    lines[place] = line;
    return [decision];
  });
  if (changed.length === 0) return { text: before, change: undefined };
  return { text: lines.join('\n'), change: { person, changed, withdrawn: [] } };
}

function othersIn(linesBefore: ReadonlySet<string>, lines: readonly string[]): IndicatorDecision[] {
  const linesNow = new Set(lines);
  return decisionsIn([...linesBefore].filter((line) => !linesNow.has(line)).join('\n'));
}
