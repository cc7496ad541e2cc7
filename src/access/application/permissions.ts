import type { PersonKey } from '../../kernel/clinical-event';
import type { Organisation } from '../../kernel/organisation';
import { asksForRelation, viewsOf, type AccessRow } from '../domain/access-table';
import type { Grant } from '../domain/present';
import type { Reader } from '../domain/reader';
import type { RelationKind } from '../domain/relation';
import type { Relations } from './relations';

/** Whom and whose a request asks for, as far as its row says where that stands. */
export interface Asked {
  readonly person?: PersonKey | undefined;
  readonly organisation?: Organisation | undefined;
}

/** Decides what somebody sees of an operation: by the table, and by the relation where it matters. */
export class Permissions {
  constructor(private readonly relations: Relations) {}

  /** What the reader is granted, the widest of their roles; undefined where it is nothing. */
  async grantOf(row: AccessRow, reader: Reader, asked: Asked): Promise<Grant | undefined> {
    const { operation } = row;
    const relation = await this.relationIn(row, reader, asked);
    for (const view of viewsOf(row, reader.roles, relation !== undefined)) {
      if (view === 'none' || (view === 'own' && !(await this.isOwn(row, reader, asked)))) continue;
      return { reader, operation, view, ...(relation === undefined ? undefined : { relation }) };
    }
    return undefined;
  }

  private async relationIn(
    row: AccessRow,
    { roles, organisation }: Reader,
    { person }: Asked,
  ): Promise<RelationKind | undefined> {
    if (organisation === undefined || person === undefined || !asksForRelation(row, roles)) return undefined;
    return this.relations.between(organisation, person);
  }

  /** Of events intake asks each one; without a place that names anybody, it is nobody's own. */
  private async isOwn(row: AccessRow, reader: Reader, { person, organisation }: Asked): Promise<boolean> {
    if (row.organisation === 'event.source') return reader.organisation !== undefined;
    if (row.organisation !== undefined) return organisation !== undefined && organisation === reader.organisation;
    if (person === undefined || reader.person === undefined) return false;
    return this.relations.areSame(reader.person, person);
  }
}
