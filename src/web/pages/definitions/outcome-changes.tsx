import { dayText } from '../../../kernel/localised';
import { TRIAL_PAGE_WORDS as WORDS } from '../../../kernel/words/definitions';
import { DataTable } from '../../parts/data-table';
import { answered } from '../../site/api-refusal';
import { addressWith, say, type Visit } from '../../site/visit';
import { countedText } from './counted-text';
import { named } from './difference-tables';
import type { Trial } from './trial-section';
import { partsOf, type Full } from './versions';

const PAGE = 20;

/** Whose decisions on the indicator that is asked for come out otherwise, a page of them; nothing where none is asked for. */
export async function personsOf(visit: Visit, full: Full, trial: Trial | undefined) {
  const indicator = visit.asked['indikator'];
  if (trial === undefined || indicator === undefined || !visit.may('listOutcomeChanges')) return undefined;
  const after = Math.max(0, Math.trunc(Number(visit.asked['fra'] ?? 0))) || 0;
  const { period, asOf } = trial.difference;
  const query = { indicator, period: period.name, asOf, after, limit: PAGE };
  const { total, flips, next } = await answered(
    visit.api.GET('/api/v1/definitions/{set}/{version}/difference/persons', {
      params: { path: partsOf(full.definition), query },
    }),
  );
  const heading = say(visit, WORDS.personsOf({ indicator: named(visit, full, { indicator }) }));
  return (
    <section aria-labelledby="persons">
      <h3 id="persons">{heading}</h3>
      <DataTable
        caption={heading}
        isCaptionHidden
        rows={flips}
        empty={say(visit, WORDS.noPersons)}
        columns={[
          {
            heading: say(visit, WORDS.person),
            cell: ({ person }) => (
              <a href={`/personer/${person}`}>
                <code>{person}</code>
              </a>
            ),
          },
          { heading: say(visit, WORDS.indexDay), cell: ({ indexDay }) => say(visit, dayText(indexDay)) },
          { heading: say(visit, WORDS.from), cell: ({ from }) => say(visit, countedText(from)) },
          { heading: say(visit, WORDS.to), cell: ({ to }) => say(visit, countedText(to)) },
        ]}
      />
      {flips.length === 0 ? undefined : (
        <p class="pager">
          {say(visit, WORDS.page({ from: after + 1, to: after + flips.length, total }))}
          {next === undefined ? undefined : (
            <a href={`${addressWith(visit, { fra: next })}#persons`}>{say(visit, WORDS.more)}</a>
          )}
        </p>
      )}
    </section>
  );
}
