import type { IndicatorDefinition } from '../../../kernel/definition';
import { digestOfJson } from '../../../kernel/digest';
import { KIND_CODE, SECTOR_CODE } from '../../../kernel/fact-codes';
import { spelledRules } from '../../../kernel/measures';
import type { CompiledDefinitions, CompiledIndicator } from '../compile';
import { reportersOf } from '../missed-days';
import { denominatorInColumns } from './denominator-in-columns';
import { hindranceInColumns, NotInColumnsError, reportersInColumns, selectorInColumns } from './selector-in-columns';
import { SpanEnds } from './span-ends';
import { valueRuleInColumns, waitingInColumns } from './value-in-columns';
import type { EvidenceInColumns, RulesInColumns } from './verdict-in-columns';

/** An indicator as columns are decided by. */
export interface IndicatorInColumns extends RulesInColumns {
  readonly sources: readonly number[];
  /** The kind of service whose findings are told, and why one does not count; undefined for none. */
  readonly findings: { readonly kind: number; readonly hindrance: ReturnType<typeof hindranceInColumns> } | undefined;
}

/** A definition set under a policy, compiled for columns. */
export interface DefinitionsInColumns {
  readonly indicators: readonly IndicatorInColumns[];
  readonly spanEnds: SpanEnds;
  readonly adultAge: number;
  readonly troubleDays: number;
  /** Of what stands in decisions and not in their numbers: the bytes that numbers begin with, so that they tell it too. */
  readonly shape: Uint8Array;
}

/** How many bytes a shape has. */
export const SHAPE_BYTES = 22;

/** Raised whenever the same numbers come to mean other decisions. */
const RECORD_VERSION = 1;

const made = new WeakMap<CompiledDefinitions, DefinitionsInColumns | undefined>();

/** Compiles a set for columns, once; undefined where it asks for what columns do not hold. */
export function compileInColumns(definitions: CompiledDefinitions): DefinitionsInColumns | undefined {
  if (!made.has(definitions)) made.set(definitions, compiled(definitions));
  return made.get(definitions);
}

function compiled(definitions: CompiledDefinitions): DefinitionsInColumns | undefined {
  const spanEnds = new SpanEnds();
  try {
    return {
      indicators: definitions.indicators.map((_, at) => indicatorInColumns(definitions, at, spanEnds)),
      spanEnds,
      adultAge: definitions.set.population.adultAge,
      troubleDays: definitions.set.troubleDays,
      shape: Buffer.from(digestOfJson([RECORD_VERSION, ...definitions.indicators.map(shapeOf)]), 'latin1'),
    };
  } catch (error) {
    if (error instanceof NotInColumnsError) return undefined;
    throw error;
  }
}

function indicatorInColumns(
  { indicators, set, waives }: CompiledDefinitions,
  at: number,
  spanEnds: SpanEnds,
): IndicatorInColumns {
  const { definition } = indicators[at] as CompiledIndicator;
  const { denominator, evidence, value } = spelledRules(definition, set.measures);
  const before = indicators.slice(0, at);
  const placeOf = (key: string): number => before.findLastIndex((other) => other.definition.key === key);
  const { sources, findingsOf } = definition;
  return {
    window: spanEnds.placeOf(definition.window),
    sources: sources.map((sector) => SECTOR_CODE[sector]),
    denominator: denominatorInColumns(denominator, waives, spanEnds, placeOf),
    evidence:
      evidence === undefined
        ? undefined
        : ({
            kind: KIND_CODE[evidence.of.fact],
            counts: selectorInColumns(evidence.of, evidence.of.fact, waives),
            countsFrom: waitingInColumns(evidence.daysAfterDenominator ?? 0),
            reporters: reportersInColumns(reportersOf([evidence.of], sources)),
          } satisfies EvidenceInColumns),
    value: value === undefined ? undefined : valueRuleInColumns(value, sources, waives),
    findings:
      findingsOf === undefined
        ? undefined
        : { kind: KIND_CODE[findingsOf], hindrance: hindranceInColumns(findingsOf, waives) },
  };
}

/** All of a definition that stands in a decision and not in its numbers. */
function shapeOf({ definition, measure }: CompiledIndicator): unknown {
  const { key, number, value } = definition satisfies IndicatorDefinition;
  return [
    key,
    number,
    measure ?? null,
    value?.rule ?? null,
    value?.rule === 'limits' ? value.allOf.map(({ field }) => field) : [],
  ];
}
