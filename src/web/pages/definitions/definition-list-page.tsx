import { dayText } from '../../../kernel/localised';
import { DEFINITION_PAGE_WORDS as WORDS, PROPOSAL_STEP_TAKEN_WORDS } from '../../../kernel/words/definitions';
import { DataTable } from '../../parts/data-table';
import { Facts } from '../../parts/fields';
import { wordsText } from '../../parts/meaning';
import { momentText } from '../../parts/moments';
import { Provenance } from '../../parts/provenance';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { sentenceChanges } from './definition-changes';
import { Meanings } from './meanings';
import { Standing } from './standing';
import { before, fullOf, pageOf, type Entry } from './versions';

/** The definition in force, read by everyone; to the registry every version with its steps, and the way to propose one. */
export async function definitionListPage(visit: Visit): Promise<Page> {
  const { api } = visit;
  const index = await answered(api.GET('/api/v1/metadata', { params: { query: {} } }));
  const [meanings, section] = await Promise.all([
    Promise.all(
      index.indicators.map(({ key }) =>
        answered(api.GET('/api/v1/metadata/indicators/{key}', { params: { path: { key }, query: {} } })),
      ),
    ),
    answered(api.GET('/api/v1/metadata/{section}', { params: { path: { section: 'code-lists' }, query: {} } })),
  ]);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    main: (
      <>
        {visit.may('proposeDefinition') ? (
          <p class="ways">
            <a class="button button-primary" href="/definitioner/ny">
              {say(visit, WORDS.propose)}
            </a>
          </p>
        ) : undefined}
        <InForce visit={visit} index={index} />
        {visit.may('listDefinitions') ? await history(visit) : undefined}
        <Meanings visit={visit} meanings={meanings} codeLists={(section as Shapes['CodeLists']).codeLists} />
      </>
    ),
  };
}

function InForce({ visit, index }: { readonly visit: Visit; readonly index: Shapes['MetadataIndex'] }) {
  const choices = index.policies.flatMap(({ title, chosen, options }) =>
    options
      .filter(({ option }) => option === chosen)
      .map(({ text }) => say(visit, WORDS.choice({ title: wordsText(visit, title), text: wordsText(visit, text) }))),
  );
  return (
    <section aria-labelledby="in-force">
      <h2 id="in-force">{say(visit, WORDS.inForce)}</h2>
      <Facts
        facts={[
          [say(visit, WORDS.definition), `${wordsText(visit, index.title)} (${index.definition})`],
          [say(visit, WORDS.validFrom), say(visit, dayText(index.validFrom))],
          [say(visit, WORDS.provenance), <Provenance visit={visit} label={index.label} />],
          ...choices.map((choice) => [say(visit, WORDS.choices), choice] as const),
        ]}
      />
      <p>
        <a href="/metadata">{say(visit, WORDS.metadata)}</a>
      </p>
    </section>
  );
}

/** Of so many of the latest versions it is told what they changed; of the others on their own pages. */
const TOLD = 12;

/** Every version, the latest first: where it stands, who did what when, and what it says otherwise than the one before. */
async function history(visit: Visit) {
  const { definitions } = await answered(visit.api.GET('/api/v1/definitions'));
  const told = definitions.slice(-TOLD).map(({ definition }) => definition);
  const needed = new Set([...told, ...told.flatMap((definition) => before(definition, definitions) ?? [])]);
  const fulls = new Map(
    await Promise.all([...needed].map(async (definition) => [definition, await fullOf(visit, definition)] as const)),
  );
  const changesOf = (entry: Entry): string[] => {
    const [after, earlier] = [fulls.get(entry.definition), fulls.get(before(entry.definition, definitions) ?? '')];
    if (after === undefined || earlier === undefined) return [];
    return sentenceChanges(earlier, after).map(({ indicator, after: said, before: was }) => {
      const of = indicator === undefined ? say(visit, WORDS.all) : `${indicator.number} ${say(visit, indicator.title)}`;
      const sentence = said ?? was;
      return sentence === undefined ? of : `${of}: ${say(visit, sentence)}`;
    });
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(visit, WORDS.history)}</h2>
      <p>{say(visit, WORDS.historyHint)}</p>
      <DataTable
        caption={say(visit, WORDS.history)}
        isCaptionHidden
        rows={[...definitions].reverse()}
        columns={[
          {
            heading: say(visit, WORDS.version),
            cell: ({ definition }) => <a href={pageOf(definition)}>{definition}</a>,
          },
          { heading: say(visit, WORDS.standing), cell: (entry) => <Standing visit={visit} entry={entry} /> },
          { heading: say(visit, WORDS.who), cell: (entry) => <Steps visit={visit} entry={entry} /> },
          {
            heading: say(visit, WORDS.changes),
            cell: (entry) => <Lines lines={changesOf(entry)} />,
          },
        ]}
      />
    </section>
  );
}

function Steps({ visit, entry: { steps } }: { readonly visit: Visit; readonly entry: Entry }) {
  if (steps.length === 0) return <>{say(visit, WORDS.given)}</>;
  return (
    <Lines
      lines={steps.map(
        ({ step, by, at }) =>
          `${say(visit, PROPOSAL_STEP_TAKEN_WORDS[step])}: ${by}, ${momentText(at, visit.language)}`,
      )}
    />
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <>–</>;
  return (
    <ul class="reasons">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
