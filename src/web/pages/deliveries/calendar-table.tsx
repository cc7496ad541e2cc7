import { numberText } from '../../../kernel/localised';
import { CALENDAR_STATUS_WORDS, DELIVERY_PAGE_WORDS as WORDS } from '../../../kernel/words/deliveries';
import { monthName, shortMonthName } from '../../parts/month-name';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Calendar = Shapes['DeliveryCalendar'];
type Month = Shapes['CalendarMonth'];

const SIGNS = { green: '●', yellow: '◐', red: '○', none: '·' } as const;

/** Source by month: a sign and a word besides the colour, received against expected; scrolls within itself. */
export function CalendarTable({ visit, calendar }: { readonly visit: Visit; readonly calendar: Calendar }) {
  const months = calendar.organisations[0]?.months ?? [];
  return (
    <div class="heat-room" role="region" aria-label={say(visit, WORDS.calendar)} tabIndex={0}>
      <table class="table heat">
        <caption class="sr-only">{say(visit, WORDS.calendar)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(visit, WORDS.source)}</th>
            {months.map(({ month }) => (
              <th scope="col">
                <abbr title={monthName(month, visit.language)}>{shortMonthName(month, visit.language)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.organisations.map(({ organisation, name, months: cells }) => (
            <tr>
              <th scope="row">
                <a href={`/leveringer/${organisation}`}>{name}</a> <small>{organisation}</small>
              </th>
              {cells.map((cell) => (
                <td class={`heat-${cell.status}`}>
                  <MonthSaid visit={visit} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What came in a month against what was expected. */
export function MonthSaid({ visit, cell }: { readonly visit: Visit; readonly cell: Month }) {
  const { status, received, expected } = cell;
  const figure = (value: number) => say(visit, numberText(value));
  return (
    <>
      <span aria-hidden="true">{SIGNS[status]} </span>
      <span class="sr-only">{say(visit, CALENDAR_STATUS_WORDS[status])}: </span>
      {figure(received)}/{expected === null ? '?' : figure(Math.round(expected))}
    </>
  );
}
