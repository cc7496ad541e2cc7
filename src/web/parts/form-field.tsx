import { FormGroup, type Described } from './form-group';

/** A field of a form with its label, hint and what is wrong with it. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'number';
  /** To choose from; then nothing else can be written. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  /** Said where nothing is chosen yet. */
  readonly choose?: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly isMandatory?: boolean;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Whole numbers alone. */
  readonly isWhole?: boolean;
  readonly pattern?: string | undefined;
  readonly inputMode?: 'numeric' | 'text';
  /** What a script says of a value that does not fit. */
  readonly says?: string | undefined;
  /** Whether a draft may keep it. */
  readonly isKept?: boolean;
}

/** A field to write in or to choose from, with what a script needs to check it while one types. */
export function FormField(field: Field) {
  const { name, label, hint, fault, isMandatory = false } = field;
  return (
    <FormGroup id={name} label={label} hint={hint} fault={fault} isMandatory={isMandatory}>
      {(described) => <Input field={field} described={described} />}
    </FormGroup>
  );
}

function Input({ field, described }: { readonly field: Field; readonly described: Described }) {
  const { value, type = 'text', options, choose = '', isMandatory = false } = field;
  const shared = {
    ...described,
    'aria-required': isMandatory ? ('true' as const) : undefined,
    'data-mandatory': isMandatory ? '' : undefined,
    'data-says': field.says,
    'data-kept': field.isKept === false ? 'no' : undefined,
  };
  if (options !== undefined) {
    const isThere = value === '' || options.some((option) => option.value === value);
    return (
      <select class="form-select" {...shared}>
        <option value="">{choose}</option>
        {isThere ? undefined : (
          <option value={value} selected>
            {value}
          </option>
        )}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      class="form-input"
      {...shared}
      type={type}
      value={value}
      min={field.min}
      max={field.max}
      step={type === 'number' ? (field.isWhole === true ? 1 : 'any') : undefined}
      pattern={field.pattern}
      inputMode={field.inputMode}
      autocomplete="off"
    />
  );
}
