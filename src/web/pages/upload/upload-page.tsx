import type { FileForm } from '../../../formats/domain/rows/file-columns';
import type { Bilingual } from '../../../kernel/language';
import { MOST_ROWS } from '../../../kernel/read-table';
import { HAND_IN_WORDS } from '../../../kernel/words/sources';
import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { MOST_FILE_BYTES } from '../../../platform/tables/read-table';
import { DataTable } from '../../parts/data-table';
import { FaultSummary, faultOf } from '../../parts/fault-summary';
import { FormGroup } from '../../parts/form-group';
import type { Crumb, Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { sourceCrumb } from '../sources/own';
import { columnHelpOf, type ColumnHelp } from './column-help';

/** The pages above those of a file. */
export function crumbsOf(visit: Visit): readonly Crumb[] {
  const organisation = visit.params['organisation'] ?? '';
  return [
    sourceCrumb(visit, organisation),
    { title: say(visit, HAND_IN_WORDS.title), href: `/kilder/${organisation}/indberet` },
  ];
}

/** Where a file is chosen, with the template and what its columns are; and what is wrong with a file that was chosen. */
export function uploadPage(visit: Visit, form: FileForm, wrong: readonly Bilingual[] = []): Page {
  const faults = wrong.map((fault) => ({ field: 'file', text: say(visit, fault) }));
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    crumbs: crumbsOf(visit),
    main: (
      <>
        <FaultSummary heading={say(visit, WORDS.faults)} faults={faults} />
        <section aria-labelledby="templates">
          <h2 id="templates">{say(visit, WORDS.templates)}</h2>
          <p>{say(visit, WORDS.templatesLead)}</p>
          <p class="ways-in">
            <a class="button button-secondary" href={`${visit.path}/skabelon.xlsx`}>
              {say(visit, WORDS.xlsx)}
            </a>{' '}
            <a class="button button-secondary" href={`${visit.path}/skabelon.csv`}>
              {say(visit, WORDS.csv)}
            </a>
          </p>
        </section>
        <form method="post" action={visit.path} enctype="multipart/form-data" class="entry-form">
          <FormGroup
            id="file"
            label={say(visit, WORDS.file)}
            hint={say(visit, WORDS.fileHint({ most: MOST_FILE_BYTES >> 20, rows: MOST_ROWS }))}
            fault={faultOf(faults, 'file')}
          >
            {(described) => <input class="form-input" type="file" accept=".xlsx,.csv,.txt" {...described} />}
          </FormGroup>
          <button type="submit" class="button button-primary">
            {say(visit, WORDS.show)}
          </button>
        </form>
        <Columns visit={visit} columns={columnHelpOf(form)} />
      </>
    ),
  };
}

function Columns({ visit, columns }: { readonly visit: Visit; readonly columns: readonly ColumnHelp[] }) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{say(visit, WORDS.columns)}</h2>
      <p>{say(visit, WORDS.columnsLead)}</p>
      <DataTable
        caption={say(visit, WORDS.columns)}
        isCaptionHidden
        columns={[
          { heading: say(visit, WORDS.column), cell: ({ name }: ColumnHelp) => <code>{name}</code> },
          { heading: say(visit, WORDS.meaning), cell: ({ meaning }) => say(visit, meaning) },
          { heading: say(visit, WORDS.form), cell: ({ form }) => say(visit, form) },
          { heading: say(visit, WORDS.unit), cell: ({ unit }) => say(visit, unit) || '–' },
          { heading: say(visit, WORDS.mandatory), cell: ({ mandatory }) => say(visit, mandatory) },
        ]}
        rows={columns}
      />
    </section>
  );
}
