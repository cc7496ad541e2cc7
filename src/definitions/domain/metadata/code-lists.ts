import type {
  DefinitionSet,
  FactSelector,
  IndicatorDefinition,
  Provenance,
  SelectedFacts,
} from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { ATC, NPU, SKS, SKS_DIAGNOSES as DIAGNOSES } from '../../../kernel/code-systems';
import { fulfillingSelectors, spelledOut } from '../../../kernel/measures';
import { CODE_LIST_WORDS } from '../../../kernel/words/rules';

/** Codes with a common meaning, and which indicators or which part of the population stand on them. */
export interface CodeList {
  readonly key: string;
  readonly title: Bilingual;
  /** The code system as a URI. */
  readonly system: string;
  /** `prefix`: children inherit; `exact`: these codes alone. */
  readonly match: 'prefix' | 'exact';
  readonly codes: readonly string[];
  readonly usedBy: readonly string[];
  readonly provenance: Provenance;
}

const POPULATION_LISTS: readonly {
  readonly key: keyof typeof CODE_LIST_WORDS;
  readonly system: string;
  readonly codes: (set: DefinitionSet) => readonly string[];
}[] = [
  {
    ...{ key: 'diagnoses-ihd', system: DIAGNOSES },
    codes: ({ population }) => population.diagnoses.ihd,
  },
  {
    ...{ key: 'diagnoses-ami', system: DIAGNOSES },
    codes: ({ population }) => population.diagnoses.ami,
  },
  {
    ...{ key: 'diagnoses-observation', system: DIAGNOSES },
    codes: ({ population }) => population.diagnoses.observation,
  },
  {
    ...{ key: 'procedures-pci', system: SKS },
    codes: ({ population }) => population.procedures.pci,
  },
  {
    ...{ key: 'procedures-cabg', system: SKS },
    codes: ({ population }) => population.procedures.cabg,
  },
  {
    ...{ key: 'services-participation', system: SKS },
    codes: ({ population }) => population.services.participation,
  },
  {
    ...{ key: 'services-diet', system: SKS },
    codes: ({ population }) => population.services.diet,
  },
  {
    ...{ key: 'services-smoking-cessation', system: SKS },
    codes: ({ population }) => population.services['smoking-cessation'],
  },
];

/** Every code list of a definition set: those of the population, and those an indicator brings with it. */
export function codeListsOf(set: DefinitionSet): CodeList[] {
  return [
    ...POPULATION_LISTS.map(({ key, system, codes }) => ({
      ...{ key, title: CODE_LIST_WORDS[key], system, match: 'prefix' as const, codes: codes(set) },
      usedBy: usersOf(key, set),
      provenance: set.provenance,
    })),
    ...set.indicators.flatMap((definition) =>
      selectorsOf(definition).flatMap((selector) => listsOf(spelledOut(selector, set.measures), definition)),
    ),
  ];
}

/** A service's list is used by the indicators that read that service, any other by the population. */
function usersOf(key: string, { indicators }: DefinitionSet): readonly string[] {
  const service = /^services-(.*)$/.exec(key)?.[1];
  if (service === undefined) return ['population'];
  return indicators
    .filter((definition) => selectorsOf(definition).some(({ fact }) => fact === service))
    .map((definition) => definition.key);
}

function listsOf({ atc, npu }: SelectedFacts, { key, title, provenance }: IndicatorDefinition): CodeList[] {
  const shared = { title, usedBy: [key], provenance };
  return [
    ...(atc === undefined ? [] : [{ ...shared, key: `${key}-atc`, system: ATC, match: 'prefix' as const, codes: atc }]),
    ...(npu === undefined ? [] : [{ ...shared, key: `${key}-npu`, system: NPU, match: 'exact' as const, codes: npu }]),
  ];
}

/** The selectors an indicator stands on: of its denominator and of what fulfils it. */
export function selectorsOf(definition: IndicatorDefinition): readonly FactSelector[] {
  const { denominator } = definition;
  return [...(denominator.rule === 'fact' ? [denominator.of] : []), ...fulfillingSelectors(definition)];
}
