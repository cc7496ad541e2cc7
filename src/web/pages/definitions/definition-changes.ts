import { both, type Bilingual } from '../../../kernel/language';
import type { Shapes } from '../../parts/shapes';

type Meaning = Shapes['IndicatorMetadata'];
type Full = Pick<Shapes['DefinitionInFull'], 'meanings' | 'set'>;

/** The sentences of a definition, in the order in which they are read. */
const SENTENCES = ['population', 'denominator', 'fulfilled', 'window', 'sources', 'target'] as const;
type MeaningPart = 'title' | 'description' | (typeof SENTENCES)[number] | 'added' | 'removed';

/** One sentence that says something else; without an indicator it is said of all of them. */
export interface SentenceChange {
  readonly indicator?: { readonly number: number; readonly title: Bilingual };
  readonly part: MeaningPart;
  /** Absent of an indicator that is new. */
  readonly before?: Bilingual;
  /** Absent of an indicator that is there no more. */
  readonly after?: Bilingual;
}

/** One place of the rules as they are written, dotted from the root, where two definitions differ; undefined: not there. */
export interface FieldChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a definition says otherwise than the one before, by indicator; whom they are about is said once. */
export function sentenceChanges(before: Full, after: Full): SentenceChange[] {
  const [was, is] = [byKey(before.meanings), byKey(after.meanings)];
  const kept = after.meanings.flatMap((meaning) => {
    const earlier = was.get(meaning.key);
    return earlier === undefined ? [] : [[earlier, meaning] as const];
  });
  const people = kept
    .map(([earlier, meaning]) => changeIn('population', earlier, meaning))
    .find((one) => one !== undefined);
  return [
    ...(people === undefined ? [] : [people]),
    ...after.meanings.flatMap((meaning): SentenceChange[] => {
      const earlier = was.get(meaning.key);
      if (earlier === undefined) return [{ ...named(meaning), part: 'added', after: words(meaning.description) }];
      const parts = ['title', 'description', ...SENTENCES.filter((part) => part !== 'population')] as const;
      return parts.flatMap((part) => {
        const change = changeIn(part, earlier, meaning);
        return change === undefined ? [] : [{ ...named(meaning), ...change }];
      });
    }),
    ...before.meanings
      .filter(({ key }) => !is.has(key))
      .map((meaning): SentenceChange => ({ ...named(meaning), part: 'removed', before: words(meaning.description) })),
  ];
}

/** Where the rules themselves differ, indicators by their key; the version is not told, since it always does. */
export function fieldChanges(before: Full, after: Full): FieldChange[] {
  const [was, is] = [leavesOf(keyed(before.set)), leavesOf(keyed(after.set))];
  was.delete('version');
  is.delete('version');
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }));
}

const byKey = (meanings: readonly Meaning[]): ReadonlyMap<string, Meaning> =>
  new Map(meanings.map((meaning) => [meaning.key, meaning]));

const named = ({ number, title }: Meaning) => ({ indicator: { number, title: words(title) } });

const words = (said: Shapes['Words']): Bilingual => (typeof said === 'string' ? both(said, said) : said);

function changeIn(
  part: 'title' | 'description' | (typeof SENTENCES)[number],
  earlier: Meaning,
  later: Meaning,
): SentenceChange | undefined {
  const sentenceOf = (meaning: Meaning) =>
    words(part === 'title' || part === 'description' ? meaning[part] : meaning.text[part]);
  const [before, after] = [sentenceOf(earlier), sentenceOf(later)];
  return before.da === after.da && before.en === after.en ? undefined : { part, before, after };
}

const keyed = ({ indicators, ...rest }: Full['set']): object => ({
  ...rest,
  indicators: Object.fromEntries(indicators.map((indicator) => [indicator.key, indicator])),
});

function leavesOf(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) into.set(path, String(value));
  else for (const [key, one] of Object.entries(value)) leavesOf(one, path === '' ? key : `${path}.${key}`, into);
  return into;
}
