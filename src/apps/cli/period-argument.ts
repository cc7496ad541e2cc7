import { InvalidArgumentError } from 'commander';
import { parsePeriod, PERIOD_FORMS, type Period } from '../../reporting/domain/period';

/** A period argument; says how periods are written when it is none. */
export function parsePeriodArgument(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new InvalidArgumentError(`Give ${PERIOD_FORMS}.`);
  return period;
}
