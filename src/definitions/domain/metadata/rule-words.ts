import type { Bilingual, IndicatorDefinition, Span } from '../../../kernel/definition';
import type { FactKind } from '../../../kernel/pathway';
import type { Sector } from '../../../kernel/organisation';

/** Puts a Danish and an English text together. */
export const both = (da: string, en: string): Bilingual => ({ da, en });

/** Texts one after the other, in both languages. */
export function joined(parts: readonly Bilingual[], separator = ''): Bilingual {
  return both(parts.map(({ da }) => da).join(separator), parts.map(({ en }) => en).join(separator));
}

/** `a, b og c`, `a, b and c`; or with `eller`, `or`. */
export function listed(parts: readonly Bilingual[], how: 'and' | 'or'): Bilingual {
  const [da, en] = how === 'and' ? ['og', 'and'] : ['eller', 'or'];
  const list = (texts: readonly string[], word: string): string =>
    texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;
  return both(
    list(
      parts.map((part) => part.da),
      da,
    ),
    list(
      parts.map((part) => part.en),
      en,
    ),
  );
}

/** What a kind of fact is called in a sentence. */
export const FACT_WORDS: Readonly<Record<FactKind, Bilingual>> = {
  participation: both('deltagelse i rehabilitering', 'participation in rehabilitation'),
  diet: both('diætbehandling', 'diet treatment'),
  'smoking-cessation': both('deltagelse i rygestop', 'participation in smoking cessation'),
  training: both('træning', 'training'),
  'patient-education': both('patientuddannelse', 'patient education'),
  psychosocial: both('psykosocial indsats', 'psychosocial support'),
  referral: both('henvisning', 'referral'),
  'municipal-start': both('opstart i kommunen', 'start in the municipality'),
  'municipal-end': both('afslutning i kommunen', 'end in the municipality'),
  hads: both('HADS', 'HADS'),
  'blood-pressure': both('blodtryk', 'blood pressure'),
  hjertekost: both('Hjertekostskema', 'heart diet score'),
  'smoking-status': both('rygestatus', 'smoking status'),
  'exercise-capacity': both('test af arbejdskapacitet', 'exercise capacity test'),
  laboratory: both('laboratoriesvar', 'laboratory result'),
  dispensing: both('udlevering af medicin', 'dispensing of medicine'),
};

/** A sector as the origin of a fact. */
export const SECTOR_NOUNS: Readonly<Record<Sector, Bilingual>> = {
  hospital: both('hospital', 'hospital'),
  municipality: both('kommune', 'municipality'),
  'general-practice': both('almen praksis', 'general practice'),
  laboratory: both('Laboratoriedatabasen', 'the laboratory database'),
  pharmacy: both('Lægemiddelstatistikregisteret', 'the prescription register'),
  patient: both('patienten', 'the patient'),
};

const VALUES: Readonly<Record<string, Bilingual>> = {
  smoker: both('ryger', 'smoker'),
  'former-smoker': both('tidligere ryger', 'former smoker'),
  'never-smoker': both('aldrig ryger', 'never smoker'),
  completed: both('gennemført', 'completed'),
  stopped: both('stoppet', 'stopped'),
  transferred: both('overflyttet', 'transferred'),
  died: both('død', 'died'),
};

/** A coded value in a word. */
export function valueWord(value: string): Bilingual {
  return VALUES[value] ?? both(value, value);
}

/** A number as each language writes it. */
export function numberText(value: number): Bilingual {
  return both(String(value).replace('.', ','), String(value));
}

/** `180 dage`, `12 months`. */
export function spanText(span: Span): Bilingual {
  const length = Number.parseInt(span, 10);
  const one = length === 1;
  return span.endsWith('d')
    ? both(`${length} ${one ? 'dag' : 'dage'}`, `${length} ${one ? 'day' : 'days'}`)
    : both(`${length} ${one ? 'måned' : 'måneder'}`, `${length} ${one ? 'month' : 'months'}`);
}

/** `mindst 75 %`, `at most 5 %`. */
export function targetText({ direction, percent }: IndicatorDefinition['target']): Bilingual {
  const number = numberText(percent);
  return direction === 'at-least'
    ? both(`mindst ${number.da} %`, `at least ${number.en} %`)
    : both(`højst ${number.da} %`, `at most ${number.en} %`);
}
