import type { Cell, Table } from '../../../kernel/table';
import { periodTitle } from '../../../kernel/period';
import type { Report } from '../../domain/report';
import { figureCell, FIGURE_COLUMNS } from '../report-columns';
import { COLUMN_WORDS, LEVEL_WORDS, percentText, type Language } from '../../../kernel/words';

const SHEETS = {
  figures: { da: 'Tal', en: 'Figures' },
  indicators: { da: 'Indikatorer', en: 'Indicators' },
  about: { da: 'Om rapporten', en: 'About the report' },
};
const WORDS = {
  number: { da: 'Nr.', en: 'No.' },
  unitId: { da: 'Enhedskode', en: 'Unit code' },
  key: { da: 'Nøgle', en: 'Key' },
  denominator: { da: 'Nævner', en: 'Denominator' },
  target: { da: 'Mål', en: 'Target' },
  label: { da: 'Mærkat', en: 'Label' },
  what: { da: 'Oplysning', en: 'What' },
  value: { da: 'Værdi', en: 'Value' },
};
const ABOUT = {
  definition: { da: 'Definition', en: 'Definition' },
  label: { da: 'Mærkat', en: 'Label' },
  policy: { da: 'Valg', en: 'Policy' },
  period: { da: 'Periode', en: 'Period' },
  from: { da: 'Fra', en: 'From' },
  to: { da: 'Til', en: 'To' },
  asOf: { da: 'Opgjort pr.', en: 'As of' },
  knownAt: { da: 'Kendt den', en: 'Known at' },
  level: { da: 'Niveau', en: 'Level' },
  context: { da: 'Opgjort efter', en: 'Counted by' },
  interval: { da: 'Konfidensinterval', en: 'Confidence interval' },
  smallNumbers: { da: 'Tal skjult fra 1 til under', en: 'Counts hidden from 1 to below' },
  empty: { da: 'Ingen afgørelser i perioden: nullerne er nuller', en: 'No decisions in the period: zeros are zeros' },
  digest: { da: 'Fingeraftryk', en: 'Digest' },
};
const CONTEXTS = {
  treated: { da: 'behandlingssted', en: 'where treated' },
  resident: { da: 'bopæl', en: 'where resident' },
};
const INTERVALS = {
  exact: { da: 'eksakt (Clopper–Pearson)', en: 'exact (Clopper–Pearson)' },
  wilson: { da: 'Wilson', en: 'Wilson' },
};
const HIDDEN = { da: 'skjult', en: 'hidden' };
const EVERYTHING = { da: 'alt modtaget', en: 'everything received' };
const YES = { da: 'ja', en: 'yes' };

/** The report as the tables of a workbook: the figures, what the indicators are, and what it was all counted under. */
export function reportSheets(report: Report, language: Language): Table[] {
  return [figures(report, language), indicators(report, language), about(report, language)];
}

function figures({ rows, indicators }: Report, language: Language): Table {
  const titleOf = new Map(indicators.map(({ key, title }) => [key, title[language]]));
  return {
    name: SHEETS.figures[language],
    columns: [
      ...[WORDS.number, COLUMN_WORDS.indicator, COLUMN_WORDS.unit, WORDS.unitId].map((words) => words[language]),
      ...FIGURE_COLUMNS.map(({ heading }) => heading[language]),
    ],
    rows: rows.map((row) => [
      ...[row.number, titleOf.get(row.indicator) ?? row.indicator, row.unit.name, row.unit.id],
      ...FIGURE_COLUMNS.map((column) => figureCell(column, row, HIDDEN[language])),
    ]),
  };
}

function indicators({ indicators: reported, label }: Report, language: Language): Table {
  const { number, key, denominator, target, label: labelWord } = WORDS;
  return {
    name: SHEETS.indicators[language],
    columns: [number, COLUMN_WORDS.indicator, key, denominator, target, labelWord].map((words) => words[language]),
    rows: reported.map((indicator) => [
      indicator.number,
      indicator.title[language],
      indicator.key,
      indicator.denominatorText[language],
      `${indicator.target.direction === 'at-least' ? '≥' : '≤'} ${percentText(indicator.target.percent, language)}`,
      indicator.provenance === 'working' ? label : null,
    ]),
  };
}

function about(report: Report, language: Language): Table {
  const { definition, label, policy, period, asOf, knownAt, level, context, interval, isEmpty, digest } = report;
  const { smallNumbers } = report;
  const say = (name: keyof typeof ABOUT, value: Cell): Cell[] => [ABOUT[name][language], value];
  return {
    name: SHEETS.about[language],
    columns: [WORDS.what[language], WORDS.value[language]],
    rows: [
      say('definition', definition),
      say('label', label),
      ...Object.entries(policy).map(([name, option]) => say('policy', `${name}=${option}`)),
      say('period', periodTitle(period)[language]),
      say('from', period.from),
      say('to', period.to),
      say('asOf', asOf),
      say('knownAt', knownAt ?? EVERYTHING[language]),
      say('level', LEVEL_WORDS[level][language]),
      say('context', CONTEXTS[context][language]),
      say('interval', INTERVALS[interval][language]),
      ...(smallNumbers > 1 ? [say('smallNumbers', smallNumbers)] : []),
      ...(isEmpty ? [say('empty', YES[language])] : []),
      say('digest', digest),
    ],
  };
}
