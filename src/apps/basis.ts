import type { ReportBasis } from '../counting/domain/report-basis';
import type { Rooms } from './rooms';

/** What reports of this program are counted under. */
export function reportBasisOf({
  definitions,
  organisations,
}: Pick<Rooms, 'definitions' | 'organisations'>): ReportBasis {
  const { id, set, policy } = definitions;
  return { id, set, policy, organisations };
}
