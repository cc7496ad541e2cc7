import type { LookHead } from '../../kernel/look';
import type { LookHeads, LookLog } from '../../ports/look-log';
import { ChainCheck, type LookFault } from '../domain/looks/check-chain';

interface Kept {
  readonly looks: LookLog;
  readonly lookHeads: LookHeads;
  readonly lookKey: Buffer;
}

/** Whether the log of looks is as it was logged, and else how and at which look it is not. */
export type LooksChecked =
  | { readonly state: 'whole'; readonly looks: number }
  | {
      readonly state: LookFault['kind'] | 'head-unreadable' | 'misfiled';
      readonly looks: number;
      readonly number?: number;
    };

const LOOKS_AT_A_TIME = 1_000;

/** The first look that is not as it was logged, of a log whose head was read before; undefined where all are. */
export async function faultIn({ looks, lookKey }: Omit<Kept, 'lookHeads'>, head: LookHead | undefined) {
  const check = new ChainCheck(lookKey, head);
  checking: for await (const page of looks.scan(LOOKS_AT_A_TIME)) {
    for (const look of page) if (!check.isRight(look)) break checking;
  }
  return check.result();
}

/** Checks the log of looks from its first look on against its hashes and its signed head, whenever somebody asks. */
export class CheckLooks {
  constructor(private readonly kept: Kept) {}

  /** What was found; it reads every look, and whatever is logged meanwhile is right too. */
  async check(): Promise<LooksChecked> {
    const { looks, lookHeads } = this.kept;
    // The head is read before the log, which then reaches it.
    const head = await lookHeads.read().catch(() => 'unreadable' as const);
    const { number: count } = await looks.last();
    const fault = await faultIn(this.kept, head === 'unreadable' ? undefined : head);
    if (fault !== undefined && !(head === 'unreadable' && fault.kind === 'head-missing'))
      return { state: fault.kind, looks: count, number: fault.number };
    if (head === 'unreadable') return { state: 'head-unreadable', looks: count };
    const [misfiled] = await looks.misfiled();
    return misfiled === undefined
      ? { state: 'whole', looks: count }
      : { state: 'misfiled', looks: count, number: misfiled };
  }
}
