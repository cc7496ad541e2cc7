import type { Alarm } from '../../domain/alarm';
import type { CalendarColour, CalendarMonth } from '../../domain/delivery-calendar';
import type { Judgement } from '../../domain/judge';
import { sayFinding, STATE_WORDS, type Said } from '../../domain/words';

type Language = keyof Said;

/** A calendar cell as a mark that is told apart without colour too. */
const MARKS: Readonly<Record<CalendarColour, string>> = { green: '#', yellow: '+', red: '!', none: '.' };
const LEGEND: Said = {
  da: '# alt kom (grøn)  + en del (gul)  ! intet (rød)  . intet ventet\nModtaget/ventet pr. måned; ? er for lidt historik.\n',
  en: '# all came (green)  + a part (yellow)  ! nothing (red)  . nothing expected\nReceived/expected by month; ? is too little history.\n',
};

/** The delivery calendar as a table of marks with received and expected. */
export function calendarText(
  rows: readonly { readonly organisation: string; readonly months: readonly CalendarMonth[] }[],
  lang: Language,
): string {
  const months = rows[0]?.months.map(({ month }) => month) ?? [];
  const table = [
    ['', ...months],
    ...rows.map(({ organisation, months: cells }) => [organisation, ...cells.map(cellText)]),
  ];
  return `${aligned(table)}${LEGEND[lang]}`;
}

function cellText({ status, received, expected }: CalendarMonth): string {
  if (status === 'none' && expected === null) return MARKS.none;
  return `${MARKS[status]} ${received}/${expected === null ? '?' : Math.round(expected)}`;
}

/** Who delivers how, a line each. */
export function judgementsText(judgements: readonly Judgement[], lang: Language): string {
  return aligned(
    judgements.map(({ organisation, state, findings }) => {
      const first = findings[0];
      return [organisation, STATE_WORDS[state][lang], first === undefined ? '' : sayFinding(first)[lang]];
    }),
  );
}

/** Alarms, a line each. */
export function alarmsText(alarms: readonly Alarm[], lang: Language): string {
  return aligned(
    alarms.map(({ id, finding, raisedOn, clearedOn, verdict }) => [
      id,
      finding.organisation,
      clearedOn === undefined ? raisedOn : `${raisedOn}–${clearedOn}`,
      verdict === undefined ? '' : `${verdict.what}: ${verdict.by}`,
      sayFinding(finding)[lang],
    ]),
  );
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
