import type { ComponentChildren } from 'preact';
import { faultOf, type FieldFault } from './fault-summary';
import { FormGroup } from './form-group';

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

/** A field to write in or to choose from, with its label, hint and fault. */
export function Field({ name, label, hint, value = '', faults = [], type = 'text', options }: FieldOf) {
  return (
    <FormGroup id={name} label={label} hint={hint} fault={faultOf(faults, name)}>
      {(described) =>
        options !== undefined ? (
          <select class="form-select" {...described}>
            {options.map((option) => (
              <option value={option.value} selected={option.value === value}>
                {option.text}
              </option>
            ))}
          </select>
        ) : type === 'texts' ? (
          <textarea class="form-input" rows={4} {...described}>
            {value}
          </textarea>
        ) : (
          <input class="form-input" type={type} value={value} {...described} />
        )
      }
    </FormGroup>
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
