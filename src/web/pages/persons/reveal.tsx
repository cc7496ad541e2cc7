import { NOTE } from '../../../kernel/human-words';
import type { Bilingual } from '../../../kernel/language';
import { REVEAL_WORDS as WORDS } from '../../../kernel/words/persons';
import { Alert } from '../../parts/alert';
import { FormGroup } from '../../parts/form-group';
import { answered } from '../../site/api-refusal';
import { postedText, say, type Visit } from '../../site/visit';

/** The number behind a person key once it was asked for, or what is wrong with the reason. */
export interface Revealed {
  readonly cpr?: string;
  readonly fault?: Bilingual;
}

/** Asks for the number with the posted reason; without one that can be taken, nothing is asked for. */
export async function revealPosted(visit: Visit, person: string): Promise<Revealed> {
  const reason = postedText(visit, 'reason');
  if (!NOTE.fits(reason)) return { fault: WORDS.badReason };
  const asking = visit.api.POST('/api/v1/persons/{person}/reveal', { params: { path: { person } }, body: { reason } });
  return answered(asking);
}

/** Where the number behind a key is asked for with a reason, and where it is shown once. */
export function Reveal({
  visit,
  person,
  revealed: { cpr, fault },
}: {
  readonly visit: Visit;
  readonly person: string;
  readonly revealed: Revealed;
}) {
  if (cpr !== undefined)
    return (
      <Alert kind="info">
        <strong>{say(visit, WORDS.shown({ cpr: `${cpr.slice(0, 6)}-${cpr.slice(6)}` }))}</strong>
      </Alert>
    );
  return (
    <details class="details" open={fault !== undefined}>
      <summary class="details-summary">{say(visit, WORDS.heading)}</summary>
      <div class="details-text">
        <p>{say(visit, WORDS.says)}</p>
        <form action={`/personer/${person}`} method="post" class="narrow" novalidate>
          <FormGroup
            id="reason"
            label={say(visit, WORDS.reason)}
            fault={fault === undefined ? undefined : say(visit, fault)}
          >
            {(described) => (
              <textarea class="form-input" rows={2} maxLength={2000} {...described}>
                {postedText(visit, 'reason')}
              </textarea>
            )}
          </FormGroup>
          <button type="submit" class="button button-secondary">
            {say(visit, WORDS.send)}
          </button>
        </form>
      </div>
    </details>
  );
}
