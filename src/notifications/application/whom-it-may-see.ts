import { publishedOnly, viewsOf, type AccessRow } from '../../access/domain/access-table';
import { ROLES, type Role } from '../../access/domain/reader';
import type { Relations } from '../../access/application/relations';
import type { PersonKey } from '../../kernel/clinical-event';
import { schemeOf, type Organisation } from '../../kernel/organisation';
import type { View } from '../../kernel/view';

/** Of whom an organisation is told, and by which relations, the kinds in order. */
export interface Seen {
  readonly persons: ReadonlySet<PersonKey>;
  readonly relations: readonly string[];
}

/**
 * Whose decisions an organisation may be sent: those it could look up itself, by the row of the table of access that
 * persons are read by. Who treats needs a relation, asked for at the moment of sending; the registry sees everyone under
 * pseudonyms.
 */
export class WhomItMaySee {
  private known: AccessRow | undefined;

  /** `read` gives the row, once it is asked for. */
  constructor(
    private readonly read: () => AccessRow,
    private readonly relations: Pick<Relations, 'among'>,
    private readonly view: View,
  ) {}

  /** Whether an organisation of this kind could be told of anybody. */
  isOfThoseWhoSee(organisation: Organisation): boolean {
    return this.views(organisation, true).length > 0;
  }

  async among(organisation: Organisation, persons: readonly PersonKey[]): Promise<Seen> {
    if (this.views(organisation, false).length > 0) return { persons: new Set(persons), relations: [] };
    if (persons.length === 0 || !this.isOfThoseWhoSee(organisation)) return { persons: new Set(), relations: [] };
    const found = await this.relations.among(organisation, persons);
    return {
      persons: new Set(persons.filter((person) => found.has(person))),
      relations: [...new Set(persons.flatMap((person) => found.get(person) ?? []))].sort(),
    };
  }

  /** What is only a patient's own is nobody else's. */
  private views(organisation: Organisation, isRelated: boolean): readonly string[] {
    const role = roleOf(organisation);
    return role === undefined ? [] : viewsOf(this.row(), [role], isRelated).filter((view) => view !== 'own');
  }

  /** A server in the published view shows nobody a person, and sends none. */
  private row(): AccessRow {
    this.known ??= this.view === 'published' ? publishedOnly(this.read()) : this.read();
    return this.known;
  }
}

/** Organisations are what their staff are: a hospital, a municipality, a practice or the registry. */
function roleOf(organisation: Organisation): Role | undefined {
  const scheme: string | undefined = schemeOf(organisation);
  return scheme === 'patient' ? undefined : ROLES.find((role) => role === scheme);
}
