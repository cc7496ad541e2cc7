import type { Bilingual } from '../../kernel/definition';
import type { Evidence } from '../../kernel/decision';
import type { Day } from '../../kernel/day';
import { schemeText } from '../../kernel/organisation';

/** Puts a Danish and an English text together. */
export const both = (da: string, en: string): Bilingual => ({ da, en });

/** `a`, `a og b`, `a, b og c` and the same in English. */
export function listed(parts: readonly Bilingual[]): Bilingual {
  const list = (texts: readonly string[], word: string): string =>
    texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;
  return both(
    list(
      parts.map(({ da }) => da),
      'og',
    ),
    list(
      parts.map(({ en }) => en),
      'and',
    ),
  );
}

const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const spoken = new Map<Day, Bilingual>();

/** A day as people write it: `18. januar 2023`, `18 January 2023`. */
export function spokenDay(day: Day): Bilingual {
  let text = spoken.get(day);
  if (text === undefined) {
    const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))];
    text = { da: `${date}. ${MONTHS.da[month]} ${year}`, en: `${date} ${MONTHS.en[month]} ${year}` };
    if (spoken.size < 50_000) spoken.set(day, text);
  }
  return text;
}

const BY_SECTOR: Readonly<Record<Evidence['sector'], Bilingual>> = {
  hospital: { da: 'på hospitalet', en: 'at the hospital' },
  municipality: { da: 'i kommunen', en: 'in the municipality' },
  'general-practice': { da: 'i almen praksis', en: 'in general practice' },
  laboratory: { da: 'i Laboratoriedatabasen', en: 'in the laboratory database' },
  pharmacy: { da: 'i Lægemiddelstatistikregisteret', en: 'in the prescription register' },
  patient: { da: 'af patienten selv', en: 'by the patient' },
};

/** Where something was done, by sector. */
export function place(sector: Evidence['sector']): Bilingual {
  return BY_SECTOR[sector];
}

const FORMS: Readonly<Record<string, Bilingual>> = {
  individual: { da: ', individuelt', en: ', individually' },
  group: { da: ', på hold', en: ', in a group' },
  virtual: { da: ', virtuelt', en: ', virtually' },
  phone: { da: ', pr. telefon', en: ', by phone' },
};
const NO_FORM: Bilingual = { da: '', en: '' };

/** How something was delivered, as the end of a sentence; empty where that is not known. */
export function formOf(what: string): Bilingual {
  const comma = what.indexOf(', ');
  return (comma < 0 ? undefined : FORMS[what.slice(comma + 2)]) ?? NO_FORM;
}

const REPORTERS: Readonly<Record<string, Bilingual>> = {
  hospital: { da: 'hospitalet', en: 'the hospital' },
  municipality: { da: 'bopælskommunen', en: 'the municipality of residence' },
  laboratory: { da: 'Laboratoriedatabasen', en: 'the laboratory database' },
  pharmacy: { da: 'Lægemiddelstatistikregisteret', en: 'the prescription register' },
};

/** A reporting organisation as the subject of a sentence. */
export function reporter(organisation: string): Bilingual {
  return REPORTERS[schemeText(organisation) ?? ''] ?? { da: organisation, en: organisation };
}

/** A number as written in each language: decimal comma in Danish. */
export function spokenNumber(value: number | string): Bilingual {
  const text = String(value);
  return { da: text.replace('.', ','), en: text };
}

const STATUSES: Readonly<Record<string, Bilingual>> = {
  smoker: { da: 'ryger', en: 'smoker' },
  'former-smoker': { da: 'tidligere ryger', en: 'former smoker' },
  'never-smoker': { da: 'aldrig ryger', en: 'never smoker' },
};

/** A smoking status in a word. */
export function smokingStatus(status: string): Bilingual {
  return STATUSES[status] ?? { da: status, en: status };
}

/** Why a hospital service did not count. */
export const FINDING_TEXTS: Readonly<Record<string, Bilingual>> = {
  DELIVERED_ELSEWHERE: {
    da: 'en ydelse er ikke medregnet, fordi den blev udført uden for hospitalet',
    en: 'a service is not counted because it was delivered outside the hospital',
  },
  REFERRAL_ONLY: {
    da: 'en kode er ikke medregnet, fordi den kun dækker en henvisning',
    en: 'a code is not counted because it covers a referral only',
  },
  MISSING_DIAGNOSIS: {
    da: 'en ydelse afventer en diagnose på samme kontakt eller forløb',
    en: 'a service waits for a diagnosis on the same contact or course',
  },
  OBS_DIAGNOSIS_ONLY: {
    da: 'en ydelse afventer, at obs-diagnosen bliver bekræftet',
    en: 'a service waits for its observation diagnosis to be confirmed',
  },
  OTHER_DIAGNOSIS_ONLY: {
    da: 'en ydelse er ikke medregnet, fordi diagnosen ikke er iskæmisk hjertesygdom',
    en: 'a service is not counted because its diagnosis is not ischaemic heart disease',
  },
};
