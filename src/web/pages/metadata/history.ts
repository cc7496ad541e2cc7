import { both, type Bilingual } from '../../../kernel/language';
import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { parsePeriod, periodTitle } from '../../../kernel/period';
import type { Shapes } from '../../parts/shapes';

/** Something that came into force, went out of it or was published. */
export interface Change {
  /** ISO 8601. */
  readonly day: string;
  readonly text: Bilingual;
}

interface Known {
  readonly index: Pick<Shapes['MetadataIndex'], 'definition' | 'validFrom'>;
  readonly rules: Shapes['Rules']['rules'];
  readonly organisations: Shapes['Sources']['organisations'];
  readonly reports: readonly Shapes['FrozenReport'][];
}

const words = (said: Shapes['Words']): Bilingual => (typeof said === 'string' ? both(said, said) : said);

/** What changed, the latest first; organisations that are as old as the first of their kind are not told as new. */
export function changesOf({ index, rules, organisations, reports }: Known): Change[] {
  const dated = (day: string | undefined, text: Bilingual): Change[] => (day === undefined ? [] : [{ day, text }]);
  const kinds = [organisations.regions, organisations.hospitals, organisations.municipalities];
  return [
    ...dated(index.validFrom, WORDS.began({ definition: index.definition })),
    ...rules.flatMap(({ id, title, from, through }) => [
      ...dated(from, WORDS.ruleFrom({ rule: id, title: words(title) })),
      ...dated(through, WORDS.ruleThrough({ rule: id, title: words(title) })),
    ]),
    ...kinds.flatMap((kind) => {
      const first = kind.reduce<string>((day, { validFrom }) => (validFrom < day ? validFrom : day), '9999-12-31');
      return kind.flatMap(({ name, validFrom, validTo }) => [
        ...(validFrom === first ? [] : dated(validFrom, WORDS.organisationFrom({ name }))),
        ...dated(validTo, WORDS.organisationThrough({ name })),
      ]);
    }),
    ...reports.flatMap(({ question, steps }) => {
      const period = parsePeriod(question.period.name);
      const published = steps.find(({ step }) => step === 'published');
      const { definition } = question;
      const of = { period: period === undefined ? question.period.name : periodTitle(period), definition };
      return dated(published?.at.slice(0, 10), WORDS.published(of));
    }),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
