import { typeWord } from '../../../formats/domain/rows/file-rows';
import { dayText } from '../../../kernel/localised';
import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { maskCpr } from '../../../kernel/cpr-text';
import { Alert } from '../../parts/alert';
import { DataTable, type Column } from '../../parts/data-table';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { ReceiptReasons } from '../sources/receipt';
import { FaultyForm, KeptForm } from './kept-form';
import { KEPT_MINUTES } from './kept-files';
import { outcomeOf, type Preview, type PreviewedRow, type RowOutcome } from './preview';
import { inColumnNames, maskedPerson, whatRowSays } from './row-words';
import { crumbsOf } from './upload-page';

const BADGE: Readonly<Record<RowOutcome, string>> = {
  ...{ ready: 'success', noted: 'success', repeated: 'info', corrects: 'info', faulty: 'error' },
};
/** So many rows that nothing is told of are shown one by one; every row that something is told of is. */
const MOST_PLAIN = 300;

/** What every row of a file would be answered; nothing is sent yet. */
export function previewPage(visit: Visit, preview: Preview, ticket: string): Page {
  const { rows, notes, name } = preview;
  const of = (outcome: RowOutcome): number => rows.filter((row) => outcomeOf(row) === outcome).length;
  const [faulty, repeated, corrects] = [of('faulty'), of('repeated'), of('corrects')];
  const sendable = rows.length - faulty;
  const shown = shownRows(rows);
  return {
    title: say(visit, WORDS.preview),
    lead: say(visit, WORDS.previewLead({ name: maskCpr(name) })),
    crumbs: [...crumbsOf(visit), { title: say(visit, WORDS.title), href: visit.path }],
    main: (
      <>
        <Alert
          kind={faulty === 0 ? 'success' : 'warning'}
          heading={say(visit, WORDS.sums({ count: rows.length, sendable, faulty }))}
        >
          {repeated + corrects === 0 ? undefined : <p>{say(visit, WORDS.ofThese({ repeated, corrects }))}</p>}
          <p>{say(visit, WORDS.nothingSent)}</p>
        </Alert>
        {notes.length === 0 ? undefined : (
          <Alert kind="info">
            {notes.map((note) => (
              <p>{say(visit, note)}</p>
            ))}
          </Alert>
        )}
        <DataTable
          caption={say(visit, WORDS.preview)}
          isCaptionHidden
          columns={[...rowColumns(visit), receiptColumn(visit)]}
          rows={shown}
          keyOf={({ number }) => `row-${number}`}
        />
        {shown.length === rows.length ? undefined : (
          <p>{say(visit, WORDS.furtherRows({ count: rows.length - shown.length }))}</p>
        )}
        {sendable === 0 ? (
          <p>{say(visit, WORDS.noneSendable)}</p>
        ) : (
          <KeptForm visit={visit} ticket={ticket} does="send" kind="primary">
            {say(visit, WORDS.send({ count: sendable }))}
          </KeptForm>
        )}
        <FaultyForm visit={visit} ticket={ticket} count={faulty} />
        <p>{say(visit, WORDS.kept({ minutes: KEPT_MINUTES }))}</p>
        <p>
          <a href={visit.path}>{say(visit, WORDS.other)}</a>
        </p>
      </>
    ),
  };
}

/** In their order: whatever something is told of, and of the others the first. */
function shownRows(rows: readonly PreviewedRow[]): readonly PreviewedRow[] {
  let plain = 0;
  return rows.filter((row) => {
    const outcome = outcomeOf(row);
    if (outcome !== 'ready' && outcome !== 'repeated') return true;
    plain += 1;
    return plain <= MOST_PLAIN;
  });
}

/** Which row it is, of whom, and what it says. */
export const rowColumns = (visit: Visit): Column<PreviewedRow>[] => [
  { heading: say(visit, WORDS.row), cell: ({ number }) => number },
  {
    heading: say(visit, WORDS.person),
    cell: ({ content }) => <span class="masked">{maskedPerson(content?.cpr)}</span>,
  },
  { heading: say(visit, WORDS.type), cell: ({ content }) => (content ? say(visit, typeWord(content.kind)) : '–') },
  { heading: say(visit, WORDS.on), cell: ({ on }) => (on === undefined ? '–' : say(visit, dayText(on))) },
  { heading: say(visit, WORDS.what), cell: (row) => whatRowSays(visit, row).join(', ') || '–' },
];

function receiptColumn(visit: Visit): Column<PreviewedRow> {
  return {
    heading: say(visit, WORDS.receipt),
    cell: (row) => {
      const outcome = outcomeOf(row);
      return (
        <div class="receipt">
          <span class={`badge badge-${BADGE[outcome]}`}>{say(visit, WORDS[outcome])}</span>
          {[...row.faults, ...row.notes].map((told) => (
            <p>{say(visit, told)}</p>
          ))}
          {row.receipt === undefined ? undefined : (
            <ReceiptReasons visit={visit} receipt={row.receipt} named={inColumnNames} />
          )}
        </div>
      );
    },
  };
}
