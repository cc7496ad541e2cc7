import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { Provenance } from '../../parts/provenance';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { completenessSection } from './completeness-section';
import { Downloads } from './downloads';
import { historySection } from './history-section';
import { sectionOf, Sections } from './sections';
import { SourceSection } from './source-section';

/** What is registered, by whom, how far it covers, how late it comes, what changed, and who answers for it. */
export async function metadataPage(visit: Visit): Promise<Page> {
  const { api } = visit;
  const index = await answered(api.GET('/api/v1/metadata', { params: { query: {} } }));
  const sources = await sectionOf(visit, 'sources');
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    main: (
      <>
        <Sections visit={visit} />
        <What visit={visit} index={index} />
        <SourceSection visit={visit} sources={sources} />
        {await completenessSection(visit, index)}
        <Delays visit={visit} />
        {await historySection(visit, index, sources)}
        <Responsible visit={visit} />
        <Downloads visit={visit} sections={index.sections} />
      </>
    ),
  };
}

function What({ visit, index }: { readonly visit: Visit; readonly index: Shapes['MetadataIndex'] }) {
  const { definition, indicators, label } = index;
  return (
    <section aria-labelledby="what">
      <h2 id="what">{say(visit, WORDS.what)}</h2>
      <p>{say(visit, WORDS.whatLead({ count: indicators.length, definition }))}</p>
      <p>{say(visit, WORDS.kept)}</p>
      <Provenance visit={visit} label={label} />
      <p>
        <a href="/definitioner">{say(visit, WORDS.definitions)}</a>
      </p>
    </section>
  );
}

/** How late what is known can be, and why. */
function Delays({ visit }: { readonly visit: Visit }) {
  return (
    <section aria-labelledby="delays">
      <h2 id="delays">{say(visit, WORDS.delays)}</h2>
      <ul>
        {[WORDS.delayWindow, WORDS.delaySources, WORDS.delayCorrections].map((text) => (
          <li>{say(visit, text)}</li>
        ))}
      </ul>
      {visit.may('listFeeds') ? (
        <p>
          <a href="/leveringer">{say(visit, WORDS.delayFeeds)}</a>
        </p>
      ) : undefined}
    </section>
  );
}

function Responsible({ visit }: { readonly visit: Visit }) {
  const texts = [
    WORDS.responsibleRegistry,
    WORDS.responsibleSources,
    WORDS.responsibleOperation,
    WORDS.responsiblePatients,
  ];
  return (
    <section aria-labelledby="responsible">
      <h2 id="responsible">{say(visit, WORDS.responsible)}</h2>
      <ul>
        {texts.map((text) => (
          <li>{say(visit, text)}</li>
        ))}
      </ul>
    </section>
  );
}
