import { SUBSCRIPTION_WORDS } from '../../../kernel/words/frozen';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import type { Shapes } from '../../parts/shapes';
import { postedText, say, type Visit } from '../../site/visit';

/** The kinds of file a subscription may have. */
export const FORMATS = ['csv', 'xlsx', 'json', 'svg'] as const;
/** Which period a subscription is of: the latest that is over. */
export const PERIODS = ['month', 'quarter', 'tertial', 'year'] as const;

/** A form that orders a unit's report on a schedule. */
export function SubscriptionForm({
  visit,
  units,
  faults,
}: {
  readonly visit: Visit;
  readonly units: Shapes['UnitList']['units'];
  readonly faults: readonly FieldFault[];
}) {
  const words = SUBSCRIPTION_WORDS;
  const given = (name: string, otherwise = '') =>
    visit.posted[name] === undefined ? otherwise : postedText(visit, name);
  const formats = visit.posted['formats'] ?? ['csv'];
  const badFormats = faults.find(({ field }) => field === 'formats');
  return (
    <section aria-labelledby="add">
      <h2 id="add">{say(visit, words.add)}</h2>
      <form action={visit.path} method="post" class="build">
        <Field
          name="unit"
          label={say(visit, words.unit)}
          value={given('unit')}
          options={units.map(({ id, name }) => ({ value: id, text: name }))}
          faults={faults}
        />
        <Field
          name="period"
          label={say(visit, words.period)}
          value={given('period')}
          options={PERIODS.map((value) => ({ value, text: say(visit, words[value]) }))}
        />
        <fieldset class={badFormats === undefined ? 'form-group' : 'form-group form-error'} id="field-formats">
          <legend class="form-label">{say(visit, words.formats)}</legend>
          {badFormats === undefined ? undefined : <span class="form-error-message">{badFormats.text}</span>}
          {FORMATS.map((format) => (
            <div class="form-group-checkbox">
              <input
                type="checkbox"
                id={`format-${format}`}
                name="formats"
                value={format}
                class="form-checkbox"
                checked={formats.includes(format)}
              />
              <label class="form-label" for={`format-${format}`}>
                {format.toUpperCase()}
              </label>
            </div>
          ))}
        </fieldset>
        <Field
          name="language"
          label={say(visit, words.language)}
          value={given('language', 'da')}
          options={[
            { value: 'da', text: say(visit, words.danish) },
            { value: 'en', text: say(visit, words.english) },
          ]}
        />
        <Field
          name="schedule"
          label={say(visit, words.schedule)}
          hint={say(visit, words.scheduleHint)}
          value={given('schedule', '0 6 5 * *')}
          faults={faults}
        />
        <Field
          name="folder"
          label={say(visit, words.folder)}
          hint={say(visit, words.folderHint)}
          value={given('folder')}
          faults={faults}
        />
        <Field
          name="mail"
          label={say(visit, words.mail)}
          hint={say(visit, words.mailHint)}
          value={given('mail')}
          faults={faults}
        />
        <button type="submit" name="do" value="take" class="button button-primary">
          {say(visit, words.take)}
        </button>
      </form>
    </section>
  );
}
