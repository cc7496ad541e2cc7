import type { Bilingual } from '../../../kernel/definition';
import { alignedText } from '../../../platform/text/aligned-text';
import { periodTitle } from '../../../kernel/period';
import type { Distribution } from '../../domain/distribution';
import { OTHER_REASON } from '../../domain/drop-out';
import type { ShownTransitions } from '../../domain/shown-transitions';
import { NOT_GIVEN } from '../../domain/tally';
import { countText, HIDDEN_MARK, hiddenNote, type Language } from '../../../kernel/words';
import { TRANSITION_COUNTS } from '../transition-columns';
import type { TransitionReport } from '../../application/transition-reports';

const both = (da: string, en: string): Bilingual => ({ da, en });

const TEXTS = {
  title: both('Fra henvisning til kommunal start og slut', 'From referral to municipal start and end'),
  asOf: both('pr.', 'as of'),
  all: both('Alle', 'All'),
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  toStart: both('Dage til start', 'Days to start'),
  toEnd: both('Dage til slut', 'Days to end'),
  dropOut: both('Grunde til at stoppe', 'Reasons to stop'),
  empty: both('Ingen henvisninger i perioden.', 'No referrals in the period.'),
} satisfies Record<string, Bilingual>;

const REASONS: Readonly<Record<string, Bilingual>> = {
  [NOT_GIVEN]: both('ikke oplyst', 'not given'),
  [OTHER_REASON]: both('andet', 'other'),
};

const NOTES = {
  da: [
    'Henvist = startet + andetsteds + åben + tabt + uvist + udgået. Åben: en start tæller endnu. Tabt: for sent. Uvist: kommunen',
    'blev ikke hørt. Andetsteds: sygehuset ved, at en anden leverede. Dage: median (kvartiler; 90 %).',
  ],
  en: [
    'Referred = started + elsewhere + open + lost + unknown + excluded. Open: a start still counts. Lost: too late. Unknown: the',
    'municipality was not heard from. Elsewhere: the hospital knows that another delivered. Days: median (quartiles; 90 %).',
  ],
};

/** The transitions as an aligned table for a terminal. */
export function transitionsText(report: TransitionReport, language: Language): string {
  const counts = TRANSITION_COUNTS.filter(([, , heading]) => heading !== undefined);
  const columns = [
    { heading: TEXTS.hospital[language], side: 'left' as const },
    { heading: TEXTS.municipality[language], side: 'left' as const },
    ...counts.map(([name, , heading]) => ({ heading: heading?.[language] ?? name, side: 'right' as const })),
    { heading: TEXTS.toStart[language], side: 'right' as const },
    { heading: TEXTS.toEnd[language], side: 'right' as const },
  ];
  const rowOf = (hospital: string, municipality: string, row: ShownTransitions): string[] => [
    hospital,
    municipality,
    ...counts.map(([, count]) => countText(count(row))),
    daysText(row.daysToStart),
    daysText(row.daysToEnd),
  ];
  const all = TEXTS.all[language];
  const { total, definition, label, asOf } = report;
  return [
    `${TEXTS.title[language]}: ${periodTitle(report.period)[language]}`,
    `${definition}${label === undefined ? '' : ` (${label})`} · ${TEXTS.asOf[language]} ${asOf}`,
    '',
    ...alignedText(columns, [
      rowOf(report.hospital?.name ?? all, report.municipality?.name ?? all, total),
      ...report.pairs.map((row) => rowOf(row.hospital.name, row.municipality.name, row)),
    ]),
    '',
    ...(report.isEmpty ? [TEXTS.empty[language]] : []),
    ...(total.dropOut.length === 0 ? [] : [`${TEXTS.dropOut[language]}: ${dropOutText(total, language)}.`]),
    ...NOTES[language],
    ...(report.smallNumbers > 1 ? [hiddenNote(report.smallNumbers)[language]] : []),
    '',
  ].join('\n');
}

function daysText(days: Distribution | null): string {
  if (days === null) return HIDDEN_MARK;
  if (days.n === 0) return '–';
  return `${days.median} (${days.lowerQuartile}–${days.upperQuartile}; ${days.p90})`;
}

function dropOutText({ dropOut }: ShownTransitions, language: Language): string {
  return dropOut.map(({ reason, count }) => `${REASONS[reason]?.[language] ?? reason} ${countText(count)}`).join(', ');
}
