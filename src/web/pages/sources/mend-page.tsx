import { MEND_WORDS as WORDS, HAND_IN_WORDS } from '../../../kernel/words/sources';
import { Alert } from '../../parts/alert';
import { FaultSummary, faultOf, type FieldFault } from '../../parts/fault-summary';
import { FormField } from '../../parts/form-field';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { LedOn, Page } from '../../site/page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { sourceCrumb } from './own';
import { changesOf, mendFieldsOf, type MendField } from './mended-event';
import { fieldAt, fieldName, inPeoplesWords, valueName } from './words-of';
import { Reasons } from './waiting-table';
import type { Receipt } from './receipt';

type Rejected = Shapes['OwnRejectedEvent'];

/** A refused event with its fields, to be corrected and sent again. */
export async function mendPage(visit: Visit): Promise<Page> {
  const rejected = await rejectedOf(visit);
  const faults = (rejected.faults ?? [{ path: rejected.path, reason: rejected.reason }]).flatMap(({ path, reason }) => {
    const field = fieldAt(path);
    return field === undefined || reason === undefined
      ? []
      : [{ field, text: inPeoplesWords(visit, reason[visit.language]) }];
  });
  return formOf(visit, rejected, faults, (field) => field.value);
}

/** Sends the event again with what was changed; what is still wrong is said beside the fields. */
export async function mend(visit: Visit): Promise<Page | LedOn> {
  const rejected = await rejectedOf(visit);
  const organisation = visit.params['organisation'] ?? '';
  const path = { organisation, number: String(rejected.number) };
  const changes = changesOf(rejected, (name) =>
    visit.posted[name] === undefined ? undefined : postedText(visit, name),
  );
  const receipt: Receipt = await answered(
    visit.api.POST('/api/v1/sources/{organisation}/rejected/{number}/resend', {
      params: { path },
      body: { changes: changes as Record<string, never> },
    }),
  );
  if (receipt.status !== 'rejected') return { to: addressOf(`/kilder/${organisation}`, { done: 'mended' }) };
  const faults = (receipt.faults ?? [receipt]).map((fault) => ({
    field: fieldAt(fault.path) ?? '',
    text: inPeoplesWords(visit, fault.message ?? ''),
  }));
  return formOf(visit, rejected, faults, ({ name }) => postedText(visit, name));
}

async function rejectedOf({ api, params }: Visit): Promise<Rejected> {
  const path = { organisation: params['organisation'] ?? '', number: params['number'] ?? '' };
  return answered(api.GET('/api/v1/sources/{organisation}/rejected/{number}', { params: { path } }));
}

function formOf(
  visit: Visit,
  rejected: Rejected,
  faults: readonly FieldFault[],
  valueOf: (field: MendField) => string,
): Page {
  const organisation = visit.params['organisation'] ?? '';
  const fields = mendFieldsOf(
    rejected,
    faults.map(({ field }) => field),
  );
  const shown = faults.filter(({ field }) => fields.some(({ name }) => name === field));
  return {
    title: say(visit, WORDS.title({ number: rejected.number })),
    lead: say(visit, WORDS.lead),
    crumbs: [sourceCrumb(visit, organisation)],
    scripts: ['forms'],
    main: (
      <>
        <FaultSummary heading={say(visit, HAND_IN_WORDS.faults)} faults={shown} />
        {shown.length > 0 ? undefined : (
          <Alert kind="error">
            {faults.length === 0 ? (
              <Reasons visit={visit} rejection={rejected} />
            ) : (
              faults.map(({ text }) => <p>{text}</p>)
            )}
          </Alert>
        )}
        {rejected.sent === undefined ? (
          <p>{say(visit, WORDS.unreadable)}</p>
        ) : (
          <form method="post" action={visit.path} class="entry-form" novalidate>
            {fields.map((field) => (
              <MendField visit={visit} field={field} value={valueOf(field)} fault={faultOf(faults, field.name)} />
            ))}
            <button type="submit" class="button button-primary">
              {say(visit, WORDS.send)}
            </button>
          </form>
        )}
      </>
    ),
  };
}

function MendField({
  visit,
  field: { name, type, options, isHidden, isExtra },
  value,
  fault,
}: {
  readonly visit: Visit;
  readonly field: MendField;
  readonly value: string;
  readonly fault: string | undefined;
}) {
  const hint = isHidden ? say(visit, WORDS.hiddenField) : isExtra ? say(visit, WORDS.emptyField) : undefined;
  return (
    <FormField
      name={name}
      label={fieldName(visit, name)}
      value={value}
      type={type === 'day' && /^(?:\d{4}-\d\d-\d\d)?$/.test(value) ? 'date' : 'text'}
      hint={hint}
      fault={fault}
      choose={say(visit, HAND_IN_WORDS.choose)}
      {...(options === undefined
        ? undefined
        : { options: options.map((option) => ({ value: option, text: valueName(visit, option) })) })}
    />
  );
}
