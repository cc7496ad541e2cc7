import type { ChainedLook } from '../../kernel/look';
import type { LookParameters } from '../../kernel/look-parameters';
import type { LookLog } from '../../ports/look-log';
import { unusualLooking, type UnusualLooking } from '../domain/looks/unusual';

const LOOKS_AT_A_TIME = 1_000;

/** Finds unusual looking in the log of looks, which it reads as it stands; it keeps nothing of its own. */
export class JudgeLooks {
  constructor(
    private readonly looks: LookLog,
    private readonly parameters: LookParameters,
  ) {}

  /** What is unusual of the looks from a moment on and before another, in milliseconds. */
  async unusual(from: number, until: number): Promise<readonly UnusualLooking[]> {
    const found: ChainedLook[] = [];
    for (let before: number | undefined; ;) {
      const page = await this.looks.page({
        from,
        until,
        limit: LOOKS_AT_A_TIME,
        ...(before === undefined ? undefined : { before }),
      });
      found.push(...page);
      if (page.length < LOOKS_AT_A_TIME) return unusualLooking(found, this.parameters);
      before = page.at(-1)?.number;
    }
  }
}
