import type { EventField } from '../../../kernel/event-field';
import { schemeOfKind, type EventKind } from '../../../kernel/event-kinds';
import { schemeText, type Organisation } from '../../../kernel/organisation';

/** The kinds of events that come as rows of a file, in the order of a course. */
const KINDS_IN_FILES = [
  'municipality.start',
  'municipality.intervention',
  'municipality.measurement',
  'municipality.end',
] as const satisfies readonly EventKind[];

/** The kinds an organisation's sector hands in as rows of a file; none where it hands in none so. */
export const fileKindsOf = (organisation: Organisation): readonly EventKind[] =>
  KINDS_IN_FILES.filter((kind) => schemeOfKind(kind) === schemeText(organisation));

/** What a row of a kind says in `type`: the kind without its sector. */
export const rowTypeOf = (kind: EventKind): string => kind.slice(kind.indexOf('.') + 1);

/** A field as one of the kinds that have it says it. */
export interface FieldOfKind {
  readonly kind: EventKind;
  readonly field: EventField;
}

/** A column of a file: the field it is named after, in each kind that has one; none for the row's own columns. */
export interface FileColumn {
  readonly name: string;
  readonly of: readonly FieldOfKind[];
}

/** What files of some kinds look like. */
export interface FileForm {
  readonly kinds: readonly EventKind[];
  readonly columns: readonly FileColumn[];
  readonly fieldsOf: (kind: EventKind) => readonly EventField[];
}

/** What kind of event a row is, and whose. */
export const OWN_COLUMNS = ['type', 'cpr'] as const;
/** Names the registration, so that a corrected row takes its place; a row may do without. */
export const ID_COLUMN = 'id';

/**
 * The form of files: one sheet in which each row says what kind of event it is. A small municipality keeps one list in the
 * order things happen; a file for each kind would be four to keep and four to upload. Whoever keeps four all the same
 * leaves the columns out that no row of theirs needs.
 */
export function fileFormOf(kinds: readonly EventKind[], fieldsOf: FileForm['fieldsOf']): FileForm {
  const byName = new Map<string, FieldOfKind[]>();
  for (const kind of kinds) {
    for (const field of fieldsOf(kind)) {
      const of = byName.get(field.name) ?? [];
      byName.set(field.name, [...of, { kind, field }]);
    }
  }
  const own = (name: string): FileColumn => ({ name, of: [] });
  const columns = [...OWN_COLUMNS.map(own), ...[...byName].map(([name, of]) => ({ name, of })), own(ID_COLUMN)];
  return { kinds, columns, fieldsOf };
}
