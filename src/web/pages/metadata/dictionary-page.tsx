import { EVENT_KINDS, type EventKind } from '../../../kernel/event-kinds';
import { tableFor } from '../../../kernel/table';
import { DICTIONARY_PAGE_WORDS as WORDS, FIELD_TYPE_WORDS, METADATA_PAGE_WORDS } from '../../../kernel/words/metadata';
import { SITE_WORDS } from '../../../kernel/words/site';
import { tableCsv } from '../../../platform/text/csv';
import { DataTable } from '../../parts/data-table';
import type { Page, PageAnswer } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import { fieldName, kindName, valueName } from '../sources/words-of';
import { below, Sections } from './sections';

type EventField = ReturnType<typeof eventFieldsOf>[number];

/** Every kind of event with its fields: what each is called, holds, and whether it must be filled in. */
export function dictionaryPage(visit: Visit): Page {
  return {
    title: say(visit, METADATA_PAGE_WORDS.dictionary),
    lead: say(visit, WORDS.lead),
    ...below(visit),
    main: (
      <>
        <Sections visit={visit} />
        <p>{say(visit, WORDS.shared)}</p>
        <p>
          <a href="/metadata/datakatalog.csv">{say(visit, WORDS.csv)}</a>
        </p>
        {EVENT_KINDS.map((kind) => (
          <KindSection visit={visit} kind={kind} />
        ))}
      </>
    ),
  };
}

function KindSection({ visit, kind }: { readonly visit: Visit; readonly kind: EventKind }) {
  const named = kindName(visit, kind);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>
        {named} <small>{kind}</small>
      </h2>
      <DataTable
        caption={say(visit, WORDS.caption({ kind: named }))}
        isCaptionHidden
        rows={eventFieldsOf(kind)}
        columns={[
          {
            heading: say(visit, WORDS.field),
            cell: ({ name, ofKind }) => (
              <>
                {fieldName(visit, name)} <small>{name}</small>
                {ofKind === undefined ? undefined : (
                  <small>{say(visit, WORDS.ofKind({ kind: valueName(visit, ofKind) }))}</small>
                )}
              </>
            ),
          },
          { heading: say(visit, WORDS.type), cell: ({ type }) => say(visit, FIELD_TYPE_WORDS[type]) },
          { heading: say(visit, WORDS.mandatory), cell: ({ isMandatory }) => yesNo(visit, isMandatory) },
          { heading: say(visit, WORDS.values), cell: (field) => valuesText(visit, field) || '–' },
        ]}
      />
      <p>
        <a href={`/contracts/schemas/source/${kind}.schema.json`}>
          {say(visit, WORDS.schema)}
          <span class="sr-only">: {named}</span>
        </a>
      </p>
    </section>
  );
}

const yesNo = (visit: Visit, is: boolean): string => say(visit, is ? SITE_WORDS.yes : SITE_WORDS.no);

/** The values a field can have: its options in words and codes, or its limits. */
function valuesText(visit: Visit, { type, options, min, max }: EventField): string {
  if (type === 'choice') {
    return (options ?? [])
      .map((option) => {
        const name = valueName(visit, option);
        return name === option ? option : `${name} (${option})`;
      })
      .join(', ');
  }
  if (min !== undefined && max !== undefined) return say(visit, WORDS.range({ min, max }));
  if (min !== undefined) return say(visit, WORDS.least({ min }));
  return max === undefined ? '' : say(visit, WORDS.most({ max }));
}

/** The same as a file for spreadsheet programs. */
export function dictionaryFile(visit: Visit): PageAnswer {
  const { language } = visit;
  const rows = EVENT_KINDS.flatMap((kind) => eventFieldsOf(kind).map((field) => ({ kind, field })));
  type Row = (typeof rows)[number];
  const column = (name: string, heading: (typeof WORDS)['field'], cell: (row: Row) => string) => ({
    name,
    heading,
    cell,
  });
  const columns = [
    column('event', WORDS.kind, ({ kind }) => kind),
    column('eventName', WORDS.kind, ({ kind }) => kindName(visit, kind)),
    column('field', WORDS.field, ({ field }) => field.name),
    column('fieldName', WORDS.field, ({ field }) => fieldName(visit, field.name)),
    column('type', WORDS.type, ({ field }) => say(visit, FIELD_TYPE_WORDS[field.type])),
    column('mandatory', WORDS.mandatory, ({ field }) => yesNo(visit, field.isMandatory)),
    column('values', WORDS.values, ({ field }) => valuesText(visit, field)),
  ];
  const name = 'datakatalog.csv';
  const content = tableCsv(tableFor(language, name, columns, rows), language);
  return { name, type: 'text/csv; charset=utf-8', content };
}
