import type { mongo } from 'mongoose';
import type { ChainedLook, LookTail } from '../../kernel/look';
import { EVERYONE } from '../../kernel/look';
import { LookLog, type KeptLook, type LookQuestion } from '../../ports/look-log';
import { packLook, unpackLook } from '../look-codec';
import { isAskedFor } from '../looks-asked-for';
import type { MongoDatabase } from './mongo-database';
import { pagesOf } from './pages';
import type { LooksTogether } from './schemas';
import { insertNew } from './write-many';

/** Numbers are written with as many digits, so that they order as texts. */
const DIGITS = 16;
/** A line of `looks`: what is not said elsewhere of a look, and its hash. */
type Line = readonly [at: number, subject: string, organisation: string | null, said: string, hash: string];

/**
 * The log of looks in MongoDB: a document for those that are appended together, so that they stand together or not at
 * all. Its id is the number of the first: of several processes that append after the same look one is let in.
 */
export class MongoLookLog extends LookLog {
  private readonly looks: mongo.Collection<LooksTogether>;
  /** The number of the last look that this process knows of, so that it need not ask each time. */
  private known = 0;

  constructor(private readonly database: MongoDatabase) {
    super();
    this.looks = database.collection('looks');
  }

  override append(looks: readonly ChainedLook[]): Promise<boolean> {
    return this.database.run(async () => {
      const [first] = looks;
      if (first === undefined) return false;
      const isNext = this.known + 1 === first.number || (await this.last()).number + 1 === first.number;
      if (!isNext || (await insertNew(this.looks, [documentOf(first.number, looks)])).length > 0) return false;
      this.known = first.number + looks.length - 1;
      return true;
    });
  }

  override async last(): Promise<LookTail> {
    const document = await this.looks.findOne({}, { sort: { _id: -1 } });
    const last = document === null ? undefined : keptIn(document).at(-1);
    return { number: last?.number ?? 0, hash: last?.hash ?? '' };
  }

  override async find(number: number): Promise<KeptLook | undefined> {
    const document = await this.looks.findOne({ _id: { $lte: idOf(number) } }, { sort: { _id: -1 } });
    return document === null ? undefined : keptIn(document).find((look) => look.number === number);
  }

  override async page(question: LookQuestion): Promise<readonly ChainedLook[]> {
    const { persons, before, limit } = question;
    const filter: mongo.Filter<LooksTogether> = {
      ...(persons === undefined ? undefined : { persons: { $in: [EVERYONE, ...persons] } }),
      ...(before === undefined ? undefined : { _id: { $lt: idOf(before) } }),
    };
    const found: ChainedLook[] = [];
    for await (const document of this.looks.find(filter, { sort: { _id: -1 } })) {
      const asked = keptIn(document).filter(
        (one): one is ChainedLook => one.look !== undefined && isAskedFor(one as ChainedLook, question),
      );
      found.push(...asked.reverse());
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  override scan(atATime: number): AsyncIterable<readonly KeptLook[]> {
    return pagesOf(this.inOrder(), atATime);
  }

  private async *inOrder(): AsyncIterable<KeptLook> {
    for await (const document of this.looks.find({}, { sort: { _id: 1 } })) yield* keptIn(document);
  }

  override async misfiled(): Promise<readonly number[]> {
    const found: number[] = [];
    for await (const document of this.looks.find({}, { sort: { _id: 1 } })) {
      const looks = keptIn(document).flatMap(({ look }) => look ?? []);
      const isRight = personsOf(looks).join() === [...document.persons].sort().join();
      if (!isRight) found.push(Number(document._id));
    }
    return found;
  }
}

const idOf = (number: number): string => String(number).padStart(DIGITS, '0');

const personsOf = (looks: readonly { readonly persons: readonly string[] }[]): string[] =>
  [...new Set(looks.flatMap(({ persons }) => persons))].sort();

function documentOf(first: number, looks: readonly ChainedLook[]): LooksTogether {
  const lines = looks.map(({ look, hash }): Line => [
    look.at,
    look.subject,
    look.organisation ?? null,
    packLook(look),
    hash,
  ]);
  return { _id: idOf(first), persons: personsOf(looks.map(({ look }) => look)), looks: JSON.stringify(lines) };
}

/** The looks of a document; one without any where it cannot be read. */
function keptIn({ _id, looks }: LooksTogether): KeptLook[] {
  let lines: readonly Line[];
  try {
    lines = JSON.parse(looks) as Line[];
  } catch {
    return [{ number: Number(_id), hash: '' }];
  }
  return lines.map(([at, subject, organisation, said, hash], place) => {
    const look = unpackLook(said, { at, subject, organisation });
    return { number: Number(_id) + place, hash, ...(look === undefined ? undefined : { look }) };
  });
}
