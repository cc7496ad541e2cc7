import { both, joined, type Bilingual } from '../../kernel/language';
import { STOP_REASON_WORDS } from '../../kernel/words/transitions';
import { OTHER_REASON } from '../domain/drop-out';
import { NOT_GIVEN } from '../domain/stop-reason';
import type { TransitionCounts } from '../domain/tally';

const REASONS: Readonly<Record<string, Bilingual>> = {
  [NOT_GIVEN]: STOP_REASON_WORDS['not-given'],
  [OTHER_REASON]: STOP_REASON_WORDS.other,
};

/** Why patients stopped, each reason with how many: as they were given, those that are none in words. */
export function dropOutText({ dropOut }: Pick<TransitionCounts, 'dropOut'>, separator: string): Bilingual {
  return joined(
    dropOut.map(({ reason, count }) => {
      const many = String(count);
      return joined([REASONS[reason] ?? both(reason, reason), both(many, many)], ' ');
    }),
    separator,
  );
}
