import type { DecisionValue } from '../../../kernel/decision';
import type { Measure, MeasuredNumber } from '../../../kernel/definition';
import { LOINC, NPU, UCUM } from '../../../kernel/code-systems';

/** The codes everyone knows a measure by: LOINC, and the NPU code where it is the only one and so the one measured. */
export function measureCodings({ loinc, npu = [] }: Pick<Measure, 'loinc' | 'npu'>): object[] {
  return [
    ...(loinc === undefined ? [] : [{ system: LOINC, code: loinc }]),
    ...(npu.length === 1 ? [{ system: NPU, code: npu[0] }] : []),
  ];
}

/**
 * What an Observation says was measured: a laboratory measure as one value in its unit, a bound such as `<0.5` as text;
 * anything else as components, in the measure's codes and unit where it has them, else by its own names.
 */
export function observedValue(
  value: DecisionValue,
  read: { readonly key: string; readonly measure: Measure } | undefined,
): object {
  if (read?.measure.fact === 'laboratory') {
    const reading = value[read.key];
    return typeof reading === 'number'
      ? { valueQuantity: quantity(reading, read.measure) }
      : { valueString: [reading, read.measure.unit].join(' ') };
  }
  return {
    component: Object.entries(value).map(([name, reading]) => {
      const number = read?.measure.numbers?.[name];
      if (number !== undefined && typeof reading === 'number') {
        return { code: numberCode(name, number), valueQuantity: quantity(reading, read?.measure) };
      }
      const code = { text: name };
      return typeof reading === 'number' ? { code, valueQuantity: { value: reading } } : { code, valueString: reading };
    }),
  };
}

function quantity(value: number, { unit, ucum }: Pick<Measure, 'unit' | 'ucum'> = {}): object {
  return {
    value,
    ...(unit === undefined ? undefined : { unit }),
    ...(ucum === undefined ? undefined : { system: UCUM, code: ucum }),
  };
}

const numberCode = (name: string, { loinc }: MeasuredNumber): object =>
  loinc === undefined ? { text: name } : { coding: [{ system: LOINC, code: loinc }], text: name };
