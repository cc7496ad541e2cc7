import type { Day } from '../../kernel/day';
import { schemeText, type Organisation } from '../../kernel/organisation';

/** R19: DanHeart took forms through this day. */
const LAST_DANHEART_DAY = '2023-01-31';

/** True of an organisation that delivers on a channel that is closed on a day: nothing is expected of it. */
export const isClosed = (organisation: Organisation, day: Day): boolean =>
  schemeText(organisation) === 'danheart' && day > LAST_DANHEART_DAY;
