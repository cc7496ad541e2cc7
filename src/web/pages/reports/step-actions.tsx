import { TAKE_STEP_WORDS } from '../../../kernel/words/frozen';
import { isSamePerson } from '../../../kernel/human-words';
import { Alert } from '../../parts/alert';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import type { Shapes } from '../../parts/shapes';
import { postedText, say, type Visit } from '../../site/visit';

/** A step that somebody may take with a report. */
type Step = 'approve' | 'publish' | 'withdraw' | 'reproduce';

const NEXT: Readonly<Record<Shapes['FrozenReport']['state'], readonly Step[]>> = {
  frozen: ['approve', 'reproduce', 'withdraw'],
  approved: ['publish', 'reproduce', 'withdraw'],
  published: ['reproduce', 'withdraw'],
  withdrawn: ['reproduce'],
};

/** What the reader can do with a report, in its state. */
export function StepActions({
  visit,
  report,
  faults,
}: {
  readonly visit: Visit;
  readonly report: Shapes['FrozenReport'];
  readonly faults: readonly FieldFault[];
}) {
  if (!visit.may('approveReport')) return <></>;
  const name = visit.reader?.name ?? '';
  const isOwn = isSamePerson(report.steps[0]?.by ?? '', name);
  return (
    <section aria-labelledby="steps-to-take" class="steps-to-take">
      <h2 id="steps-to-take" class="h3">
        {say(visit, TAKE_STEP_WORDS.title)}
      </h2>
      {NEXT[report.state].map((step) =>
        step === 'approve' && isOwn ? (
          <Alert kind="info">{say(visit, TAKE_STEP_WORDS.approveOther({ name }))}</Alert>
        ) : (
          <StepForm visit={visit} step={step} faults={faults} />
        ),
      )}
    </section>
  );
}

function StepForm({
  visit,
  step,
  faults,
}: {
  readonly visit: Visit;
  readonly step: Step;
  readonly faults: readonly FieldFault[];
}) {
  const words = TAKE_STEP_WORDS;
  const hints = { approve: words.approveHint, publish: words.publishHint, reproduce: words.reproduceHint };
  const isWithdrawal = step === 'withdraw';
  const form = (
    <form action={visit.path} method="post" class="step">
      {isWithdrawal ? undefined : <p>{say(visit, hints[step])}</p>}
      {step === 'reproduce' ? undefined : (
        <Field
          name={`note-${step}`}
          label={say(visit, isWithdrawal ? words.reason : words.note)}
          {...(isWithdrawal ? { hint: say(visit, words.reasonHint) } : undefined)}
          value={postedText(visit, `note-${step}`)}
          type="texts"
          faults={faults}
        />
      )}
      <button
        type="submit"
        name="step"
        value={step}
        class={`button button-${step === 'approve' || step === 'publish' ? 'primary' : 'secondary'}`}
      >
        {say(visit, words[step])}
      </button>
    </form>
  );
  if (!isWithdrawal) return form;
  return (
    <details class="details" open={faults.some(({ field }) => field === 'note-withdraw')}>
      <summary class="details-summary">{say(visit, words.withdraw)}</summary>
      <div class="details-text">{form}</div>
    </details>
  );
}
