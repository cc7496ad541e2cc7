import type { ComponentChildren } from 'preact';

/** A message that stands out; an error is told at once to those who listen to the page. */
export function Alert({
  kind,
  heading,
  children,
}: {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly heading?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div
      class={`alert alert-${kind} ${heading === undefined ? 'alert--paragraph' : ''}`}
      role={kind === 'error' ? 'alert' : undefined}
    >
      <div class="alert-body">
        {heading === undefined ? undefined : <p class="alert-heading">{heading}</p>}
        <div class="alert-text">{children}</div>
      </div>
    </div>
  );
}
