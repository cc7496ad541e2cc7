import type { CountedVersions } from '../counting/domain/counted-versions';
import type { Exit } from '../disclosure/domain/exit';
import { Charts } from './application/charts';

export interface ChartPorts {
  readonly versions: CountedVersions;
  readonly exit: Exit;
}

/** What is drawn of the decisions in force. */
export function chartsOver({ versions, exit }: ChartPorts) {
  const { basis, counted } = versions.inForce;
  return { charts: new Charts(counted, basis, exit) };
}
