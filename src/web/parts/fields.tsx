import type { ComponentChildren } from 'preact';

/** What is wrong with a field of a form. */
export interface FieldFault {
  readonly name: string;
  readonly says: string;
}

interface FieldOf {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly faults?: readonly FieldFault[];
  readonly type?: 'text' | 'date' | 'texts';
  /** To choose from. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** A field with its label, hint and fault, each tied to it for those who listen to the page. */
export function Field({ name, label, hint, value = '', faults = [], type = 'text', options }: FieldOf) {
  const id = `field-${name}`;
  const fault = faults.find((one) => one.name === name);
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter((one) => one !== undefined && one !== '');
  const common = {
    id,
    name,
    'aria-describedby': told.length === 0 ? undefined : told.join(' '),
    'aria-invalid': fault === undefined ? undefined : true,
  };
  return (
    <div class={fault === undefined ? 'form-group' : 'form-group form-error'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint === undefined ? undefined : (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault === undefined ? undefined : (
        <span class="form-error-message" id={`${id}-fault`}>
          {fault.says}
        </span>
      )}
      {options !== undefined ? (
        <select class="form-select" {...common}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : type === 'texts' ? (
        <textarea class="form-input" rows={4} {...common}>
          {value}
        </textarea>
      ) : (
        <input class="form-input" type={type} value={value} {...common} />
      )}
    </div>
  );
}

/** What is wrong with a form, with a link to each field; told at once. */
export function FaultSummary({
  heading,
  faults,
}: {
  readonly heading: string;
  readonly faults: readonly FieldFault[];
}) {
  if (faults.length === 0) return <></>;
  return (
    <div class="alert alert-error" role="alert">
      <div class="alert-body">
        <p class="alert-heading">{heading}</p>
        <ul class="alert-text">
          {faults.map(({ name, says }) => (
            <li>
              <a href={`#field-${name}`}>{says}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Names and what they hold, one below the other. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, what]) => (
        <div>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
