import type { ComponentChildren } from 'preact';

/** What a field is told of what stands around it. */
export interface Described {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid'?: 'true';
}

/**
 * A field of a form as Det Fælles Designsystem has it: its label, a hint, and above the field what is wrong with what was
 * written. The place of the fault is always there, so that a script can say it while one types.
 */
export function FormGroup({
  id: name,
  label,
  hint,
  fault,
  isMandatory = false,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly isMandatory?: boolean;
  /** The field itself, given what describes it. */
  readonly children: (described: Described) => ComponentChildren;
}) {
  const id = `field-${name}`;
  return (
    <div class={fault === undefined ? 'form-group' : 'form-group form-error'}>
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
      {children({
        ...{ id, name },
        'aria-describedby': `${hint === undefined ? '' : `${id}-hint `}${id}-fault`,
        ...(fault === undefined ? undefined : { 'aria-invalid': 'true' as const }),
      })}
    </div>
  );
}
