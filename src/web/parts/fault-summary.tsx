import { Alert } from './alert';

/** Something wrong with a field, beside which it is said too. */
export interface FieldFault {
  /** Of the field, as its `id` is `field-` and this. */
  readonly field: string;
  readonly text: string;
}

/** What is wrong with a form, with a link to each field; nothing where nothing is. */
export function FaultSummary({
  heading,
  faults,
}: {
  readonly heading: string;
  readonly faults: readonly FieldFault[];
}) {
  if (faults.length === 0) return <></>;
  return (
    <Alert kind="error" heading={heading}>
      <ul class="fault-list">
        {faults.map(({ field, text }) => (
          <li>
            <a href={`#field-${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What is wrong with one field. */
export const faultOf = (faults: readonly FieldFault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.text;
