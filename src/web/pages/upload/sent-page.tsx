import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { ReceiptShown, type Receipt } from '../sources/receipt';
import { sent } from '../sources/sending';
import { inBatches } from './in-batches';
import { FaultyForm } from './kept-form';
import { EVENT_CHARACTERS, outcomeOf, type Preview, type PreviewedRow } from './preview';
import { rowColumns } from './preview-page';
import { inColumnNames } from './row-words';
import { crumbsOf } from './upload-page';

/** A row that was sent, with its receipt. */
interface SentRow extends PreviewedRow {
  readonly receipt: Receipt;
}

const MOST_PLAIN = 300;

/** Sends the rows of a file that can be sent; sending them again is safe. */
export async function sendRows(visit: Visit, { rows }: Preview): Promise<readonly SentRow[]> {
  const sendable = rows.filter((row) => outcomeOf(row) !== 'faulty');
  const events = sendable.flatMap(({ event }) => event ?? []);
  const receipts = await inBatches(events, EVENT_CHARACTERS, (batch) => sent(visit, batch));
  return sendable.flatMap((row, at) => {
    const receipt = receipts[at];
    return receipt === undefined ? [] : [{ ...row, receipt }];
  });
}

/** The receipts of what was sent, and what was left out. */
export function sentPage(visit: Visit, preview: Preview, ticket: string, rows: readonly SentRow[]): Page {
  const of = (status: Receipt['status']): number => rows.filter(({ receipt }) => receipt.status === status).length;
  const [accepted, duplicate, rejected] = [of('accepted'), of('duplicate'), of('rejected')];
  const faulty = preview.rows.filter((row) => outcomeOf(row) === 'faulty').length;
  const shown = shownRows(rows);
  return {
    title: say(visit, WORDS.sentTitle),
    crumbs: [...crumbsOf(visit), { title: say(visit, WORDS.title), href: visit.path }],
    main: (
      <>
        <Alert
          kind={rejected === 0 ? 'success' : 'warning'}
          heading={say(visit, WORDS.sentSums({ count: rows.length, accepted, duplicate, rejected }))}
        >
          {rejected === 0 ? undefined : <p>{say(visit, WORDS.rejectedWait)}</p>}
        </Alert>
        <FaultyForm visit={visit} ticket={ticket} count={faulty} />
        <DataTable
          caption={say(visit, WORDS.sentTitle)}
          isCaptionHidden
          columns={[
            ...rowColumns(visit),
            {
              heading: say(visit, WORDS.receipt),
              cell: ({ receipt }) => <ReceiptShown visit={visit} receipt={receipt} named={inColumnNames} />,
            },
          ]}
          rows={shown}
        />
        {shown.length === rows.length ? undefined : (
          <p>{say(visit, WORDS.furtherReceived({ count: rows.length - shown.length }))}</p>
        )}
        <p class="ways-in">
          <a class="button button-primary" href={`/kilder/${visit.params['organisation'] ?? ''}`}>
            {say(visit, WORDS.toSource)}
          </a>{' '}
          <a class="button button-secondary" href={visit.path}>
            {say(visit, WORDS.another)}
          </a>
        </p>
      </>
    ),
  };
}

/** In their order: whatever something is told of, and of the others the first. */
function shownRows(rows: readonly SentRow[]): readonly SentRow[] {
  let plain = 0;
  return rows.filter(({ receipt }) => {
    if (receipt.status === 'rejected' || (receipt.notes?.length ?? 0) > 0) return true;
    plain += 1;
    return plain <= MOST_PLAIN;
  });
}
