import type { Bilingual, DefinitionSet, IndicatorDefinition } from '../../../kernel/definition';
import { denominatorText } from './denominator-text';
import { fulfilledText } from './fulfilled-text';
import { both, joined, listed, numberText, SECTOR_NOUNS, spanText, targetText } from './rule-words';

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
  const codes = (prefixes: readonly string[]): string => prefixes.map((prefix) => `${prefix}*`).join(', ');
  const [ami, pci, cabg] = [diagnoses.ami, procedures.pci, procedures.cabg].map(codes);
  return both(
    `Personer på mindst ${adultAge} år på indeksdagen efter akut myokardieinfarkt (${ami}), PCI (${pci}) eller CABG (${cabg}) ` +
      `med iskæmisk hjertesygdom (${codes(diagnoses.ihd)}). Et nyt forløb begynder ved en hændelse mere end ${nextPathwayAfterDays} dage efter indeksdagen.`,
    `Persons aged at least ${adultAge} on the index day after acute myocardial infarction (${ami}), PCI (${pci}) or CABG (${cabg}) ` +
      `with ischaemic heart disease (${codes(diagnoses.ihd)}). A new pathway begins with an event more than ${nextPathwayAfterDays} days after the index day.`,
  );
}

function windowText({ window, evidence }: IndicatorDefinition): Bilingual {
  const span = spanText(window);
  const then =
    evidence === undefined
      ? both('uden en værdi er den derefter uoplyst', 'without a value it is unknown after that')
      : both(
          'uden registrering er den derefter ikke opfyldt, hvis kilderne har leveret, ellers uoplyst',
          'without a record it is not met after that if the sources delivered, else unknown',
        );
  return both(
    `Vinduet går fra indeksdagen til og med ${span.da} efter; ${then.da}.`,
    `The window runs from the index day through ${span.en} after it; ${then.en}.`,
  );
}

function sourcesText({ sources }: IndicatorDefinition, { troubleDays }: DefinitionSet): Bilingual {
  const list = listed(
    sources.map((source) => SECTOR_NOUNS[source]),
    'and',
  );
  const watched = sources.filter((source) => source !== 'general-practice').map((source) => SECTOR_NOUNS[source]);
  const who = watched.length === sources.length ? both('en af dem', 'one of them') : listed(watched, 'or');
  return joined(
    [
      both(`Kilder: ${list.da}.`, `Sources: ${list.en}.`),
      ...(watched.length === 0
        ? []
        : [
            both(
              `Har ${who.da} ikke leveret i mindst ${troubleDays} dage af vinduet, siges det ved afgørelsen.`,
              `If ${who.en} did not deliver on at least ${troubleDays} days of the window, the decision says so.`,
            ),
          ]),
      ...(watched.length === sources.length ? [] : [UNWATCHED]),
    ],
    ' ',
  );
}

/** Nobody says which practice a patient has, so its silence cannot be told from its having nothing to report. */
const UNWATCHED = both(
  'Om patientens praksis har leveret, vides ikke.',
  'Whether the patient’s practice delivered is not known.',
);

function levelsText({ target }: IndicatorDefinition): Bilingual {
  const aim = targetText(target);
  const [high, moderate] = [numberText(target.levels.high), numberText(target.levels.moderate)];
  return target.direction === 'at-least'
    ? both(
        `Mål: ${aim.da}. Høj målopfyldelse fra ${high.da} %, moderat fra ${moderate.da} %, ellers lav.`,
        `Target: ${aim.en}. High goal attainment from ${high.en} %, moderate from ${moderate.en} %, else low.`,
      )
    : both(
        `Mål: ${aim.da}. Høj målopfyldelse til og med ${high.da} %, moderat til og med ${moderate.da} %, ellers lav.`,
        `Target: ${aim.en}. High goal attainment up to ${high.en} %, moderate up to ${moderate.en} %, else low.`,
      );
}
