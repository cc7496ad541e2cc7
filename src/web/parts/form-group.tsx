import type { ComponentChildren } from 'preact';

/** A field of a form with its label, a hint, and what is wrong with what was written. */
export function FormGroup({
  id: name,
  label,
  hint,
  fault,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  /** The field itself, given what describes it. */
  readonly children: (described: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: 'true';
  }) => ComponentChildren;
}) {
  const id = `field-${name}`;
  const told = [...(hint === undefined ? [] : [`${id}-hint`]), ...(fault === undefined ? [] : [`${id}-error`])];
  return (
    <div class={fault === undefined ? 'form-group' : 'form-group form-error'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint === undefined ? undefined : (
        <p class="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? undefined : (
        <p class="form-error-message" id={`${id}-error`}>
          {fault}
        </p>
      )}
      {children({
        ...{ id, name },
        ...(told.length === 0 ? undefined : { 'aria-describedby': told.join(' ') }),
        ...(fault === undefined ? undefined : { 'aria-invalid': 'true' as const }),
      })}
    </div>
  );
}
