import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contractsPath } from '../../platform/contracts/contracts-folder';
import type { HadsScoring } from '../domain/hads';

let read: HadsScoring | undefined;

/** How HADS is scored from its items (`contracts/formats/hads/hads.yaml`), the same in every format; read once. */
export const hadsScoring = (): HadsScoring =>
  (read ??= parse(readFileSync(contractsPath('formats', 'hads', 'hads.yaml'), 'utf8')) as HadsScoring);
