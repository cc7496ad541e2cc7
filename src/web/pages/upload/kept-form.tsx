import type { ComponentChildren } from 'preact';
import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { say, type Visit } from '../../site/visit';

interface OfKept {
  readonly visit: Visit;
  readonly ticket: string;
}

/** A button that does something with the file that was looked at. */
export function KeptForm({
  visit,
  ticket,
  does,
  kind,
  children,
}: OfKept & {
  readonly does: 'send' | 'faulty';
  readonly kind: 'primary' | 'secondary';
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={visit.path} class="ways-in">
      <input type="hidden" name="ticket" value={ticket} />
      <button type="submit" name="do" value={does} class={`button button-${kind}`}>
        {children}
      </button>
    </form>
  );
}

/** What is left out, and the way to fetch it; nothing where nothing is. */
export function FaultyForm({ visit, ticket, count }: OfKept & { readonly count: number }) {
  if (count === 0) return <></>;
  return (
    <>
      <p>{say(visit, WORDS.leftOut({ count }))}</p>
      <KeptForm visit={visit} ticket={ticket} does="faulty" kind="secondary">
        {say(visit, WORDS.fetchFaulty({ count }))}
      </KeptForm>
    </>
  );
}
