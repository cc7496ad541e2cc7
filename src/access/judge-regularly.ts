import { repeatedly } from '../platform/repeatedly';
import type { Logger } from '../ports/logger';
import type { RaiseUnusual } from './application/raise-unusual';

/** So often looks are judged: each time those of two days are read. */
const JUDGE_LOOKS_MS = 300_000;

/** Raises unusual looking every five minutes; `stop` finishes what is under way. */
export const judgeRegularly = (raising: RaiseUnusual, logger: Logger): { stop(): Promise<void> } =>
  repeatedly(JUDGE_LOOKS_MS, logger, 'Judging looks', () => raising.catchUp());
