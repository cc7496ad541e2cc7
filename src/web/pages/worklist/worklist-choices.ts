import { OUTCOME_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import { SITE_WORDS } from '../../../kernel/words/site';
import { WORKLIST_CHOICE_WORDS as CHOICE } from '../../../kernel/words/worklists';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

/** What can be chosen of the worklist, as the API names it. */
const NAMES = [
  'indicator',
  'outcome',
  'within',
  'daysSince',
  'sector',
  'municipality',
  'hospital',
  'ageFrom',
  'ageTo',
  'followedElsewhere',
  'sort',
] as const;

/** What was chosen, as the API is asked it. */
export const worklistAsked = ({ asked }: Pick<Visit, 'asked'>): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(NAMES.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])));

/** Everything that can be chosen, together. */
export function worklistChoices(
  visit: Visit,
  titles: ReadonlyMap<string, string>,
  units: readonly Shapes['ListedUnit'][],
) {
  const all = { value: '', text: say(visit, CHOICE.all) };
  const options = (pairs: Iterable<readonly [string, string]>, none = all) => [
    none,
    ...[...pairs].map(([value, text]) => ({ value, text })),
  ];
  const wordsOf = (words: object) =>
    Object.entries(words as Record<string, { da: string; en: string }>).map(
      ([key, text]) => [key, say(visit, text)] as const,
    );
  const unitsOf = (level: string) =>
    options(units.filter((unit) => unit.level === level).map(({ id, name }) => [id, name] as const));
  const yesNo = options(
    [
      ['true', say(visit, SITE_WORDS.yes)],
      ['false', say(visit, SITE_WORDS.no)],
    ],
    { value: '', text: say(visit, CHOICE.any) },
  );
  const one = (name: (typeof NAMES)[number], more: object) => ({
    name,
    label: say(visit, CHOICE[name]),
    value: visit.asked[name] ?? '',
    ...more,
  });
  const figure = { type: 'number' as const };
  return [
    one('indicator', { options: options(titles) }),
    one('within', figure),
    one('sort', {
      value: visit.asked['sort'] ?? 'deadline',
      options: (['deadline', 'last-contact'] as const).map((value) => ({ value, text: say(visit, CHOICE[value]) })),
    }),
    one('outcome', { options: options(wordsOf(OUTCOME_WORDS), { value: '', text: say(visit, CHOICE.canStill) }) }),
    one('daysSince', figure),
    one('followedElsewhere', { options: yesNo }),
    one('sector', { options: options(wordsOf(SECTOR_WORDS)) }),
    one('municipality', { options: unitsOf('municipality') }),
    one('hospital', { options: unitsOf('hospital') }),
    one('ageFrom', figure),
    one('ageTo', figure),
  ];
}
