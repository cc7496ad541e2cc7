import type { LineLimits } from '../../platform/ndjson/line-splitter';

/** How large what sources send may be. */
export class IntakeLimits {
  constructor(readonly lines: LineLimits) {}

  /** Of a body that is read as a whole. */
  get maxBodyBytes(): number {
    return this.lines.maxEventBytes * 16;
  }
}
