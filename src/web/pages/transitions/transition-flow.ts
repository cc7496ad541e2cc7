import type { Bilingual, Language } from '../../../kernel/language';
import { percentText } from '../../../kernel/figures';
import { TRANSITION_COLUMN_WORDS } from '../../../kernel/words/transitions';
import { TRANSITION_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import type { Flow, FlowStep } from '../../parts/flow';
import type { Shapes } from '../../parts/shapes';

export type Counts = Shapes['ShownTransitions'];

/** A step from referral to end. */
export interface TransitionStep {
  readonly key: string;
  readonly name: Bilingual;
  /** The step it is a part of; undefined of the first. */
  readonly of?: Bilingual;
  readonly count: number;
  /** Of the referred; null where nobody was. */
  readonly percent: number | null;
}

/** What comes of a referral, in the order in which it is told. */
const STANDINGS = ['startedThere', 'startedInAnother', 'elsewhere', 'open', 'lost', 'unknown', 'excluded'] as const;
/** How a course ends that was started where referred to. */
const ENDINGS = ['completed', 'ongoing', 'stopped', 'transferred', 'died', 'departed'] as const;

/** The words stand beside every colour. */
const COLOURS: Readonly<Record<string, string>> = {
  referred: '#20558a',
  startedThere: '#1b7f5c',
  startedInAnother: '#4d8f2f',
  elsewhere: '#7a3e9d',
  open: '#a15c00',
  lost: '#b3261e',
  unknown: '#5b6673',
  excluded: '#8a94a0',
  completed: '#1b7f5c',
  ongoing: '#20558a',
  stopped: '#b3261e',
  transferred: '#7a3e9d',
  died: '#5b6673',
  departed: '#5b6673',
};

/** Every step with its count and its share of the referred. */
export function transitionSteps(counts: Counts): TransitionStep[] {
  const words = TRANSITION_COLUMN_WORDS;
  const step = (key: keyof typeof words, count: number, of?: Bilingual): TransitionStep => ({
    key,
    name: words[key] as Bilingual,
    ...(of && { of }),
    count,
    percent: counts.referred === 0 ? null : (100 * count) / counts.referred,
  });
  return [
    step('referred', counts.referred),
    ...STANDINGS.map((standing) => step(standing, counts[standing], words.referred)),
    ...ENDINGS.map((ending) => step(ending, counts.endings[ending], words.startedThere)),
  ];
}

/** The steps as a flow with its words in a language. */
export function transitionFlow(counts: Counts, language: Language): Flow {
  const steps = new Map(transitionSteps(counts).map((step) => [step.key, drawn(step, language)]));
  const some = (keys: readonly string[]): FlowStep[] =>
    keys.flatMap((key) => {
      const step = steps.get(key);
      return step === undefined ? [] : [step];
    });
  const [all] = some(['referred']) as [FlowStep];
  return { all, parts: some(STANDINGS), goesOn: 'startedThere', ends: some(ENDINGS) };
}

function drawn({ key, name, count, percent }: TransitionStep, language: Language): FlowStep {
  const label = WORDS.node({ name, count, percent: percentText(percent, language) })[language];
  return { key, label, value: count, colour: COLOURS[key] ?? '#5b6673' };
}
