import { parsePeriod, periodTitle } from '../kernel/period';
import type { Report, ReportedIndicator } from '../reporting/domain/report';
import { rowBoundsText, shareText } from '../reporting/adapters/text/report-text';
import type { ShownRow, ShownUnknown } from '../disclosure/domain/shown-row';
import { COLUMN_WORDS, countText, hiddenNote, REASON_WORDS, type Language } from '../kernel/words';
import { html, type Html } from './html';
import { sectorBar } from './sector-bar';
import { PAGE_TEXTS } from './texts';

export interface PageView {
  readonly language: Language;
  readonly report: Report;
  /** Names of periods to choose from. */
  readonly periods: readonly string[];
  /** What of the query could not be used. */
  readonly fault?: 'period' | 'day';
}

/** The national table as a page. */
export function nationalPage(view: PageView): string {
  const { language, report, fault } = view;
  const texts = PAGE_TEXTS[language];
  const period = periodTitle(report.period)[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title} · ${period} · rehabspor</title>
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <header>
          <p class="name">rehabspor</p>
          <a href="${otherLanguage(view)}" lang="${language === 'da' ? 'en' : 'da'}">${texts.otherLanguage}</a>
        </header>
        <main>
          <h1>${texts.title}</h1>
          <p class="lead">${texts.lead}</p>
          ${fault === undefined ? undefined : html`<p class="fault" role="alert">${fault === 'day' ? texts.badDay : texts.badPeriod}</p>`}
          ${form(view)}
          <p class="ground">
            <strong>${period}</strong> · ${texts.asOfDay} ${report.asOf} · ${texts.definition} ${report.definition}
            ${report.label === undefined ? undefined : html`<span class="label" title="${texts.workingMeaning}">${texts.working}</span>`}
          </p>
          ${table(view)}
          <ul class="notes">
            ${texts.notes.map((note) => html`<li>${note}</li>`)}
            ${report.rows.some(({ hidden }) => hidden !== undefined) ? html`<li>${hiddenNote(report.smallNumbers)[language]}</li>` : undefined}
            ${report.label === undefined ? undefined : html`<li>${texts.workingMeaning}</li>`}
          </ul>
        </main>
        <footer>
          <p>${texts.digest}: <code>${report.digest}</code></p>
          <p><a href="/docs">${texts.documentation}</a></p>
        </footer>
      </body>
    </html>`.markup.replaceAll(/\n\s+/g, '\n');
}

function otherLanguage({ language, report }: PageView): string {
  const query = new URLSearchParams({ period: report.period.name, asOf: report.asOf });
  if (language === 'da') query.set('lang', 'en');
  return `/?${query.toString()}`;
}

function form({ language, report, periods }: PageView): Html {
  const texts = PAGE_TEXTS[language];
  return html`<form action="/" method="get">
    ${language === 'da' ? undefined : html`<input type="hidden" name="lang" value="${language}" />`}
    <label for="period">${texts.period}</label>
    <select id="period" name="period">
      ${periods.map((name) => {
        const period = parsePeriod(name);
        const title = period === undefined ? name : periodTitle(period)[language];
        return name === report.period.name
          ? html`<option value="${name}" selected>${title}</option>`
          : html`<option value="${name}">${title}</option>`;
      })}
    </select>
    <label for="as-of">${texts.asOf}</label>
    <input id="as-of" name="asOf" type="date" value="${report.asOf}" />
    <button type="submit">${texts.show}</button>
  </form>`;
}

function table({ language, report }: PageView): Html {
  const texts = PAGE_TEXTS[language];
  const indicatorOf = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  const heading = (word: keyof typeof COLUMN_WORDS, side = 'figure'): Html =>
    html`<th scope="col" class="${side}">${COLUMN_WORDS[word][language]}</th>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.caption}">
    <table>
      <caption>
        ${texts.caption}
      </caption>
      <thead>
        <tr>
          ${heading('indicator', 'words')}${heading('percent')}${heading('sectors', 'words')}${heading('estimate')}${heading('bounds')}
          ${heading('unknown', 'words')}${heading('denominatorUnknown', 'words')}${heading('pending')}${heading('excluded')}
        </tr>
      </thead>
      <tbody>
        ${report.rows.map((row) => tableRow(row, indicatorOf.get(row.indicator) as ReportedIndicator, language))}
      </tbody>
    </table>
  </div>`;
}

function tableRow(row: ShownRow, { number, title, target }: ReportedIndicator, language: Language): Html {
  const texts = PAGE_TEXTS[language];
  const goal = target.direction === 'at-least' ? texts.atLeast : texts.atMost;
  const { unknown, estimate } = row;
  return html`<tr>
    <th scope="row">
      <span class="number">${number}</span> ${title[language]}
      <small>${COLUMN_WORDS.target[language]}: ${goal} ${target.percent} %</small>
    </th>
    <td class="figure">
      <strong>${shareText(row, language)}</strong
      ><small>${countText(row.numerator)} ${texts.ofAll} ${countText(row.denominator)}</small>
    </td>
    <td>${row.numerator === 0 ? html`<small>${texts.nobody}</small>` : sectorBar(row, language)}</td>
    <td class="figure">
      ${shareText(estimate, language)}<small
        >${countText(estimate.numerator)} ${texts.ofAll} ${countText(estimate.denominator)}</small
      >
    </td>
    <td class="figure">${rowBoundsText(row, language)}</td>
    <td>${countText(unknown.inDenominator.count)}${reasons(unknown.inDenominator, language)}</td>
    <td>${countText(unknown.denominatorUnknown.count)}${reasons(unknown.denominatorUnknown, language)}</td>
    <td class="figure">${countText(row.pending)}</td>
    <td class="figure">${countText(row.excluded)}</td>
  </tr>`;
}

function reasons({ reasons: counts }: ShownUnknown, language: Language): Html {
  return html`<ul class="reasons">
    ${Object.entries(counts).map(
      ([reason, count]) =>
        html`<li>${REASON_WORDS[reason as keyof typeof REASON_WORDS][language]}: ${countText(count)}</li>`,
    )}
  </ul>`;
}
