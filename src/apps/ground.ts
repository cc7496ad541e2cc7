import type { Ground } from '../reporting/domain/report';
import type { Rooms } from './rooms';

/** What reports of this program are counted under. */
export function groundOf({ definitions, organisations }: Pick<Rooms, 'definitions' | 'organisations'>): Ground {
  const { id, set, policy } = definitions;
  return { id, set, policy, organisations };
}
