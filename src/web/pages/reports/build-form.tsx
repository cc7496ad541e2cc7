import { COMMENT_KIND_WORDS, FREEZE_FORM_WORDS, FROZEN_WORDS } from '../../../kernel/words/frozen';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import type { Shapes } from '../../parts/shapes';
import { postedText, say, type Visit } from '../../site/visit';

/** What the registry may write beside an indicator, in the order in which it is read. */
export const COMMENT_KINDS = ['commentary', 'recommendation', 'audit'] as const;

/** The name of the field for a text beside an indicator. */
export const commentName = (indicator: string, kind: (typeof COMMENT_KINDS)[number]): string => `${kind}-${indicator}`;

interface FormOf {
  readonly visit: Visit;
  readonly indicators: Shapes['IndicatorList']['indicators'];
  readonly faults: readonly FieldFault[];
}

/** What a report is of and what is written beside it; looked at first, or frozen. */
export function BuildForm({ visit, indicators, faults }: FormOf) {
  const words = FREEZE_FORM_WORDS;
  const lastYear = String(Number(visit.today.slice(0, 4)) - 1);
  const given = (name: string, otherwise = '') =>
    visit.posted[name] === undefined ? otherwise : postedText(visit, name);
  return (
    <form action="/rapporter/ny" method="post" class="build">
      <Field
        name="period"
        label={say(visit, FROZEN_WORDS.period)}
        hint={say(visit, words.periodHint)}
        value={given('period', lastYear)}
        faults={faults}
      />
      <Field
        name="asOf"
        type="date"
        label={say(visit, FROZEN_WORDS.asOf)}
        hint={say(visit, words.asOfHint)}
        value={given('asOf', visit.today)}
        faults={faults}
      />
      <Field
        name="knownAt"
        type="date"
        label={say(visit, FROZEN_WORDS.knownAt)}
        hint={say(visit, words.knownAtHint)}
        value={given('knownAt')}
        faults={faults}
      />
      <Field
        name="view"
        label={say(visit, FROZEN_WORDS.view)}
        hint={say(visit, words.viewHint)}
        value={given('view', 'exact')}
        options={(['exact', 'published'] as const).map((value) => ({ value, text: say(visit, words[value]) }))}
      />
      <Field name="note" type="texts" label={say(visit, words.note)} value={given('note')} faults={faults} />
      <fieldset>
        <legend class="h3">{say(visit, words.words)}</legend>
        <p>{say(visit, words.wordsHint)}</p>
        {indicators.map((indicator) => (
          <IndicatorTexts visit={visit} indicator={indicator} faults={faults} />
        ))}
      </fieldset>
      <p class="ways">
        <button type="submit" name="do" value="look" class="button button-secondary">
          {say(visit, words.look)}
        </button>
        <button type="submit" name="do" value="freeze" class="button button-primary">
          {say(visit, words.freeze)}
        </button>
      </p>
    </form>
  );
}

function IndicatorTexts({
  visit,
  indicator: { key, number, title },
  faults,
}: Pick<FormOf, 'visit' | 'faults'> & { readonly indicator: FormOf['indicators'][number] }) {
  const isWritten = COMMENT_KINDS.some((kind) => postedText(visit, commentName(key, kind)) !== '');
  return (
    <details class="details" open={isWritten}>
      <summary class="details-summary">
        {number} {say(visit, title)}
      </summary>
      <div class="details-text">
        {COMMENT_KINDS.map((kind) => (
          <Field
            name={commentName(key, kind)}
            type="texts"
            label={say(visit, COMMENT_KIND_WORDS[kind])}
            value={postedText(visit, commentName(key, kind))}
            faults={faults}
          />
        ))}
      </div>
    </details>
  );
}
