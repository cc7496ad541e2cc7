import { FIELD_HINT_WORDS, HAND_IN_WORDS as WORDS } from '../../../kernel/words/sources';
import { Alert } from '../../parts/alert';
import { FaultSummary, faultOf, type FieldFault } from '../../parts/fault-summary';
import { FormField } from '../../parts/form-field';
import { say, type Visit } from '../../site/visit';
import { inputName, type Entry } from './entry';
import type { EventField } from '../../../kernel/event-field';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import { fieldName, valueName } from './words-of';

interface Shown {
  readonly visit: Visit;
  readonly entry: Entry;
  readonly faults: readonly FieldFault[];
}

/** The form of an event. Without scripts the values of every kind of measurement stand there; a script shows those that go. */
export function EntryForm({ visit, entry, faults }: Shown) {
  const { kind, record, version, time } = entry;
  const fields = eventFieldsOf(kind);
  const kinds = [...new Set(fields.flatMap(({ ofKind }) => ofKind ?? []))];
  return (
    <>
      <FaultSummary heading={say(visit, WORDS.faults)} faults={faults} />
      {version > 1 ? <Alert kind="info">{say(visit, WORDS.correcting)}</Alert> : undefined}
      <form method="post" action={visit.path} class="entry-form" novalidate data-draft={version > 1 ? undefined : kind}>
        <p>{say(visit, WORDS.mandatory)}</p>
        <input type="hidden" name="record" value={record} />
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="time" value={time} />
        <FormField
          name="cpr"
          label={fieldName(visit, 'cpr')}
          hint={say(visit, FIELD_HINT_WORDS.cpr)}
          value={entry.texts['cpr'] ?? ''}
          fault={faultOf(faults, 'cpr')}
          isMandatory
          isKept={false}
          pattern="\d{6}-?\d{4}"
          inputMode="numeric"
          says={say(visit, WORDS.notCpr)}
        />
        {fields
          .filter(({ ofKind }) => ofKind === undefined)
          .map((field) => (
            <Field visit={visit} entry={entry} faults={faults} field={field} />
          ))}
        {kinds.map((ofKind) => (
          <fieldset class="of-kind" data-of-kind={ofKind}>
            <legend class="h4">{say(visit, WORDS.forKind({ kind: valueName(visit, ofKind) }))}</legend>
            {fields
              .filter((field) => field.ofKind === ofKind)
              .map((field) => (
                <Field visit={visit} entry={entry} faults={faults} field={field} />
              ))}
          </fieldset>
        ))}
        <p class="draft-note" hidden>
          {say(visit, WORDS.draft)}{' '}
          <button type="button" class="button button-tertiary" data-discards-draft>
            {say(visit, WORDS.discard)}
          </button>
        </p>
        <button type="submit" class="button button-primary">
          {say(visit, WORDS.send)}
        </button>
      </form>
    </>
  );
}

function Field({ visit, entry, faults, field }: Shown & { readonly field: EventField }) {
  const { name, type, isMandatory, min, max, options, ofKind } = field;
  const input = inputName(name, ofKind);
  const isNumber = type === 'whole' || type === 'number';
  return (
    <FormField
      name={input}
      label={fieldName(visit, name)}
      value={entry.texts[input] ?? ''}
      type={type === 'day' ? 'date' : isNumber ? 'number' : 'text'}
      hint={hintOf(visit, name)}
      fault={faultOf(faults, input)}
      isMandatory={isMandatory}
      isWhole={type === 'whole'}
      min={min}
      max={max}
      says={saysOf(visit, field)}
      choose={say(visit, WORDS.choose)}
      {...(options === undefined
        ? undefined
        : { options: options.map((value) => ({ value, text: valueName(visit, value) })) })}
    />
  );
}

function hintOf(visit: Visit, name: string): string | undefined {
  return Object.hasOwn(FIELD_HINT_WORDS, name)
    ? say(visit, FIELD_HINT_WORDS[name as keyof typeof FIELD_HINT_WORDS])
    : undefined;
}

/** What is said where a value does not fit: the limits where there are any. */
function saysOf(visit: Visit, { type, min, max }: EventField): string | undefined {
  if (type === 'day') return say(visit, WORDS.notDay);
  if (type !== 'whole' && type !== 'number') return undefined;
  const limits = [
    say(visit, type === 'whole' ? WORDS.notWhole : WORDS.notNumber),
    ...(min === undefined ? [] : [say(visit, WORDS.tooSmall({ limit: min }))]),
    ...(max === undefined ? [] : [say(visit, WORDS.tooLarge({ limit: max }))]),
  ];
  return limits.join(' ');
}
