import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { Usual } from '../../kernel/contract-descriptions';
import type { DefinitionSet, FactSelector, IndicatorDefinition } from '../../kernel/definition';
import type { Bilingual } from '../../kernel/language';
import { remembering } from '../../kernel/remembering';
import { NOTE_WORDS } from '../../kernel/words/receipts';

/** What is said of a code as it was sent that counts nowhere; undefined for one that counts. */
type ToldOfCode = (sent: string) => Bilingual | undefined;

/** What notes are made by: the codes that count anywhere, the unit laboratory results are used in, and what is usual. */
export interface Notable {
  readonly procedures: ToldOfCode;
  readonly diagnoses: ToldOfCode;
  readonly observation: readonly string[];
  readonly atc: ToldOfCode;
  readonly npu: ToldOfCode;
  /** The unit in which each of these analysis codes is used. */
  readonly unitByNpu: ReadonlyMap<string, string>;
  readonly usual: Usual;
}

type Noted = Pick<DefinitionSet, 'population' | 'measures' | 'indicators'>;

/** What is notable under a definition set. */
export function notableOf({ population, measures, indicators }: Noted, usual: Usual): Notable {
  const { diagnoses, procedures, services } = population;
  const laboratory = Object.values(measures).flatMap(({ npu = [], unit }) =>
    npu.map((code) => [code, unit ?? ''] as const),
  );
  return {
    procedures: toldOfCode([...Object.values(services).flat(), ...procedures.pci, ...procedures.cabg]),
    diagnoses: toldOfCode([...diagnoses.ihd, ...diagnoses.ami, ...diagnoses.observation]),
    observation: diagnoses.observation,
    atc: toldOfCode(indicators.flatMap(selectorsOf).flatMap(({ atc = [] }) => atc)),
    npu: toldOfCode(laboratory.map(([code]) => code)),
    unitByNpu: new Map(laboratory),
    usual,
  };
}

function selectorsOf({ denominator, evidence, value }: IndicatorDefinition): FactSelector[] {
  return [
    ...(denominator.rule === 'fact' ? [denominator.of] : []),
    ...(evidence === undefined ? [] : [evidence.of]),
    ...(value === undefined ? [] : [value.of].flat()),
  ];
}

/** Tells codes by the prefixes of those that count. */
function toldOfCode(counting: readonly string[]): ToldOfCode {
  return remembering((sent) => {
    const code = comparableCode(sent);
    if (hasPrefix(code, counting)) return undefined;
    const meant = codeMeant(code, counting);
    return meant === undefined ? NOTE_WORDS.code : NOTE_WORDS.codeMeant({ code: meant });
  });
}

/** A code with the letters that are taken for digits as those. */
const inDigits = (code: string): string => code.replaceAll('O', '0').replace(/[IL]/g, '1');

/** The code among those that count that was meant by one in which a nought or a one is written as a letter, or the other way. */
function codeMeant(code: string, counting: readonly string[]): string | undefined {
  const plain = inDigits(code);
  return counting.find((prefix) => prefix[0] === code[0] && hasPrefix(plain, [inDigits(prefix)]));
}
