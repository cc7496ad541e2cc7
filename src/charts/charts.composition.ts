import type { CountedVersions } from '../counting/domain/counted-versions';
import type { Remembered } from '../disclosure/domain/remembered';
import { Charts } from './application/charts';

export interface ChartPorts {
  readonly versions: CountedVersions;
  readonly settings: { readonly smallNumbers: number };
  readonly remembered: Remembered;
}

/** What is drawn of the decisions in force. */
export function chartsOver({ versions, settings, remembered }: ChartPorts) {
  const { basis, counted } = versions.inForce;
  return { charts: new Charts(counted, basis, settings.smallNumbers, remembered) };
}
