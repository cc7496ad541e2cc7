import type { Language } from '../kernel/words';

interface PageTexts {
  readonly title: string;
  readonly lead: string;
  readonly period: string;
  readonly asOf: string;
  readonly show: string;
  readonly otherLanguage: string;
  readonly asOfDay: string;
  readonly definition: string;
  readonly working: string;
  readonly workingMeaning: string;
  readonly digest: string;
  readonly nobody: string;
  readonly ofAll: string;
  readonly undisturbed: string;
  readonly caption: string;
  readonly notes: readonly string[];
  readonly atLeast: string;
  readonly atMost: string;
  readonly badPeriod: string;
  readonly badDay: string;
  readonly documentation: string;
}

/** What the page says. */
export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = {
  da: {
    title: 'Hjerterehabilitering på tværs af sektorer',
    lead: 'Hele landet: hvor mange der opfylder hver indikator, hvem der opfyldte den, og hvad vi ikke ved.',
    period: 'Periode',
    asOf: 'Opgjort pr.',
    show: 'Vis',
    otherLanguage: 'In English',
    asOfDay: 'Opgjort pr.',
    definition: 'Definition',
    working: 'arbejdsdefinition',
    workingMeaning: 'Indikatorerne er arbejdsdefinitioner og ikke de officielle.',
    digest: 'Fingeraftryk',
    nobody: 'Ingen endnu',
    ofAll: 'af',
    undisturbed: 'uforstyrrede',
    caption: 'Indikatorer for hele landet',
    notes: [
      'Andel: opfyldte af de afgjorte. Uoplyste står for sig og indgår ikke i nævneren.',
      'Skøn: andelen blandt dem, hvor ingen kilde var tavs eller ikke tilsluttet.',
      'Grænser: andelen, hvis alle uoplyste ikke var opfyldt, og hvis de alle var.',
      'Nævner uvis: uoplyste, hvor det heller ikke vides, om de hører til nævneren.',
      'Afgjort af: den sektor, hvis oplysning afgjorde, at indikatoren er opfyldt.',
    ],
    atLeast: 'mindst',
    atMost: 'højst',
    badPeriod: 'Perioden kan ikke læses. Skriv for eksempel 2023, 2023Q1, 2023T1, 2023-05 eller all.',
    badDay: 'Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.',
    documentation: 'Programmeringsgrænseflade',
  },
  en: {
    title: 'Cardiac rehabilitation across sectors',
    lead: 'Denmark: how many fulfil each indicator, who fulfilled it, and what we do not know.',
    period: 'Period',
    asOf: 'As of',
    show: 'Show',
    otherLanguage: 'På dansk',
    asOfDay: 'As of',
    definition: 'Definition',
    working: 'arbejdsdefinition (working definition)',
    workingMeaning: 'The indicators are working definitions, not the official ones.',
    digest: 'Digest',
    nobody: 'Nobody yet',
    ofAll: 'of',
    undisturbed: 'undisturbed',
    caption: 'Indicators for Denmark',
    notes: [
      'Share: met of the decided. The unknown stand beside it and are not in the denominator.',
      'Estimate: the share among those for whom no source was silent or not connected.',
      'Bounds: the share if every unknown one had failed, and if every one had been met.',
      'Denominator unknown: unknown ones that may not even belong to the denominator.',
      'Decided by: the sector whose information decided that the indicator is met.',
    ],
    atLeast: 'at least',
    atMost: 'at most',
    badPeriod: 'The period cannot be read. Write for example 2023, 2023Q1, 2023T1, 2023-05 or all.',
    badDay: 'The day cannot be read. Write it as YYYY-MM-DD.',
    documentation: 'Programming interface',
  },
};
