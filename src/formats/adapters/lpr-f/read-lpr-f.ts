import type { Staging } from '../../../kernel/staging';
import type { DeliveryAsked, ReadDelivery } from '../../domain/delivered';
import { readContact } from '../../domain/lpr-f/contact';
import { readCourse } from '../../domain/lpr-f/course';
import { readDiagnosis } from '../../domain/lpr-f/diagnosis';
import { fieldColumnsOf, KIND_OF_TABLE } from '../../domain/lpr-f/kind-columns';
import type { LprFContext } from '../../domain/lpr-f/lpr-f-context';
import { ownRowOf } from '../../domain/lpr-f/own-columns';
import { ownStatement } from '../../domain/lpr-f/own-statement';
import { readProcedure } from '../../domain/lpr-f/procedure';
import { readResult } from '../../domain/lpr-f/result';
import { stagedLink, stageLink } from '../../domain/register-tables/staged-link';
import { statementOf } from '../../domain/register-tables/statement-of';
import type { Cells } from '../../domain/register-tables/table-description';
import { openDelivery } from '../register-tables/open-delivery';
import { openStaging } from '../register-tables/open-staging';
import { readDelivered, type ReadRow } from '../register-tables/read-delivered';
import { SPACES, stagingContacts } from '../register-tables/staging-contacts';
import { loadLprF } from './lpr-f-contracts';
import { StagedParts } from './staged-parts';

/** The tables that are joined to contacts and courses. */
const JOINED = ['diagnoser', 'procedurer_kirurgi', 'procedurer_andre', 'resultater', 'rehabspor_henvisninger'];

/**
 * Reads an LPR_F extract: a folder with its tables as CSV or Parquet. Courses and contacts are put aside first, then each
 * of the other tables is gone through once, so that neither the order of files nor that of rows matters, and memory
 * does not grow with them.
 */
export const readLprF: ReadDelivery = async function* (path, asked) {
  const terms = loadLprF();
  const delivery = await openDelivery(path, terms.tables, asked.isWhole ?? false);
  if (delivery.unmapped.length > 0) yield delivery.unmapped;
  const staging = openStaging(asked);
  try {
    const parts = new StagedParts(staging, SPACES.parts);
    const readers = readersOf(contextOf(terms, staging, asked), staging, parts);
    for (const table of ['forloeb', 'kontakter', ...JOINED]) {
      const read = readers[table];
      if (read !== undefined) yield* readDelivered(delivery.filesOf(table), terms.tables, read);
    }
    yield* parts.all();
  } finally {
    staging.close();
  }
};

function contextOf(terms: LprFContext['terms'], staging: Staging, { source }: DeliveryAsked): LprFContext {
  return {
    terms,
    fields: fieldColumnsOf(terms.codes),
    contact: (key) => stagedLink(staging, SPACES.contacts, key),
    course: (key) => stagedLink(staging, SPACES.courses, key),
    ...(source === undefined ? undefined : { source }),
  };
}

function readersOf(context: LprFContext, staging: Staging, parts: StagedParts): Readonly<Record<string, ReadRow>> {
  /** Rows that we wrote say themselves what they are. */
  const ownOr =
    (table: string, read: ReadRow): ReadRow =>
    (cells, place) => {
      const own = ownRowOf(cells);
      if (own === undefined) return read(cells, place);
      const kind = KIND_OF_TABLE[table];
      if (own === 'companion' || kind === undefined) return undefined;
      return ownStatement(kind, own, cells, context.fields[kind], place);
    };
  const contact = ownOr('kontakter', (cells, place) => statementOf(readContact(cells, context), place));
  const procedure: ReadRow = (cells, place) => statementOf(readProcedure(cells, context), place);
  return {
    forloeb: (cells) => stageCourse(staging, cells, context),
    kontakter: stagingContacts(staging, 'dw_ek_kontakt', 'dw_ek_forloeb', contact),
    diagnoser: ownOr('diagnoser', (cells, place) => statementOf(readDiagnosis(cells, context), place)),
    procedurer_kirurgi: ownOr('procedurer_kirurgi', procedure),
    procedurer_andre: ownOr('procedurer_andre', procedure),
    resultater: ownOr('resultater', (cells, place) => {
      const says = readResult(cells, context);
      if (says.part === undefined) return statementOf(says, place);
      parts.add(says, place);
      return undefined;
    }),
    rehabspor_henvisninger: ownOr('rehabspor_henvisninger', () => undefined),
  };
}

function stageCourse(staging: Staging, cells: Cells, context: LprFContext): undefined {
  const { key, link } = readCourse(cells, context);
  stageLink(staging, SPACES.courses, key, link);
  return undefined;
}
