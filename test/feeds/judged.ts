import { calendarMonth as monthOfCalendar, type CalendarMonth } from '../../src/feeds/domain/delivery-calendar';
import type { History } from '../../src/feeds/domain/history';
import { judge as judgeBy, type Judgement } from '../../src/feeds/domain/judge';
import { judgeTogether as judgeTogetherBy } from '../../src/feeds/domain/together';
import type { Day } from '../../src/kernel/day';
import { loadFeedParameters } from '../../src/platform/contracts/descriptions';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

/** What deliveries are judged by in the product. */
export const PARAMETERS = loadFeedParameters(loadSchemas());

export const judge = (history: History, day: Day): Judgement => judgeBy(history, day, PARAMETERS);
export const judgeTogether = (
  judgements: readonly Judgement[],
  groupOf: (organisation: string) => string | undefined,
): Judgement[] => judgeTogetherBy(judgements, groupOf, PARAMETERS);
export const calendarMonth = (history: History | undefined, month: string, asOf: Day): CalendarMonth =>
  monthOfCalendar(history, month, asOf, PARAMETERS);
