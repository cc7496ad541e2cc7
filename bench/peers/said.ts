import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/kernel/day';
import type { Decision } from '../../src/kernel/decision';

/** What the persons of a folder are asked: decided on a day, of pathways that begin in a period of a year or less. */
export interface Asked {
  readonly asOf: Day;
  readonly from: Day;
  readonly to: Day;
}

/** Whether a pathway with this index day is asked about. */
export const isIn = (indexDay: Day, { from, to }: Asked): boolean => indexDay >= from && indexDay <= to;

/** What a program came to for one person, before or after the person's new event. */
export interface Said {
  readonly person: string;
  readonly isAfterEvent: boolean;
  /** By indicator; null where no pathway begins in the period. */
  readonly outcomes: Readonly<Record<string, string | null>>;
}

/** The outcomes of the person's pathway in the period. */
export function saidOf(person: string, decisions: readonly Decision[], asked: Asked, isAfterEvent: boolean): Said {
  const inPeriod = decisions.filter(({ indexDay }) => isIn(indexDay, asked));
  const outcomes = Object.fromEntries(inPeriod.map(({ indicator, outcome }) => [indicator, outcome]));
  return { person, isAfterEvent, outcomes };
}

/** Writes what a program says into the folder, a line a person. */
export function writeSaid(folder: string, program: string, said: readonly Said[]): void {
  writeFileSync(join(folder, `${program}.ndjson`), said.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

/** Where a program and rehabspor differ in a folder: person, indicator and both outcomes, whoever of the two left one out. */
export function differences(folder: string, program: string): string[] {
  const [ours, theirs] = [readSaid(folder, 'rehabspor'), readSaid(folder, program)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((who) => {
    const [mine, other] = [ours.get(who) ?? {}, theirs.get(who) ?? {}];
    return [...new Set([...Object.keys(mine), ...Object.keys(other)])]
      .filter((indicator) => mine[indicator] !== other[indicator])
      .map(
        (indicator) =>
          `${who}, ${indicator}: ${String(mine[indicator])} by rehabspor, ${String(other[indicator])} by ${program}`,
      );
  });
}

/** How many persons a program said something of, before and after new events. */
export const saidCount = (folder: string, program: string): number => readSaid(folder, program).size;

function readSaid(folder: string, program: string): Map<string, Said['outcomes']> {
  const lines = readFileSync(join(folder, `${program}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { person, isAfterEvent, outcomes } = JSON.parse(line) as Said;
      return [isAfterEvent ? `${person} after a new event` : person, outcomes];
    }),
  );
}
