import type { Language } from '../../kernel/language';

const MONTHS = { da: long('da-DK'), en: long('en-GB') };
const SHORT = { da: short('da-DK'), en: short('en-GB') };

/** A month (`2024-06`) as people say it: `juni 2024`. */
export const monthName = (month: string, language: Language): string => MONTHS[language].format(firstOf(month));

/** A month where there is little room: `jun. 24`. */
export const shortMonthName = (month: string, language: Language): string => SHORT[language].format(firstOf(month));

const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

function long(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function short(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
}
