import type { Ground } from '../reporting/domain/report';
import type { Embedded } from './embedded';

/** What reports of this program are counted under. */
export function groundOf({ definitions, organisations }: Pick<Embedded, 'definitions' | 'organisations'>): Ground {
  const { id, set, policy } = definitions;
  return { id, set, policy, organisations };
}
