import { hasPrefix, isSameUnit } from '../../../kernel/codes';
import { dayNumber } from '../../../kernel/day';
import type { Limit, SelectedFacts } from '../../../kernel/definition';
import { byCode, HINDRANCE_CODE, KIND_CODE, SECTOR_CODE } from '../../../kernel/fact-codes';
import type { FactKind } from '../../../kernel/pathway';
import { FACT_SIZE, FactPart, SERVICE_KINDS, VALUES } from '../../../kernel/person-columns';
import type { Reporters } from '../missed-days';
import type { Waiver } from '../selection';
import { NEVER, type PathwayInColumns } from './pathway-in-columns';

/** Whether a fact, known by its number, is meant. */
export type FactTest = (pathway: PathwayInColumns, fact: number) => boolean;

const HINDRANCES = byCode(HINDRANCE_CODE);
const never: FactTest = () => false;

/** Compiles a selector for facts of a kind, as `compileSelector` does for facts. */
export function selectorInColumns(selector: SelectedFacts, kind: FactKind, waives: Waiver): FactTest {
  const tests: FactTest[] = [];
  const { sector, from, atc, npu, unit, phase, outcomes, known } = selector;
  if (sector !== undefined) {
    const code = SECTOR_CODE[sector];
    tests.push(({ facts }, fact) => facts[fact * FACT_SIZE + FactPart.Sector] === code);
  }
  if (from !== undefined) {
    const day = dayNumber(from);
    tests.push(({ facts }, fact) => (facts[fact * FACT_SIZE + FactPart.On] as number) >= day);
  }
  if (atc !== undefined)
    tests.push(
      ofKind(
        'dispensing',
        kind,
        word(FactPart.First, (code) => hasPrefix(code, atc)),
      ),
    );
  if (npu !== undefined)
    tests.push(
      ofKind(
        'laboratory',
        kind,
        word(FactPart.First, (code) => npu.includes(code)),
      ),
    );
  if (unit !== undefined)
    tests.push(
      ofKind(
        'laboratory',
        kind,
        word(FactPart.Second, (own) => isSameUnit(own, unit)),
      ),
    );
  if (phase !== undefined)
    tests.push(
      ofKind(
        'exercise-capacity',
        kind,
        word(FactPart.Second, (own) => own === phase),
      ),
    );
  if (outcomes !== undefined)
    tests.push(
      ofKind(
        'municipal-end',
        kind,
        word(FactPart.Second, (own) => outcomes.includes(own)),
      ),
    );
  if (known === true)
    tests.push(
      ofKind(
        'smoking-status',
        kind,
        word(FactPart.First, (own) => own !== 'unknown'),
      ),
    );
  if (KIND_CODE[kind] < SERVICE_KINDS) {
    const hindrance = hindranceInColumns(kind, waives);
    tests.push((pathway, fact) => hindrance(pathway, fact) < 0);
  }
  return all(tests);
}

const ofKind = (meant: FactKind, kind: FactKind, test: FactTest): FactTest => (meant === kind ? test : never);

function word(part: typeof FactPart.First | typeof FactPart.Second, test: (word: string) => boolean): FactTest {
  return ({ facts, words }, fact) => test(words[facts[fact * FACT_SIZE + part] as number] as string);
}

function all(tests: readonly FactTest[]): FactTest {
  const [first = (): boolean => true, second, ...others] = tests;
  if (second === undefined) return first;
  if (others.length === 0) return (pathway, fact) => first(pathway, fact) && second(pathway, fact);
  return (pathway, fact) => tests.every((test) => test(pathway, fact));
}

/** Gives the code of the first reason why a service of a kind does not count under the policy, -1 when it counts. */
export function hindranceInColumns(
  kind: FactKind,
  waives: Waiver,
): (pathway: PathwayInColumns, fact: number) => number {
  const waived = HINDRANCES.map((hindrance) => waives(kind, hindrance));
  return ({ facts }, fact) => {
    const code = facts[fact * FACT_SIZE + FactPart.First] as number;
    if (code <= 1) return -1;
    let first = -1;
    // The last digit is the last hindrance.
    for (let rest = code; rest > 1; rest = Math.floor(rest / 8)) if (waived[rest % 8] !== true) first = rest % 8;
    return first;
  };
}

/** A rule that asks for what columns do not hold; facts decide it. */
export class NotInColumnsError extends Error {}

/** Reads a number of facts of a kind by its field; NaN where a fact has none. */
export function valueInColumns(kind: FactKind, field: string): (pathway: PathwayInColumns, fact: number) => number {
  const place = VALUES[kind]?.indexOf(field) ?? -1;
  if (place < 0) throw new NotInColumnsError(`${kind} has no number ${field}`);
  return ({ values }, fact) => values[fact * 2 + place] as number;
}

/** Compiles a limit for facts of a kind, as `isWithin` holds a fact to it. */
export function limitInColumns({ field, below, atLeast, atMost }: Limit, kind: FactKind): FactTest {
  const valueOf = valueInColumns(kind, field);
  const [least, most] = [atLeast ?? -Infinity, atMost ?? Infinity];
  return (pathway, fact) => {
    const value = valueOf(pathway, fact);
    return value >= least && value <= most && (below === undefined || value < below);
  };
}

/** From when on each sector could report, `NEVER` for those that could not. */
export function reportersInColumns(reporters: Reporters): Int32Array {
  const days = new Int32Array(Object.keys(SECTOR_CODE).length).fill(NEVER);
  for (const [sector, day] of reporters) days[SECTOR_CODE[sector]] = dayNumber(day);
  return days;
}
