import { addUnder } from '../../kernel/add-under';
import type { PersonKey } from '../../kernel/clinical-event';
import { RelationBook, type KeptRelationSteps } from '../../ports/relation-book';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly person: PersonKey;
  readonly step: string;
}

/** What was said of relations in the embedded store, a row a step. */
export class SqliteRelationBook extends RelationBook {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly one: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO relation_step VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.everything = database.prepare('SELECT person, step FROM relation_step ORDER BY person, place');
    this.one = database.prepare('SELECT person, step FROM relation_step WHERE person = ? ORDER BY place');
  }

  override append(person: PersonKey, place: number, step: string): Promise<boolean> {
    return this.database.run(() =>
      Promise.resolve(this.database.sums.insert('relation_step', this.insert, person, place, step)),
    );
  }

  override find(persons: readonly PersonKey[]): Promise<readonly KeptRelationSteps[]> {
    return Promise.resolve(grouped([...new Set(persons)].flatMap((person) => this.one.all<Row>(person))));
  }

  override all(): Promise<readonly KeptRelationSteps[]> {
    return Promise.resolve(grouped(this.everything.all<Row>()));
  }
}

function grouped(rows: readonly Row[]): KeptRelationSteps[] {
  const persons = new Map<PersonKey, string[]>();
  for (const { person, step } of rows) addUnder(persons, person, step);
  return [...persons].map(([person, steps]) => ({ person, steps }));
}
