import type { DefinitionSet, IndicatorDefinition } from '../../../kernel/definition';
import { joined, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { ORIGIN_WORDS, RULE_WORDS } from '../../../kernel/words/rules';
import { denominatorText } from './denominator-text';
import { fulfilledText } from './fulfilled-text';
import { prefixesText, spanText, targetText } from './rule-words';

/** What a definition says, sentence by sentence, made from its rules: another rule gives another text. */
export interface DefinitionText {
  readonly population: Bilingual;
  readonly denominator: Bilingual;
  readonly fulfilled: Bilingual;
  readonly window: Bilingual;
  readonly sources: Bilingual;
  readonly target: Bilingual;
}

/** The sentences of one indicator of a set. */
export function definitionText(definition: IndicatorDefinition, set: DefinitionSet): DefinitionText {
  return {
    population: populationText(set),
    denominator: denominatorText(definition.denominator, set),
    fulfilled: fulfilledText(definition, set),
    window: windowText(definition),
    sources: sourcesText(definition, set),
    target: levelsText(definition),
  };
}

function populationText({
  population: { adultAge, nextPathwayAfterDays, diagnoses, procedures },
}: DefinitionSet): Bilingual {
  return RULE_WORDS.population({
    ...{ age: adultAge, days: nextPathwayAfterDays },
    ...{ ami: prefixesText(diagnoses.ami), ihd: prefixesText(diagnoses.ihd) },
    ...{ pci: prefixesText(procedures.pci), cabg: prefixesText(procedures.cabg) },
  });
}

function windowText({ window, evidence }: IndicatorDefinition): Bilingual {
  const span = spanText(window);
  return evidence === undefined ? RULE_WORDS.valueWindow({ span }) : RULE_WORDS.evidenceWindow({ span });
}

/** Nobody says which practice a patient has, so its silence cannot be told from its having nothing to report. */
function sourcesText({ sources }: IndicatorDefinition, { troubleDays }: DefinitionSet): Bilingual {
  const named = sources.map((source) => ORIGIN_WORDS[source]);
  const watched = sources.filter((source) => source !== 'general-practice').map((source) => ORIGIN_WORDS[source]);
  const areAllWatched = watched.length === sources.length;
  const who = areAllWatched ? RULE_WORDS.oneOfThem : listed(watched, 'or');
  return joined(
    [
      RULE_WORDS.sources({ sources: listed(named, 'and') }),
      ...(watched.length === 0 ? [] : [RULE_WORDS.silent({ who, days: troubleDays })]),
      ...(areAllWatched ? [] : [RULE_WORDS.unwatched]),
    ],
    ' ',
  );
}

function levelsText({ target }: IndicatorDefinition): Bilingual {
  const said = { target: targetText(target), high: target.levels.high, moderate: target.levels.moderate };
  return target.direction === 'at-least' ? RULE_WORDS.highFrom(said) : RULE_WORDS.highTo(said);
}
