import { danishDay, type Day } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { KNOWN_AT_WORDS } from '../../../kernel/words/persons';
import { Alert } from '../../parts/alert';
import { say, type Visit } from '../../site/visit';
import type { ShownEvent } from './shown-events';

/** The days on which something was received, in order. */
export const daysOfReceipt = (events: readonly ShownEvent[]): Day[] =>
  [...new Set(events.map(({ receivedAt }) => danishDay(Date.parse(receivedAt))))].sort();

/** Asks for the pathway as it was known on a day: a field, and with scripts a slider over the days of receipt. */
export function KnownAt({
  visit,
  days,
  shown,
  isBad,
}: {
  readonly visit: Visit;
  readonly days: readonly Day[];
  readonly shown: Day | undefined;
  readonly isBad: boolean;
}) {
  const words = KNOWN_AT_WORDS;
  const written = visit.asked['knownAt'] ?? '';
  return (
    <section aria-labelledby="known-at" class="known-at">
      <h2 id="known-at" class="h4">
        {say(visit, words.heading)}
      </h2>
      <form
        action={visit.path}
        method="get"
        class="choices"
        data-days={days.join(' ')}
        data-slide={say(visit, words.slide)}
        data-locale={visit.language === 'da' ? 'da-DK' : 'en-GB'}
      >
        <div class={isBad ? 'choice form-error' : 'choice'}>
          <label class="form-label" for="knownAt">
            {say(visit, words.label)}
          </label>
          <p class="form-hint" id="knownAt-hint">
            {say(visit, words.hint)}
          </p>
          {isBad ? (
            <p class="form-error-message" id="knownAt-error">
              {say(visit, words.badDay)}
            </p>
          ) : undefined}
          <input
            class="form-input"
            type="date"
            id="knownAt"
            name="knownAt"
            value={written}
            max={visit.today}
            aria-describedby={isBad ? 'knownAt-hint knownAt-error' : 'knownAt-hint'}
            aria-invalid={isBad ? 'true' : undefined}
          />
        </div>
        <button type="submit" class="button button-secondary">
          {say(visit, words.show)}
        </button>
      </form>
      {shown === undefined ? undefined : (
        <Alert kind="warning">
          {say(visit, words.shown({ day: dayText(shown) }))} <a href={visit.path}>{say(visit, words.now)}</a>
        </Alert>
      )}
    </section>
  );
}
