import type { Language } from '../../../kernel/language';
import { viewNote } from '../../../kernel/figures';
import { alignedText } from '../../../platform/text/aligned-text';
import { numberText } from '../../../kernel/localised';
import { periodTitle } from '../../../kernel/period';
import type { Distribution } from '../../domain/distribution';
import type { TransitionCounts } from '../../domain/tally';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import { TRANSITION_WORDS } from '../../../kernel/words/transitions';
import { dropOutText } from '../drop-out-text';
import { TRANSITION_COUNTS } from '../transition-columns';
import type { TransitionReport } from '../../application/transition-reports';

/** The transitions as an aligned table for a terminal. */
export function transitionsText(report: TransitionReport, language: Language): string {
  const counts = TRANSITION_COUNTS.filter(({ where }) => where === 'everywhere');
  const columns = [
    { heading: TRANSITION_WORDS.hospital[language], side: 'left' as const },
    { heading: TRANSITION_WORDS.municipality[language], side: 'left' as const },
    ...counts.map(({ heading }) => ({ heading: heading[language], side: 'right' as const })),
    { heading: TRANSITION_WORDS.toStart[language], side: 'right' as const },
    { heading: TRANSITION_WORDS.toEnd[language], side: 'right' as const },
  ];
  const rowOf = (hospital: string, municipality: string, row: TransitionCounts): string[] => [
    hospital,
    municipality,
    ...counts.map(({ count }) => String(count(row))),
    daysText(row.daysToStart, language),
    daysText(row.daysToEnd, language),
  ];
  const all = TRANSITION_WORDS.all[language];
  const { total, definition, label, asOf } = report;
  return [
    `${TRANSITION_WORDS.title[language]}: ${periodTitle(report.period)[language]}`,
    `${definition}${label === undefined ? '' : ` (${label})`} · ${SEEN_WORDS.asOf[language]} ${asOf}`,
    '',
    ...alignedText(columns, [
      rowOf(report.hospital?.name ?? all, report.municipality?.name ?? all, total),
      ...report.pairs.map((row) => rowOf(row.hospital.name, row.municipality.name, row)),
    ]),
    '',
    ...(report.isEmpty ? [TRANSITION_WORDS.empty[language]] : []),
    ...(total.dropOut.length === 0
      ? []
      : [`${TRANSITION_WORDS.dropOut[language]}: ${dropOutText(total, ', ')[language]}.`]),
    ...TRANSITION_WORDS.notes.map((line) => line[language]),
    ...viewNote(report.view, language),
    '',
  ].join('\n');
}

/** Median, quartiles and 90 % of days as the language writes numbers; a dash where there are none. */
function daysText(days: Distribution, language: Language): string {
  if (days.median === null) return '–';
  const text = (value: number | null): string => (value === null ? '–' : numberText(value)[language]);
  return `${text(days.median)} (${text(days.lowerQuartile)}–${text(days.upperQuartile)}; ${text(days.p90)})`;
}
