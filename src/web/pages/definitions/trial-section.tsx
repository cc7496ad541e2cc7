import { dayText } from '../../../kernel/localised';
import { periodTitle } from '../../../kernel/period';
import { LEVELS } from '../../../kernel/unit';
import { LEVEL_WORDS } from '../../../kernel/words/codes';
import { TRIAL_PAGE_WORDS as WORDS } from '../../../kernel/words/definitions';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import { momentText } from '../../parts/moments';
import { periodAsked, periodOptions } from '../../parts/periods';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import { postedText, say, type Visit } from '../../site/visit';
import { DifferenceTables } from './difference-tables';
import { partsOf, type Full } from './versions';

export type Trial = Shapes['TrialList']['trials'][number];

/** What trying a proposal showed the last time, and the way to try it; and that trial, undefined where there was none. */
export async function trialOf(visit: Visit, full: Full, faults: readonly FieldFault[]) {
  const path = partsOf(full.definition);
  const { trials } = await answered(visit.api.GET('/api/v1/definitions/{set}/{version}/trials', { params: { path } }));
  const last = trials.at(-1);
  const isOpen = full.standing === 'proposed' || full.standing === 'tried';
  const { names } = await periodAsked(visit, 'exact');
  const section = (
    <section aria-labelledby="trial">
      <h2 id="trial">{say(visit, WORDS.heading)}</h2>
      {isOpen && visit.may('tryDefinition') ? (
        <TrialForm visit={visit} periods={['all', ...names.filter((name) => name !== 'all')]} faults={faults} />
      ) : undefined}
      {last === undefined ? undefined : (
        <>
          <p>{seenText(visit, last)}</p>
          <DifferenceTables visit={visit} full={full} difference={last.difference} />
        </>
      )}
    </section>
  );
  return { section, last };
}

function TrialForm({
  visit,
  periods,
  faults,
}: {
  readonly visit: Visit;
  readonly periods: readonly string[];
  readonly faults: readonly FieldFault[];
}) {
  return (
    <form action={visit.path} method="post" class="step">
      <p>{say(visit, WORDS.hint)}</p>
      <Field
        name="period"
        label={say(visit, WORDS.period)}
        value={postedText(visit, 'period') || 'all'}
        options={periodOptions(periods, visit.language)}
        faults={faults}
      />
      <Field
        name="level"
        label={say(visit, WORDS.level)}
        value={postedText(visit, 'level')}
        options={[
          { value: '', text: say(visit, WORDS.everyLevel) },
          ...LEVELS.map((value) => ({ value, text: say(visit, LEVEL_WORDS[value]) })),
        ]}
      />
      <button type="submit" name="step" value="try" class="button button-primary">
        {say(visit, WORDS.run)}
      </button>
    </form>
  );
}

const seenText = (visit: Visit, { by, at, difference: { period, asOf } }: Trial): string =>
  say(visit, WORDS.seen({ by, at: momentText(at, visit.language), period: periodTitle(period), asOf: dayText(asOf) }));
