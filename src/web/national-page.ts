import { parsePeriod, periodTitle } from '../kernel/period';
import type { Report, ReportedIndicator } from '../reporting/domain/report';
import type { ShownRow } from '../disclosure/domain/shown-row';
import { COLUMN_WORDS } from '../kernel/words/report';
import { viewNote } from '../kernel/figures';
import type { Language } from '../kernel/language';
import { PAGE_WORDS } from '../kernel/words/page';
import { BOUND_WORDS } from '../kernel/words/shared';
import { html, type Html } from './html';
import { COLUMNS } from './national-columns';
import { demoBanner, whoAsks, type SignedIn } from './signed-in';

export interface PageView {
  readonly language: Language;
  readonly report: Report;
  /** Names of periods to choose from. */
  readonly periods: readonly string[];
  /** What of the query could not be used. */
  readonly fault?: 'period' | 'day';
  readonly signedIn: SignedIn;
}

/** The national table as a page. */
export function nationalPage(view: PageView): string {
  const { language, report, fault } = view;
  const period = periodTitle(report.period)[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${PAGE_WORDS.title[language]} · ${period} · rehabspor</title>
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <header>
          <p class="name">rehabspor</p>
          ${whoAsks(view.signedIn, language)}
          <a href="${otherLanguage(view)}" lang="${language === 'da' ? 'en' : 'da'}"
            >${PAGE_WORDS.otherLanguage[language]}</a
          >
        </header>
        ${demoBanner(view.signedIn, language)}
        <main>
          <h1>${PAGE_WORDS.title[language]}</h1>
          <p class="lead">${PAGE_WORDS.lead[language]}</p>
          ${fault === undefined ? undefined : html`<p class="fault" role="alert">${fault === 'day' ? PAGE_WORDS.badDay[language] : PAGE_WORDS.badPeriod[language]}</p>`}
          ${form(view)}
          <p class="ground">
            <strong>${period}</strong> · ${PAGE_WORDS.asOf[language]} ${report.asOf} ·
            ${PAGE_WORDS.definition[language]} ${report.definition}
            ${report.label === undefined ? undefined : html`<span class="label" title="${PAGE_WORDS.workingMeaning[language]}">${PAGE_WORDS.working[language]}</span>`}
          </p>
          ${table(view)}
          <ul class="notes">
            ${PAGE_WORDS.notes.map((note) => html`<li>${note[language]}</li>`)}
            ${viewNote(report.view, language).map((note) => html`<li>${note}</li>`)}
            ${report.label === undefined ? undefined : html`<li>${PAGE_WORDS.workingMeaning[language]}</li>`}
          </ul>
        </main>
        <footer>
          <p>${PAGE_WORDS.digest[language]}: <code>${report.digest}</code></p>
          <p><a href="/docs">${PAGE_WORDS.documentation[language]}</a></p>
        </footer>
      </body>
    </html>`.markup.replaceAll(/\n\s+/g, '\n');
}

function otherLanguage({ language, report }: PageView): string {
  const query = new URLSearchParams({ period: report.period.name });
  if (report.view === 'exact') query.set('asOf', report.asOf);
  if (language === 'da') query.set('lang', 'en');
  return `/?${query.toString()}`;
}

function form({ language, report, periods }: PageView): Html {
  return html`<form action="/" method="get">
    ${language === 'da' ? undefined : html`<input type="hidden" name="lang" value="${language}" />`}
    <label for="period">${PAGE_WORDS.period[language]}</label>
    <select id="period" name="period">
      ${periods.map((name) => {
        const period = parsePeriod(name);
        const title = period === undefined ? name : periodTitle(period)[language];
        return name === report.period.name
          ? html`<option value="${name}" selected>${title}</option>`
          : html`<option value="${name}">${title}</option>`;
      })}
    </select>
    ${report.view === 'published' ? undefined : asOfField(report.asOf, language)}
    <button type="submit">${PAGE_WORDS.show[language]}</button>
  </form>`;
}

/** Another day to look from, which the published view does not know. */
const asOfField = (asOf: string, language: Language): Html =>
  html`<label for="as-of">${PAGE_WORDS.asOf[language]}</label>
    <input id="as-of" name="asOf" type="date" value="${asOf}" />`;

function table({ language, report }: PageView): Html {
  const indicatorOf = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${PAGE_WORDS.caption[language]}">
    <table role="table">
      <caption>
        ${PAGE_WORDS.caption[language]}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${COLUMN_WORDS.indicator[language]}</th>
          ${COLUMNS.map(({ word, side }) => html`<th scope="col" role="columnheader" class="${side}">${COLUMN_WORDS[word][language]}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${report.rows.map((row) => tableRow(row, indicatorOf.get(row.indicator) as ReportedIndicator, language))}
      </tbody>
    </table>
  </div>`;
}

/**
 * A row, which a narrow screen shows as a card with each heading before its cell; roles keep it a table for those who
 * listen to the page.
 */
function tableRow(row: ShownRow, { number, title, target }: ReportedIndicator, language: Language): Html {
  const goal = target.direction === 'at-least' ? BOUND_WORDS.atLeastPercent : BOUND_WORDS.atMostPercent;
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <span class="number">${number}</span> ${title[language]}
      <small>${COLUMN_WORDS.target[language]}: ${goal({ percent: target.percent })[language]}</small>
    </th>
    ${COLUMNS.map(({ word, side, cell }) => html`<td role="cell" class="${side}" data-label="${COLUMN_WORDS[word][language]}">${cell(row, language)}</td>`)}
  </tr>`;
}
