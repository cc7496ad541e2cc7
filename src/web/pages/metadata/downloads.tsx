import { METADATA_PAGE_WORDS as WORDS, METADATA_SECTION_WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

interface File {
  readonly href: string;
  readonly format: string;
  readonly describes: string;
}

/** Everything that is told here as files, for programs and spreadsheets. */
export function Downloads({
  visit,
  sections,
}: {
  readonly visit: Visit;
  readonly sections: Shapes['MetadataIndex']['sections'];
}) {
  const files: File[] = [
    { href: '/metadata/datakatalog.csv', format: 'CSV', describes: say(visit, WORDS.dictionaryFile) },
    { href: '/api/v1/metadata', format: 'JSON', describes: say(visit, WORDS.metadataFile) },
    ...sections.map(({ section, href }) => ({ href, format: 'JSON', describes: sectionText(visit, section) })),
    { href: '/api/v1/measures', format: 'FHIR R4 JSON', describes: say(visit, WORDS.measuresFile) },
    { href: '/contracts', format: 'JSON Schema', describes: say(visit, WORDS.schemasFile) },
    { href: '/contracts/asyncapi.yaml', format: 'YAML', describes: say(visit, WORDS.asyncApiFile) },
    { href: '/docs', format: 'HTML', describes: say(visit, WORDS.apiFile) },
  ];
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{say(visit, WORDS.downloads)}</h2>
      <p>{say(visit, WORDS.downloadsHint)}</p>
      <DataTable
        caption={say(visit, WORDS.downloads)}
        isCaptionHidden
        rows={files}
        columns={[
          { heading: say(visit, WORDS.describes), cell: ({ href, describes }) => <a href={href}>{describes}</a> },
          { heading: say(visit, WORDS.format), cell: ({ format }) => format },
          { heading: say(visit, WORDS.file), cell: ({ href }) => <code>{href}</code> },
        ]}
      />
    </section>
  );
}

function sectionText(visit: Visit, section: string): string {
  const isKnown = Object.hasOwn(METADATA_SECTION_WORDS, section);
  const name = isKnown ? METADATA_SECTION_WORDS[section as keyof typeof METADATA_SECTION_WORDS] : section;
  return say(visit, WORDS.sectionFile({ name }));
}
