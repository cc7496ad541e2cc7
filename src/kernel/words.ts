import type { Outcome, OutcomeReason } from './decision';
import type { Sector } from './organisation';
import type { Level } from './unit';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Words = Readonly<Record<Language, string>>;

export const SECTOR_WORDS: Readonly<Record<Sector, Words>> = {
  hospital: { da: 'sygehus', en: 'hospital' },
  municipality: { da: 'kommune', en: 'municipality' },
  'general-practice': { da: 'almen praksis', en: 'general practice' },
  laboratory: { da: 'laboratorium', en: 'laboratory' },
  pharmacy: { da: 'receptregister', en: 'prescription register' },
  patient: { da: 'patient', en: 'patient' },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  met: { da: 'opfyldt', en: 'met' },
  'not-met': { da: 'ikke opfyldt', en: 'not met' },
  unknown: { da: 'uoplyst', en: 'unknown' },
  pending: { da: 'afventer', en: 'pending' },
  excluded: { da: 'udgået', en: 'excluded' },
  'not-applicable': { da: 'ikke relevant', en: 'not applicable' },
};

export const REASON_WORDS: Readonly<Record<OutcomeReason, Words>> = {
  UNDER_18: { da: 'under 18 år', en: 'under 18' },
  OUTSIDE_DENOMINATOR: { da: 'uden for nævneren', en: 'outside the denominator' },
  DIED_IN_WINDOW: { da: 'død i perioden', en: 'died in the window' },
  EMIGRATED_IN_WINDOW: { da: 'udvandret i perioden', en: 'emigrated in the window' },
  SOURCE_NOT_CONNECTED: { da: 'kilden er ikke tilsluttet', en: 'source not connected' },
  SOURCE_SILENT: { da: 'kilden er tavs', en: 'source silent' },
  NO_VALUE: { da: 'ingen værdi', en: 'no value' },
  NO_EVIDENCE: { da: 'intet belæg', en: 'no evidence' },
};

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  denmark: { da: 'hele landet', en: 'Denmark' },
  region: { da: 'regioner', en: 'regions' },
  hospital: { da: 'sygehuse', en: 'hospitals' },
  municipality: { da: 'kommuner', en: 'municipalities' },
};

/** The headings of the table, wherever it is shown. */
export const COLUMN_WORDS = {
  indicator: { da: 'Indikator', en: 'Indicator' },
  unit: { da: 'Enhed', en: 'Unit' },
  numerator: { da: 'Tæller', en: 'Numerator' },
  denominator: { da: 'Nævner', en: 'Denominator' },
  percent: { da: 'Andel', en: 'Share' },
  estimate: { da: 'Skøn', en: 'Estimate' },
  interval: { da: '95 % KI', en: '95 % CI' },
  bounds: { da: 'Grænser', en: 'Bounds' },
  unknown: { da: 'Uoplyst', en: 'Unknown' },
  denominatorUnknown: { da: 'Nævner uvis', en: 'Denominator unknown' },
  pending: { da: 'Afventer', en: 'Pending' },
  excluded: { da: 'Udgået', en: 'Excluded' },
  target: { da: 'Mål', en: 'Target' },
  sectors: { da: 'Afgjort af', en: 'Decided by' },
} as const satisfies Readonly<Record<string, Words>>;

/** Stands for what is hidden for the sake of small numbers. */
export const HIDDEN_MARK = '·';

/** A count, or the mark of a hidden one. */
export function countText(count: number | null): string {
  return count === null ? HIDDEN_MARK : String(count);
}

/** What the mark means. */
export function hiddenNote(threshold: number): Readonly<Record<Language, string>> {
  const most = threshold - 1;
  return {
    da: `${HIDDEN_MARK} skjult: der er 1–${most}, eller det kunne bruges til at regne et sådant tal ud.`,
    en: `${HIDDEN_MARK} hidden: there are 1–${most}, or such a number could be worked out from it.`,
  };
}

/** A percentage as the language writes it; a dash when there is none. */
export function percentText(percent: number | null, language: Language): string {
  if (percent === null) return '–';
  const text = percent.toFixed(1);
  return `${language === 'da' ? text.replace('.', ',') : text} %`;
}
