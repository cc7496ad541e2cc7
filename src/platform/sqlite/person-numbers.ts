import type { PersonKey } from '../../kernel/clinical-event';
import { StoreError } from '../store-error';
import { PARTITIONS } from './log-tables';
import { partitionOf } from './partition-of';
import type { SqliteDatabase } from './sqlite-database';

/** So many persons of a partition of the log of events can have numbers. */
const NUMBERS_A_PARTITION = 2 ** 19;
/** Offsets in that partition a person's rows may take: slot = person number * so many + offset. */
export const SLOTS_A_PERSON = 2 ** 28;

/** Numbers that no row of what is folded and decided stands under. */
const UNUSED = `SELECT no FROM person_number WHERE no NOT IN (
  SELECT slot / ${SLOTS_A_PERSON} FROM person_event UNION SELECT person FROM relation UNION SELECT person FROM sharing
  UNION SELECT no FROM pathway_state UNION SELECT no FROM person_column
  UNION SELECT no FROM decision UNION SELECT no FROM decision_basis)`;

/**
 * Small numbers for person keys, so that rows of one person lie together; an inner matter of this store. Numbers of one
 * partition of the log follow each other: who is handled together lies together, and fewer pages are written.
 */
export class PersonNumbers {
  private readonly numbers = new Map<PersonKey, number>();
  private readonly keys = new Map<number, PersonKey>();
  private readonly byKey;
  private readonly byNumber;
  private readonly some;
  private readonly insert;
  private readonly last;
  /** The number given last in a partition, where that is known. */
  private readonly given = new Map<number, number>();

  constructor(private readonly database: SqliteDatabase) {
    this.byKey = database.prepare('SELECT no FROM person_number WHERE person = ?');
    this.byNumber = database.prepare('SELECT person FROM person_number WHERE no = ?');
    this.some = database.prepare('SELECT no, person FROM person_number WHERE no IN (SELECT value FROM json_each(?))');
    this.insert = database.prepare('INSERT INTO person_number (no, person) VALUES (?, ?)');
    this.last = database.prepare('SELECT max(no) AS no FROM person_number WHERE no > ? AND no <= ?');
  }

  /** The person's number, or undefined when the store does not know the person. */
  find(person: PersonKey): number | undefined {
    const known = this.numbers.get(person);
    if (known !== undefined) return known;
    const number = this.byKey.get<{ no: number }>(person)?.no;
    if (number !== undefined) this.remember(person, number);
    return number;
  }

  private remember(person: PersonKey, number: number): void {
    this.numbers.set(person, number);
    this.keys.set(number, person);
  }

  /** The person's number, given now if need be; only inside a unit. */
  numberOf(person: PersonKey): number {
    const known = this.find(person);
    if (known !== undefined) return known;
    const number = this.next(partitionOf(person, PARTITIONS['clinical-events']));
    this.insert.run(number, person);
    this.remember(person, number);
    this.database.whenRolledBack(() => {
      this.given.clear();
      this.numbers.delete(person);
      this.keys.delete(number);
    });
    return number;
  }

  private next(partition: number): number {
    const before = partition * NUMBERS_A_PARTITION;
    const through = before + NUMBERS_A_PARTITION;
    const last = this.given.get(partition) ?? this.last.get<{ no: number | null }>(before, through)?.no ?? before;
    if (last >= through) {
      throw new StoreError(`more than ${NUMBERS_A_PARTITION} persons of one partition`, { retriable: false });
    }
    this.given.set(partition, last + 1);
    return last + 1;
  }

  /**
   * Takes numbers back that no row stands under, but for those of owners of registrations; whoever needs one is given
   * one anew. Only inside a unit.
   */
  takeUnusedBack(owners: ReadonlySet<number>): void {
    const unused = this.database.prepare(UNUSED).all<{ no: number }>();
    const remove = this.database.prepare('DELETE FROM person_number WHERE no = ?');
    for (const { no } of unused) if (!owners.has(no)) remove.run(no);
    this.given.clear();
    this.numbers.clear();
    this.keys.clear();
  }

  /** Whether the number is anybody's. */
  has(number: number): boolean {
    return this.keys.has(number) || this.byNumber.get(number) !== undefined;
  }

  /** The keys behind numbers the store gave, in their order; those not known yet are read together. */
  keysOf(numbers: readonly number[]): PersonKey[] {
    const unknown = numbers.filter((number) => !this.keys.has(number));
    for (const { no, person } of this.some.all<{ no: number; person: PersonKey }>(JSON.stringify(unknown)))
      this.remember(person, no);
    return numbers.map((number) => this.keyOf(number));
  }

  /**
   * The key behind a number, or a name that nobody has where it is nobody's: so that rows which are damaged are told and
   * put right like others.
   */
  nameOf(number: number): PersonKey {
    return this.has(number) ? this.keyOf(number) : `nobody under ${number}`;
  }

  /** The key behind a number the store gave. */
  keyOf(number: number): PersonKey {
    const known = this.keys.get(number);
    if (known !== undefined) return known;
    const row = this.byNumber.get<{ person: PersonKey }>(number);
    if (row === undefined) {
      throw new StoreError(`a row names person number ${number}, which person_number does not hold`, {
        retriable: false,
      });
    }
    this.remember(row.person, number);
    return row.person;
  }
}
