import type { ChainedLook, LookTail } from '../../kernel/look';
import { LookLog, type LookQuestion } from '../../ports/look-log';
import { isAskedFor } from '../looks-asked-for';

/** A log of looks that forgets when the process ends; for servers of tests and of what keeps nothing. */
export class MemoryLookLog extends LookLog {
  private readonly looks: ChainedLook[] = [];

  override append(looks: readonly ChainedLook[]): Promise<boolean> {
    const isNext = looks[0]?.number === this.looks.length + 1;
    if (isNext) this.looks.push(...looks);
    return Promise.resolve(isNext);
  }

  override last(): Promise<LookTail> {
    const { number, hash } = this.looks.at(-1) ?? { number: 0, hash: '' };
    return Promise.resolve({ number, hash });
  }

  override find(number: number): Promise<ChainedLook | undefined> {
    return Promise.resolve(this.looks[number - 1]);
  }

  override page(question: LookQuestion): Promise<readonly ChainedLook[]> {
    const asked = this.looks.filter((look) => isAskedFor(look, question));
    return Promise.resolve(asked.toReversed().slice(0, question.limit));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly ChainedLook[]> {
    for (let at = 0; at < this.looks.length; at += atATime) yield this.looks.slice(at, at + atATime);
  }

  override misfiled(): Promise<readonly number[]> {
    return Promise.resolve([]);
  }
}
