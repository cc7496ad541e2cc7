/** What is wrong with what was posted, before everything else, each with a link to its field; nothing where all is well. */
export function FaultSummary({
  heading,
  faults,
}: {
  readonly heading: string;
  readonly faults: readonly { readonly field: string; readonly says: string }[];
}) {
  if (faults.length === 0) return <></>;
  return (
    <div class="alert alert-error" role="alert">
      <div class="alert-body">
        <p class="alert-heading">{heading}</p>
        <ul class="alert-text nobullet-list">
          {faults.map(({ field, says }) => (
            <li>
              <a href={`#${field}`}>{says}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
