import { isSamePerson } from '../../../kernel/human-words';
import { PROPOSAL_DECISION_WORDS as WORDS } from '../../../kernel/words/definitions';
import { Alert } from '../../parts/alert';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import { postedText, say, type Visit } from '../../site/visit';
import type { Entry } from './versions';

interface Of {
  readonly visit: Visit;
  readonly entry: Entry;
  readonly faults: readonly FieldFault[];
}

/** Approving a proposal, by another person than the one who proposed it, or rejecting it; nothing once that is done. */
export function DecisionForms({ visit, entry, faults }: Of) {
  const { standing, steps } = entry;
  if (standing === 'approved' || standing === 'rejected' || !visit.may('approveDefinition')) return <></>;
  const name = visit.reader?.name ?? '';
  const isOwn = steps.some(({ step, by }) => step === 'proposed' && isSamePerson(by, name));
  return (
    <section aria-labelledby="decide" class="steps-to-take">
      <h2 id="decide" class="h3">
        {say(visit, WORDS.heading)}
      </h2>
      {isOwn ? <Alert kind="info">{say(visit, WORDS.ownProposal({ name }))}</Alert> : undefined}
      {standing === 'tried' ? undefined : <Alert kind="info">{say(visit, WORDS.tryFirst)}</Alert>}
      {isOwn || standing !== 'tried' ? undefined : (
        <form action={visit.path} method="post" class="step">
          <p>{say(visit, WORDS.approveHint)}</p>
          <StepFields visit={visit} step="approve" faults={faults} />
        </form>
      )}
      <details class="details" open={faults.some(({ field }) => field === 'note-reject')}>
        <summary class="details-summary">{say(visit, WORDS.reject)}</summary>
        <div class="details-text">
          <form action={visit.path} method="post" class="step">
            <StepFields visit={visit} step="reject" faults={faults} />
          </form>
        </div>
      </details>
    </section>
  );
}

function StepFields({ visit, step, faults }: Omit<Of, 'entry'> & { readonly step: 'approve' | 'reject' }) {
  const name = `note-${step}`;
  return (
    <>
      <Field name={name} type="texts" label={say(visit, WORDS.note)} value={postedText(visit, name)} faults={faults} />
      <button
        type="submit"
        name="step"
        value={step}
        class={`button button-${step === 'approve' ? 'primary' : 'secondary'}`}
      >
        {say(visit, WORDS[step])}
      </button>
    </>
  );
}
