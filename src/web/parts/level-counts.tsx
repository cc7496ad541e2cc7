import { GOAL_LEVEL_WORDS } from '../../kernel/words/codes';
import { UNIT_PAGE_WORDS as WORDS } from '../../kernel/words/unit-pages';
import type { Shapes } from './shapes';
import { addressWith, say, type Visit } from '../site/visit';

const LEVELS = ['high', 'moderate', 'low'] as const;

/** The goal level that is asked for. */
export const goalLevelAsked = ({ asked }: Visit) => LEVELS.find((level) => level === asked['goalLevel']);

/** How many indicators are at which goal level, each a link to those alone, and of how many a level is told at least. */
export function LevelCounts({
  visit,
  profile: { levels, fewest },
}: {
  readonly visit: Visit;
  readonly profile: Pick<Shapes['UnitProfile'], 'levels' | 'fewest'>;
}) {
  const chosen = goalLevelAsked(visit);
  return (
    <nav class="level-counts" aria-label={say(visit, WORDS.levels)}>
      <ul>
        {LEVELS.map((level) => (
          <li>
            <a href={addressWith(visit, { goalLevel: level })} aria-current={level === chosen ? 'true' : undefined}>
              {say(visit, WORDS.levelCount({ level: GOAL_LEVEL_WORDS[level], count: levels[level] }))}
            </a>
          </li>
        ))}
        {levels.tooFew === 0 ? undefined : <li>{say(visit, WORDS.tooFew({ fewest, count: levels.tooFew }))}</li>}
        {levels.undecided === 0 ? undefined : <li>{say(visit, WORDS.undecided({ count: levels.undecided }))}</li>}
        {chosen === undefined ? undefined : (
          <li>
            <a href={addressWith(visit, { goalLevel: undefined })}>{say(visit, WORDS.allLevels)}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
