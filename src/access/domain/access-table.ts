import { ROLES, type Role } from './reader';

/**
 * What somebody sees of an operation, from nothing to most. `open`: what stands in no relation to anybody. `published`:
 * counts perturbed, of fixed periods, as of today. `own`: what is the reader's own. `pseudonym`: a person under a
 * pseudonym. `exact`: counts as they are and lists on pseudonyms. `full`: a person by name and number. `any`: anybody's.
 */
export const ACCESS_VIEWS = ['none', 'open', 'published', 'own', 'pseudonym', 'exact', 'full', 'any'] as const;
export type AccessView = (typeof ACCESS_VIEWS)[number];

/** What a role sees where the reader's organisation has a relation with the person asked for, and where it has none. */
interface Cell {
  readonly related: AccessView;
  readonly unrelated: AccessView;
}

/** Where a request says whom or whose it asks for. */
interface Places {
  readonly person?: 'path.person' | 'body.cpr';
  readonly organisation?: 'path.organisation' | 'query.source' | 'event.source';
}

/** A row as `contracts/access.yaml` has it. */
export interface WrittenRow extends Places {
  readonly cells: Readonly<Partial<Record<Role | 'everyone', AccessView | Partial<Cell>>>>;
}

/** A row as it is looked up: a cell for every role. */
export interface AccessRow extends Places {
  readonly operation: string;
  readonly cells: Readonly<Record<Role, Cell>>;
}

/** By operation who sees what. */
export type AccessTable = ReadonlyMap<string, AccessRow>;

/** Makes the written table one that is looked up, once at start. */
export function compileAccess(operations: Readonly<Record<string, WrittenRow>>): AccessTable {
  return new Map(
    Object.entries(operations).map(([operation, { cells, ...places }]) => {
      const everyRole = ROLES.map((role): [Role, Cell] => [role, cellOf(cells[role] ?? cells.everyone ?? 'none')]);
      return [operation, { operation, ...places, cells: Object.fromEntries(everyRole) as Record<Role, Cell> }];
    }),
  );
}

const cellOf = (written: AccessView | Partial<Cell>): Cell =>
  typeof written === 'string'
    ? { related: written, unrelated: written }
    : { related: written.related ?? 'none', unrelated: written.unrelated ?? 'none' };

/**
 * What a server in the published view shows of a row: whoever may see more sees the published view where everyone has
 * that, else nothing; what is one's own or open stays.
 */
export function publishedOnly({ cells, ...row }: AccessRow): AccessRow {
  const isPublished = cells.public.unrelated === 'published';
  const lowered = (view: AccessView): AccessView =>
    view === 'exact' || view === 'pseudonym' || view === 'full' ? (isPublished ? 'published' : 'none') : view;
  const entries = Object.entries(cells).map(([role, { related, unrelated }]) => [
    role,
    { related: lowered(related), unrelated: lowered(unrelated) },
  ]);
  return { ...row, cells: Object.fromEntries(entries) as AccessRow['cells'] };
}

/** Whether it matters to somebody of these roles that there is a relation. */
export const asksForRelation = ({ cells }: AccessRow, roles: readonly Role[]): boolean =>
  roles.some((role) => cells[role].related !== cells[role].unrelated);

/** What somebody of these roles sees, from most to least; of `own` it is still to be asked whether it is. */
export function viewsOf({ cells }: AccessRow, roles: readonly Role[], isRelated: boolean): AccessView[] {
  const views = roles.map((role) => cells[role][isRelated ? 'related' : 'unrelated']).filter((view) => view !== 'none');
  return [...new Set(views)].sort((a, b) => ACCESS_VIEWS.indexOf(b) - ACCESS_VIEWS.indexOf(a));
}
