import type { Descriptions } from '../../../kernel/contract-descriptions';
import type { IndicatorDefinition, Provenance } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import type { Hospital, OrganisationList } from '../../../kernel/organisation-list';
import { unitOrderOf } from '../../../kernel/unit-order';
import { EVENT_KINDS, schemeOfKind, typeOfKind } from '../../../kernel/event-kinds';
import { spelledRules, type SpelledRules } from '../../../kernel/measures';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import { codeListsOf } from './code-lists';
import { measuresOf } from './measures';
import type { Labelled, MetadataIndex, SectionMetadata, SourcesSection } from './described';
import { definitionText, type DefinitionText } from './rule-text';

/** One indicator described from its definition. */
export interface IndicatorMetadata extends Labelled {
  readonly key: string;
  readonly number: number;
  readonly definition: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly kind: 'evidence' | 'value';
  /** Made from the rules, sentence by sentence. */
  readonly text: DefinitionText;
  readonly codeLists: readonly string[];
  /** The rules themselves, as the program decides by them: what a measure means instead of its name. */
  readonly rule: SpelledRules & Pick<IndicatorDefinition, 'window' | 'sources' | 'target' | 'findingsOf'>;
}

const labelOf = (provenance: Provenance): { label?: string } =>
  provenance === 'working' ? { label: WORKING_LABEL } : {};

/** What was said of something, with the label of a working definition where it is one. */
export const labelled = <T extends { readonly provenance: Provenance }>(said: T): T & Labelled => ({
  ...said,
  ...labelOf(said.provenance),
});

/** One indicator of a set. */
export function indicatorMetadata(
  definition: IndicatorDefinition,
  { id, set }: Pick<ReportBasis, 'id' | 'set'>,
): IndicatorMetadata {
  const { key, number, title, description, provenance } = definition;
  const { window, sources, target, findingsOf } = definition;
  const { denominator, evidence, value } = spelledRules(definition, set.measures);
  return labelled({
    ...{ key, number, definition: id, title, description, provenance },
    kind: evidence === undefined ? ('value' as const) : ('evidence' as const),
    text: definitionText(definition, set),
    codeLists: codeListsOf(set).flatMap((list) => (list.usedBy.includes(key) ? [list.key] : [])),
    rule: {
      ...{ window, denominator, sources, target },
      ...(evidence === undefined ? undefined : { evidence }),
      ...(value === undefined ? undefined : { value }),
      ...(findingsOf === undefined ? undefined : { findingsOf }),
    },
  });
}

/** What there is to read, and the set and policies in force. */
export function metadataIndex({ id, set, policy }: ReportBasis): MetadataIndex {
  return labelled({
    ...{ definition: id, title: set.title, validFrom: set.validFrom, provenance: set.provenance },
    languages: ['da', 'en'],
    policies: Object.entries(set.policies).map(([name, { title, options }]) => ({
      ...{ name, title, chosen: policy[name] },
      options: Object.entries(options).map(([option, { text }]) => ({ option, text })),
    })),
    indicators: [...set.indicators]
      .sort((a, b) => a.number - b.number)
      .map(({ key, number, title, provenance }) =>
        labelled({ key, number, title, provenance, href: `/api/v1/metadata/indicators/${key}` }),
      ),
    sections: SECTIONS.map((section) => ({ section, href: `/api/v1/metadata/${section}` })),
  });
}

/** What is described beside the indicators. */
export const SECTIONS = ['code-lists', 'measures', 'rules', 'sources', 'reasons', 'words'] as const;
export type Section = (typeof SECTIONS)[number];

/** One section in full. */
export function sectionMetadata(section: Section, basis: ReportBasis, said: Descriptions): SectionMetadata {
  switch (section) {
    case 'code-lists':
      return { definition: basis.id, codeLists: codeListsOf(basis.set).map(labelled) };
    case 'measures':
      return { definition: basis.id, measures: measuresOf(basis.set).map(labelled) };
    case 'rules':
      return { source: said.ruleSource, rules: said.rules.map(labelled) };
    case 'sources':
      return sourcesMetadata(basis, said);
    case 'reasons':
      return { reasons: said.reasons };
    case 'words':
      return { outcomes: said.outcomes, reasons: said.reasons, findings: said.findings, rejections: said.rejections };
  }
}

/** Who reports, with the events each may send and the organisations known of each kind. */
function sourcesMetadata({ organisations }: ReportBasis, said: Descriptions): SourcesSection {
  const known: Readonly<Record<string, number>> = {
    hospital: organisations.hospitals.size,
    danheart: organisations.hospitals.size,
    municipality: organisations.municipalities.size,
  };
  return {
    sources: said.sources.map((source) =>
      labelled({
        ...source,
        events: EVENT_KINDS.filter((kind) => schemeOfKind(kind) === source.scheme).map(typeOfKind),
        ...(known[source.scheme] === undefined ? undefined : { organisations: known[source.scheme] }),
      }),
    ),
    refusedSources: said.refusedSources.map(labelled),
    rejections: said.rejections,
    organisations: {
      regions: [...organisations.regions.values()].map(({ code, name, validFrom, validTo, provenance }) =>
        labelled({ id: `region:${code}`, name, validFrom, validTo, provenance }),
      ),
      hospitals: hospitalsInOrder(organisations).map(({ sor, name, region, validFrom, validTo }) =>
        labelled({ id: `hospital:${sor}`, name, region, validFrom, validTo, provenance: 'working' as const }),
      ),
      municipalities: [...organisations.municipalities.values()].map(({ code, name, region, validFrom, validTo }) => ({
        ...{ id: `municipality:${code}`, name, region, validFrom, validTo },
      })),
    },
  };
}

/** As they are listed everywhere: by region and name. */
function hospitalsInOrder(organisations: OrganisationList): Hospital[] {
  const order = unitOrderOf(organisations);
  return [...organisations.hospitals.values()].sort((a, b) => order(`hospital:${a.sor}`, `hospital:${b.sor}`));
}
