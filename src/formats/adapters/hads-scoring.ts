import { readPlainYaml } from '../../platform/contracts/read-plain-yaml';
import type { HadsScoring } from '../domain/hads';

let read: HadsScoring | undefined;

/** How HADS is scored from its items (`contracts/formats/hads/hads.yaml`), the same in every format; read once. */
export const hadsScoring = (): HadsScoring => (read ??= readPlainYaml<HadsScoring>('formats', 'hads', 'hads.yaml'));
