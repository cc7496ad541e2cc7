import type { Look, LookHead, LookTail } from '../../../kernel/look';
import { BEFORE_THE_FIRST, hashAfter } from './chain';
import { isSignedWith } from './signed-head';

/** What is wrong with a log of looks. */
type LookFaultKind =
  /** The look of this number is not there. */
  | 'missing'
  /** It, or its hash, is not what was logged. */
  | 'changed'
  /** It and those after it were logged, as the head says, and are gone. */
  | 'cut'
  /** Looks up to this one are others than those the head was signed over. */
  | 'rewritten'
  /** The head was not signed with the key. */
  | 'head-forged'
  /** There are looks and no head. */
  | 'head-missing';

/** The first fault of a log of looks, and the number of the look where it is. */
export interface LookFault {
  readonly kind: LookFaultKind;
  readonly number: number;
}

/** A look as a store has it; one that cannot be read has none. */
type Kept = LookTail & { readonly look?: Look };

/** Checks a log of looks from its first on against its own hashes and against its signed head, look by look. */
export class ChainCheck {
  private last = BEFORE_THE_FIRST;
  private atHead: string | undefined;
  private fault: LookFault | undefined;

  constructor(
    private readonly key: Buffer,
    private readonly head: LookHead | undefined,
  ) {}

  /** The next look as it stands; false once something is wrong, so that the rest need not be looked at. */
  isRight({ number, look, hash }: Kept): boolean {
    const expected = this.last.number + 1;
    if (number !== expected) this.fault ??= { kind: number > expected ? 'missing' : 'changed', number: expected };
    else if (look === undefined || !isHash(this.last.hash, number, look, hash))
      this.fault ??= { kind: 'changed', number };
    if (number === this.head?.number) this.atHead = hash;
    this.last = { number, hash };
    return this.fault === undefined;
  }

  /** What is wrong, once every look was seen or one was not right; undefined when nothing is. */
  result(): LookFault | undefined {
    const { fault, head, last } = this;
    if (fault !== undefined) return fault;
    if (head === undefined) return last.number === 0 ? undefined : { kind: 'head-missing', number: last.number };
    if (!isSignedWith(this.key, head)) return { kind: 'head-forged', number: head.number };
    if (head.number > last.number) return { kind: 'cut', number: last.number + 1 };
    return this.atHead === head.hash || head.number === 0 ? undefined : { kind: 'rewritten', number: head.number };
  }
}

function isHash(before: string, number: number, look: Look, hash: string): boolean {
  try {
    return hashAfter(before, number, look) === hash;
  } catch {
    return false; // What is no well-formed text was never logged.
  }
}
