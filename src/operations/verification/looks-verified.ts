import { faultIn } from '../../access/application/check-looks';
import type { LookFault } from '../../access/domain/looks/check-chain';
import type { LookHead } from '../../kernel/look';
import type { LookHeads, LookLog } from '../../ports/look-log';
import type { TellDifference } from './differences';
import { inShort } from './unreadable';

interface Kept {
  readonly looks: LookLog;
  readonly lookHeads: LookHeads;
  readonly lookKey: Buffer;
}

/** The head of the log of looks, or why it cannot be read; read before the log, which then reaches it. */
export type HeadRead = { readonly head: LookHead | undefined } | { readonly unreadable: string };

/** Reads the head of the log of looks; never rejects. */
export async function readHead({ lookHeads }: Pick<Kept, 'lookHeads'>): Promise<HeadRead> {
  try {
    return { head: await lookHeads.read() };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : inShort(error) };
  }
}

/** Checks the log of looks against itself and its signed head, and tells the first look that is not as it was logged. */
export async function verifyLooks(kept: Kept, read: HeadRead, tell: TellDifference): Promise<void> {
  const { looks, lookHeads } = kept;
  const fault = await faultIn(kept, 'head' in read ? read.head : undefined);
  if (fault !== undefined && !('unreadable' in read && fault.kind === 'head-missing'))
    tell(sayFault(fault, lookHeads.place), 'restore');
  if ('unreadable' in read) tell(`the head of the log of looks cannot be read: ${read.unreadable}`, 'restore');
  for (const number of await looks.misfiled())
    tell(`look ${number} is found by others than the persons it is at`, 'restore');
}

function sayFault({ kind, number }: LookFault, place: string): string {
  switch (kind) {
    case 'missing':
      return `the log of looks has a gap: look ${number} is not there`;
    case 'changed':
      return `look ${number} of the log of looks is not as it was logged`;
    case 'cut':
      return `the log of looks is cut: look ${number} and what followed are gone, which its head ${place} was signed over`;
    case 'rewritten':
      return `the log of looks up to look ${number} is another than the one its head ${place} was signed over`;
    case 'head-forged':
      return `the head of the log of looks, ${place}, was not signed with its key`;
    case 'head-missing':
      return `the log of looks has ${number} looks and no head in ${place}`;
  }
}
