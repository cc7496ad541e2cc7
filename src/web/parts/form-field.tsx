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

/** A field as Det Fælles Designsystem has it: the fault stands above the field and is read with it. */
export function FormField(field: Field) {
  const { name, label, hint, fault, isMandatory = false } = field;
  const id = `field-${name}`;
  return (
    <div class={`form-group ${fault === undefined ? '' : 'form-error'}`}>
      <label class="form-label" for={id}>
        {label}
        {isMandatory ? <span aria-hidden="true"> *</span> : undefined}
      </label>
      {hint === undefined ? undefined : (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span class="form-error-message" id={`${id}-fault`} hidden={fault === undefined}>
        {fault}
      </span>
      <Input field={field} id={id} />
    </div>
  );
}

function Input({ field, id }: { readonly field: Field; readonly id: string }) {
  const { name, value, type = 'text', options, choose = '', hint, fault, isMandatory = false } = field;
  const describedBy = `${hint === undefined ? '' : `${id}-hint `}${id}-fault`;
  const shared = {
    id,
    name,
    'aria-describedby': describedBy,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
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
