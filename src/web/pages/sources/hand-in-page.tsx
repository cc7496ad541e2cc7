import { fileKindsOf } from '../../../formats/domain/rows/file-columns';
import type { EventKind } from '../../../kernel/event-kinds';
import { HAND_IN_WORDS as WORDS, RECEIPT_SHOWN_WORDS } from '../../../kernel/words/sources';
import { UPLOAD_WORDS } from '../../../kernel/words/upload';
import { Alert } from '../../parts/alert';
import type { FieldFault } from '../../parts/fault-summary';
import { ApiRefusal } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { postedText, say, type Visit } from '../../site/visit';
import { entryOf, eventOf, faultsIn, faultsOf, nextVersionOf, type Entry } from './entry';
import { EntryForm } from './entry-form';
import { HAND_INS, handInsOf, type HandIn } from './hand-in-kinds';
import { isOwn, sourceCrumb } from './own';
import { ReceiptShown, type Receipt } from './receipt';
import { checked, sent } from './sending';

/** The organisation a form is of; one hands in as one's own alone. */
function ownOrganisation(visit: Visit): string {
  const organisation = visit.params['organisation'] ?? '';
  if (isOwn(visit, organisation)) return organisation;
  throw new ApiRefusal(visit.reader === undefined ? 401 : 403, {});
}

/** What an organisation can hand in. */
export function handInsPage(visit: Visit): Page {
  const organisation = ownOrganisation(visit);
  const there = handInsOf(organisation);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    crumbs: [sourceCrumb(visit, organisation)],
    main: (
      <ul class="ways">
        {HAND_INS.filter((one) => there[one] !== undefined).map((one) => (
          <li>
            <a class="button button-secondary" href={`${visit.path}/${one}`}>
              {say(visit, WORDS[one])}
            </a>
            <p>{say(visit, WORDS[`${one}Lead`])}</p>
          </li>
        ))}
        {fileKindsOf(organisation).length === 0 ? undefined : (
          <li>
            <a class="button button-secondary" href={`/kilder/${organisation}/fil`}>
              {say(visit, UPLOAD_WORDS.title)}
            </a>
            <p>{say(visit, UPLOAD_WORDS.lead)}</p>
          </li>
        )}
      </ul>
    ),
  };
}

/** An empty form. */
export function handInPage(visit: Visit): Page {
  const { entry, what } = askedFor(visit);
  return formPage(visit, what, entry, []);
}

/**
 * What was entered, checked as any event is and sent; what is wrong is said beside the fields, and nothing is kept of it.
 * What was received can be corrected: the form again, for the registration's next version.
 */
export async function handIn(visit: Visit): Promise<Page> {
  const { entry, what, organisation } = askedFor(visit);
  if (postedText(visit, 'again') !== '') return formPage(visit, what, nextVersionOf(entry), []);
  const wrong = faultsOf(visit, entry);
  if (wrong.length > 0) return formPage(visit, what, entry, wrong);
  const event = eventOf(entry, organisation);
  const [found] = await checked(visit, [event]);
  if (found?.status === 'rejected') return formPage(visit, what, entry, faultsIn(visit, entry, found));
  const [receipt] = await sent(visit, [event]);
  if (receipt === undefined) throw new Error('Sending one event gave no receipt.');
  if (receipt.status === 'rejected') return formPage(visit, what, entry, faultsIn(visit, entry, receipt));
  return receiptPage(visit, what, entry, receipt);
}

function askedFor(visit: Visit): { readonly entry: Entry; readonly what: HandIn; readonly organisation: string } {
  const organisation = ownOrganisation(visit);
  const what = HAND_INS.find((one) => one === visit.params['what']);
  const kind: EventKind | undefined = what === undefined ? undefined : handInsOf(organisation)[what];
  if (what === undefined || kind === undefined) throw new ApiRefusal(404, {});
  return { entry: entryOf(visit, kind), what, organisation };
}

function formPage(visit: Visit, what: HandIn, entry: Entry, faults: readonly FieldFault[]): Page {
  const organisation = visit.params['organisation'] ?? '';
  return {
    title: say(visit, WORDS[what]),
    lead: say(visit, WORDS[`${what}Lead`]),
    crumbs: [
      sourceCrumb(visit, organisation),
      { title: say(visit, WORDS.title), href: `/kilder/${organisation}/indberet` },
    ],
    scripts: ['forms'],
    main: <EntryForm visit={visit} entry={entry} faults={faults} />,
  };
}

function receiptPage(visit: Visit, what: HandIn, entry: Entry, receipt: Receipt): Page {
  const organisation = visit.params['organisation'] ?? '';
  return {
    title: say(visit, RECEIPT_SHOWN_WORDS.title),
    lead: say(visit, WORDS[what]),
    crumbs: [
      sourceCrumb(visit, organisation),
      { title: say(visit, WORDS.title), href: `/kilder/${organisation}/indberet` },
    ],
    scripts: ['forms'],
    main: (
      <>
        <Alert kind="success">
          <ReceiptShown visit={visit} receipt={receipt} />
        </Alert>
        <dl class="receipt-names" data-sent-draft={entry.kind}>
          <dt>{say(visit, RECEIPT_SHOWN_WORDS.id)}</dt>
          <dd>
            <code>{receipt.id}</code>
          </dd>
          <dt>{say(visit, RECEIPT_SHOWN_WORDS.record)}</dt>
          <dd>
            <code>{entry.record}</code>
          </dd>
        </dl>
        <form method="post" action={visit.path} class="ways-in">
          {Object.entries({ ...entry.texts, record: entry.record, version: String(entry.version), again: 'yes' }).map(
            ([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <button type="submit" class="button button-secondary">
            {say(visit, WORDS.correct)}
          </button>{' '}
          <a class="button button-primary" href={`/kilder/${organisation}/indberet`}>
            {say(visit, WORDS.another)}
          </a>
        </form>
      </>
    ),
  };
}
