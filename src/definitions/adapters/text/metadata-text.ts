import type { Descriptions } from '../../../kernel/contract-descriptions';
import type { DefinitionSet, IndicatorDefinition } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import { SECTOR_WORDS } from '../../../kernel/words/codes';
import type { Language } from '../../../kernel/language';
import { codeListsOf } from '../../domain/metadata/code-lists';
import { measuresOf, type MeasureMetadata } from '../../domain/metadata/measures';
import { METADATA_WORDS } from '../../../kernel/words/rules';
import { definitionText } from '../../domain/metadata/rule-text';

/** Everything described, as text in one language (Markdown). */
export function metadataText(basis: ReportBasis, said: Descriptions, language: Language): string {
  const { set, id } = basis;
  const say = (text: Bilingual): string => text[language];
  const mark = (provenance: string): string => (provenance === 'working' ? ` (${WORKING_LABEL})` : '');
  const section = (title: Bilingual, lines: readonly string[]): string[] => ['', `## ${say(title)}`, '', ...lines];
  const coded = (words: readonly { readonly code: string; readonly text: Bilingual }[]): string[] =>
    words.map(({ code, text }) => `- ${code}: ${say(text)}`);
  const indicators = [...set.indicators].sort((a, b) => a.number - b.number);
  return [
    `# ${say(set.title)}: ${id}${mark(set.provenance)}`,
    ...section(
      METADATA_WORDS.indicators,
      indicators.slice(0, 1).map((one) => say(definitionText(one, set).population)),
    ),
    '',
    ...indicators.flatMap((definition) => [
      `### ${definition.number} ${say(definition.title)} [${definition.key}]${mark(definition.provenance)}`,
      '',
      say(definition.description),
      '',
      ...sentencesOf(definition, set).map((text) => `- ${say(text)}`),
      '',
    ]),
    ...section(
      METADATA_WORDS.codeLists,
      codeListsOf(set).map(
        ({ key, title, system, match, codes, usedBy, provenance }) =>
          `- ${key} (${say(title)}, ${system}): ${codes.map((code) => (match === 'prefix' ? `${code}*` : code)).join(', ')}; ` +
          `${say(METADATA_WORDS.usedBy)} ${usedBy.join(', ')}${mark(provenance)}`,
      ),
    ),
    ...section(
      METADATA_WORDS.measures,
      measuresOf(set).map((measure) => `${measureText(measure, language)}${mark(measure.provenance)}`),
    ),
    ...section(METADATA_WORDS.rules, [
      say(said.ruleSource),
      '',
      ...said.rules.map((rule) => {
        const sectors = rule.sectors.map((sector) => SECTOR_WORDS[sector][language]).join(', ');
        return `- ${rule.id} ${say(rule.title)}${sectors === '' ? '' : ` (${sectors})`}: ${say(rule.text)}${mark(rule.provenance)}`;
      }),
    ]),
    ...section(METADATA_WORDS.sources, [
      ...said.sources.map(
        ({ scheme, title, identifier, channel, reports, never, provenance }) =>
          `- ${say(title)} [${scheme}], ${say(METADATA_WORDS.identifier)} ${say(identifier)}; ${say(METADATA_WORDS.channel)}: ${say(channel)}; ` +
          `${say(METADATA_WORDS.reports)}: ${say(reports)}; ${say(METADATA_WORDS.never)}: ${say(never)}${mark(provenance)}`,
      ),
      ...said.refusedSources.map(({ title, text, code }) => `- ${say(title)}: ${say(text)} [${code}]`),
    ]),
    ...section(METADATA_WORDS.outcomes, coded(said.outcomes)),
    ...section(METADATA_WORDS.reasons, coded(said.reasons)),
    ...section(METADATA_WORDS.findings, coded(said.findings)),
    ...section(METADATA_WORDS.rejections, coded(said.rejections)),
    '',
  ].join('\n');
}

/** `- hba1c (HbA1c): mmol/mol, 59261-8 (http://loinc.org); used by hba1c`. */
function measureText({ key, title, unit, codings, numbers, usedBy }: MeasureMetadata, language: Language): string {
  const coded = (list: MeasureMetadata['codings']): string[] => list.map(({ system, code }) => `${code} (${system})`);
  const said = [
    ...(unit === undefined ? [] : [unit]),
    ...coded(codings),
    ...numbers.map((number) => [number.title[language], ...coded(number.codings)].join(' ')),
  ];
  return `- ${key} (${title[language]})${said.length === 0 ? '' : `: ${said.join(', ')}`}; ${METADATA_WORDS.usedBy[language]} ${usedBy.join(', ')}`;
}

/** What is said of an indicator; the population is said once, before them all. */
function sentencesOf(definition: IndicatorDefinition, set: DefinitionSet): Bilingual[] {
  const { population: _population, ...text } = definitionText(definition, set);
  return Object.values(text);
}
