import type { Bilingual } from '../../../kernel/language';
import type { Day } from '../../../kernel/day';
import type { Provenance } from '../../../kernel/definition';
import type { Descriptions } from '../../../kernel/contract-descriptions';
import type { CodeList } from './code-lists';
import type { MeasureMetadata } from './measures';

/** What a working definition carries wherever a person sees it. */
export interface Labelled {
  readonly provenance: Provenance;
  readonly label?: string;
}

/** What there is to read, and the set and policies in force. */
export interface MetadataIndex extends Labelled {
  readonly definition: string;
  readonly title: Bilingual;
  readonly validFrom: Day;
  readonly languages: readonly string[];
  readonly policies: readonly {
    readonly name: string;
    readonly title: Bilingual;
    readonly chosen: string | undefined;
    readonly options: readonly { readonly option: string; readonly text: Bilingual }[];
  }[];
  readonly indicators: readonly (Labelled & {
    readonly key: string;
    readonly number: number;
    readonly title: Bilingual;
    readonly href: string;
  })[];
  readonly sections: readonly { readonly section: string; readonly href: string }[];
}

/** Code lists of the set in force. */
export interface CodeListsSection {
  readonly definition: string;
  readonly codeLists: readonly (CodeList & Labelled)[];
}

/** Measures of the set in force. */
interface MeasuresSection {
  readonly definition: string;
  readonly measures: readonly (MeasureMetadata & Labelled)[];
}

interface RulesSection {
  readonly source: Descriptions['ruleSource'];
  readonly rules: readonly (Descriptions['rules'][number] & Labelled)[];
}

interface DescribedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly region?: string;
  readonly validFrom: Day;
  readonly validTo?: Day | undefined;
}

/** Who reports, and the organisations known of each kind. */
export interface SourcesSection {
  readonly sources: readonly (Descriptions['sources'][number] &
    Labelled & { readonly events: readonly string[]; readonly organisations?: number })[];
  readonly refusedSources: readonly (Descriptions['refusedSources'][number] & Labelled)[];
  readonly rejections: Descriptions['rejections'];
  readonly organisations: {
    readonly regions: readonly (DescribedOrganisation & Labelled)[];
    readonly hospitals: readonly (DescribedOrganisation & Labelled)[];
    readonly municipalities: readonly DescribedOrganisation[];
  };
}

interface ReasonsSection {
  readonly reasons: Descriptions['reasons'];
}

type WordsSection = Pick<Descriptions, 'outcomes' | 'reasons' | 'findings' | 'rejections'>;

/** A section in full. */
export type SectionMetadata =
  CodeListsSection | MeasuresSection | RulesSection | SourcesSection | ReasonsSection | WordsSection;
