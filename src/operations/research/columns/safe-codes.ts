import { holdsCpr } from '../../../kernel/cpr-text';
import { FIXED_NAMES, identifierOf, schemeOf, type Organisation } from '../../../kernel/organisation';

/** Stands for a text that has not the form of a code, since people write whatever they like where codes belong. */
export const OTHER = 'other';

const ANALYSIS = /^[A-Z]{3}\d{5}$/;
const SUBSTANCE = /^[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/;
const IDENTIFIER = /^\d{4,20}$/;
const FIXED: ReadonlySet<string> = new Set(Object.values(FIXED_NAMES));

/** Units of laboratory results, as people write them; in any case of their letters. */
const UNITS: ReadonlyMap<string, string> = new Map(
  ['mmol/L', 'mmol/mol', 'µmol/L', 'nmol/L', 'pmol/L', 'mol/L', 'g/L', 'mg/L', 'µg/L', 'ng/L', 'mg/dL', 'mg/g']
    .concat(['mg/mmol', 'U/L', '10^9/L', 'mL/min', 'mL/min/1.73m2', 'mmHg', '%', '1'])
    .map((unit) => [unit.toLowerCase(), unit]),
);

/** An NPU or local laboratory code: three letters and five digits; undefined where there is none. */
export const analysisCode = (code: string): string | undefined =>
  code === '' ? undefined : ANALYSIS.test(code) ? code : OTHER;

/** An ATC code of any length. */
export const substanceCode = (code: string): string => (SUBSTANCE.test(code) ? code : OTHER);

/** A unit that is known. */
export const unitCode = (unit: string): string => UNITS.get(unit.trim().toLowerCase()) ?? OTHER;

/** An organisation that goes by digits or one of the fixed names. */
export function organisationCode(organisation: Organisation): string {
  const identifier = identifierOf(organisation);
  const isCode = IDENTIFIER.test(identifier) && !holdsCpr(identifier);
  return schemeOf(organisation) !== undefined && (isCode || FIXED.has(identifier)) ? organisation : OTHER;
}
