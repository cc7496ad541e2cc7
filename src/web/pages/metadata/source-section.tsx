import { kindOfType } from '../../../kernel/event-kinds';
import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import { wordsText } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';
import { kindName } from '../sources/words-of';

type Source = Shapes['Sources']['sources'][number];

/** Who reports, what, how it is coded and by what a source is known. */
export function SourceSection({
  visit,
  sources: { sources, refusedSources },
}: {
  readonly visit: Visit;
  readonly sources: Shapes['Sources'];
}) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{say(visit, WORDS.sources)}</h2>
      <DataTable
        caption={say(visit, WORDS.sourcesCaption)}
        rows={sources}
        columns={[
          { heading: say(visit, WORDS.source), cell: (source) => <Named visit={visit} source={source} /> },
          { heading: say(visit, WORDS.reports), cell: ({ reports }) => wordsText(visit, reports) },
          { heading: say(visit, WORDS.channel), cell: ({ channel }) => wordsText(visit, channel) },
          { heading: say(visit, WORDS.events), cell: (source) => <Events visit={visit} source={source} /> },
          { heading: say(visit, WORDS.never), cell: ({ never }) => wordsText(visit, never) },
          { heading: say(visit, WORDS.known), cell: ({ identifier }) => wordsText(visit, identifier) },
        ]}
      />
      <h3>{say(visit, WORDS.refused)}</h3>
      <ul>
        {refusedSources.map(({ title, text }) => (
          <li>
            {wordsText(visit, title)}: {wordsText(visit, text)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Named({
  visit,
  source: { title, scheme, organisations },
}: {
  readonly visit: Visit;
  readonly source: Source;
}) {
  return (
    <>
      {wordsText(visit, title)} <small>{scheme}</small>
      {organisations === undefined ? undefined : (
        <small>{say(visit, WORDS.organisationCount({ count: organisations }))}</small>
      )}
    </>
  );
}

function Events({ visit, source: { events } }: { readonly visit: Visit; readonly source: Source }) {
  return (
    <ul class="reasons">
      {events
        .flatMap((type) => kindOfType(type) ?? [])
        .map((kind) => (
          <li>
            <a href={`/metadata/datakatalog#${kind}`}>{kindName(visit, kind)}</a>
          </li>
        ))}
    </ul>
  );
}
