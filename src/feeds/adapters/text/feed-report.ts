import type { Alarm } from '../../domain/alarm';
import type { CalendarColour, CalendarMonth } from '../../domain/delivery-calendar';
import type { Judgement } from '../../domain/judge';
import { sayFinding } from '../../domain/finding-sentence';
import type { Language } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { CALENDAR_WORDS, DELIVERY_WORDS, FEED_STATE_WORDS } from '../../../kernel/words/feeds';
import { alignedBlocks, alignedRows } from '../../../platform/text/aligned-text';
import { WIDEST, wrapped } from '../../../platform/text/fitted-columns';

/** A calendar cell as a mark that is told apart without colour too. */
const MARKS: Readonly<Record<CalendarColour, string>> = { green: '#', yellow: '+', red: '!', none: '.' };

/** The delivery calendar as a table of marks with received and expected. */
export function calendarText(
  rows: readonly { readonly organisation: string; readonly months: readonly CalendarMonth[] }[],
  names: OrganisationNames,
  lang: Language,
): string {
  const months = rows[0]?.months.map(({ month }) => month) ?? [];
  const table = [
    ['', ...months],
    ...rows.map(({ organisation, months: cells }) => [names.withCode(organisation)[lang], ...cells.map(cellText)]),
  ];
  return `${lines(table)}${CALENDAR_WORDS.legend.map((line) => `${line[lang]}\n`).join('')}`;
}

function cellText({ status, received, expected }: CalendarMonth): string {
  if (status === 'none' && expected === null) return MARKS.none;
  return `${MARKS[status]} ${received}/${expected === null ? '?' : Math.round(expected)}`;
}

/** Who delivers how, a line each. */
export function judgementsText(judgements: readonly Judgement[], names: OrganisationNames, lang: Language): string {
  if (judgements.length === 0) return `${DELIVERY_WORDS.noDeliveries[lang]}\n`;
  return lines(
    judgements.map(({ organisation, state, findings }) => {
      const first = findings[0];
      const said = first === undefined ? '' : sayFinding(first, names)[lang];
      return [names.withCode(organisation)[lang], FEED_STATE_WORDS[state][lang], said];
    }),
  );
}

/** Alarms: which, whose, when and what staff said in a line, and what was found below it. */
export function alarmsText(alarms: readonly Alarm[], names: OrganisationNames, lang: Language): string {
  if (alarms.length === 0) return `${DELIVERY_WORDS.noAlarms[lang]}\n`;
  const heads = alignedBlocks(
    alarms.map(({ id, finding, raisedOn, clearedOn, verdict }) => [
      id,
      names.withCode(finding.organisation)[lang],
      clearedOn === undefined ? raisedOn : `${raisedOn}–${clearedOn}`,
      verdict === undefined ? '' : `${DELIVERY_WORDS[verdict.what][lang]}: ${verdict.by}`,
    ]),
  );
  return alarms
    .flatMap(({ finding }, at) => [...(heads[at] as string[]), ...indented(sayFinding(finding, names)[lang])])
    .map((line) => `${line}\n`)
    .join('');
}

const INDENT = '  ';

/** A sentence below a line, in as many lines as a terminal's width asks for. */
const indented = (sentence: string): string[] =>
  wrapped(sentence, WIDEST - INDENT.length).map((line) => `${INDENT}${line}`);

/** Rows under each other, a line each. */
const lines = (rows: readonly (readonly string[])[]): string =>
  alignedRows(rows)
    .map((line) => `${line}\n`)
    .join('');
