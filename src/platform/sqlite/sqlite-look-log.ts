import { EVERYONE, type ChainedLook, type LookTail } from '../../kernel/look';
import { LookLog, type KeptLook, type LookQuestion } from '../../ports/look-log';
import { packLook, unpackLook } from '../look-codec';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly no: number;
  readonly at: number;
  readonly subject: string;
  readonly organisation: string | null;
  readonly said: string;
  readonly hash: string;
}

const AT_A_TIME = 1_000;

/** The log of looks in the embedded store: a row a look, and one for each person it is at. */
export class SqliteLookLog extends LookLog {
  private readonly insert: SqliteStatement;
  private readonly insertPerson: SqliteStatement;
  private readonly newest: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly inOrder: SqliteStatement;
  private readonly strangers: SqliteStatement;
  private readonly personsOf: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO look VALUES (?, ?, ?, ?, ?, ?)');
    this.insertPerson = database.prepare('INSERT INTO looked_at VALUES (?, ?)');
    this.newest = database.prepare('SELECT no AS number, hash FROM look ORDER BY no DESC LIMIT 1');
    this.one = database.prepare('SELECT * FROM look WHERE no = ?');
    this.inOrder = database.prepare('SELECT * FROM look WHERE no > ? ORDER BY no LIMIT ?');
    this.strangers = database.prepare('SELECT DISTINCT look FROM looked_at WHERE look NOT IN (SELECT no FROM look)');
    this.personsOf = database.prepare(
      'SELECT look, person FROM looked_at WHERE look >= ? AND look <= ? ORDER BY look, person',
    );
  }

  override append(looks: readonly ChainedLook[]): Promise<boolean> {
    return this.database.run(() => {
      const isNext = this.lastNow().number + 1 === looks[0]?.number;
      if (isNext) for (const look of looks) this.add(look);
      return Promise.resolve(isNext);
    });
  }

  private add({ number, look, hash }: ChainedLook): void {
    this.insert.run(number, look.at, look.subject, look.organisation ?? null, packLook(look), hash);
    for (const person of look.persons) this.insertPerson.run(person, number);
  }

  override last(): Promise<LookTail> {
    return Promise.resolve(this.lastNow());
  }

  private lastNow(): LookTail {
    return this.newest.get<LookTail>() ?? { number: 0, hash: '' };
  }

  override find(number: number): Promise<KeptLook | undefined> {
    const row = this.one.get<Row>(number);
    return Promise.resolve(row === undefined ? undefined : kept(row));
  }

  override page(question: LookQuestion): Promise<ChainedLook[]> {
    const { persons, subject, organisation, purpose, from, until, before, limit } = question;
    const asked: readonly (readonly [string, ...(string | number)[]])[] = [
      ...(persons === undefined ? [] : [[lookedAt(persons.length + 1), EVERYONE, ...persons] as const]),
      ...(subject === undefined ? [] : [['subject = ?', subject] as const]),
      ...(organisation === undefined ? [] : [['organisation = ?', organisation] as const]),
      ...(purpose === undefined ? [] : [[PURPOSE_IS, purpose] as const]),
      ...(from === undefined ? [] : [['at >= ?', from] as const]),
      ...(until === undefined ? [] : [['at < ?', until] as const]),
      ...(before === undefined ? [] : [['no < ?', before] as const]),
    ];
    const where = asked.map(([condition]) => condition).join(' AND ') || 'true';
    const page = this.database.prepare(`SELECT * FROM look WHERE ${where} ORDER BY no DESC LIMIT ?`);
    const rows = page.all<Row>(...asked.flatMap(([, ...values]) => values), limit);
    return Promise.resolve(rows.map((row) => kept(row) as ChainedLook));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly KeptLook[]> {
    for (let after = Number.MIN_SAFE_INTEGER; ;) {
      const rows = this.inOrder.all<Row>(after, atATime);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(kept);
      after = last.no;
    }
  }

  override async misfiled(): Promise<readonly number[]> {
    const found: number[] = this.strangers.all<{ look: number }>().map(({ look }) => look);
    for await (const page of this.scan(AT_A_TIME)) {
      const filed = new Map<number, string[]>(page.map(({ number }) => [number, []]));
      const [first, last] = [page[0]?.number ?? 0, page.at(-1)?.number ?? 0];
      for (const { look, person } of this.personsOf.all<{ look: number; person: string }>(first, last))
        filed.get(look)?.push(person);
      for (const { number, look } of page)
        if (look !== undefined && [...look.persons].sort().join() !== filed.get(number)?.sort().join())
          found.push(number);
    }
    return found;
  }
}

/** Of what was damaged nothing is known. */
const PURPOSE_IS = "CASE WHEN json_valid(said) THEN json_extract(said, '$.purpose') END = ?";

const lookedAt = (persons: number): string =>
  `no IN (SELECT look FROM looked_at WHERE person IN (${Array.from({ length: persons }, () => '?').join(', ')}))`;

function kept({ no, hash, said, ...found }: Row): KeptLook {
  const look = unpackLook(said, found);
  return { number: no, hash, ...(look === undefined ? undefined : { look }) };
}
