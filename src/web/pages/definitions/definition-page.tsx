import { dayText } from '../../../kernel/localised';
import {
  DEFINITION_PAGE_WORDS as WORDS,
  PROPOSAL_DECISION_WORDS as DECIDE,
  PROPOSAL_STEP_TAKEN_WORDS,
  TRIAL_PAGE_WORDS,
} from '../../../kernel/words/definitions';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { FaultSummary, type FieldFault } from '../../parts/fault-summary';
import { Facts } from '../../parts/fields';
import { momentText } from '../../parts/moments';
import { Provenance } from '../../parts/provenance';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { ChangeTables } from './change-tables';
import { DecisionForms } from './decision-forms';
import { Meanings } from './meanings';
import { personsOf } from './outcome-changes';
import { Standing } from './standing';
import { trialOf } from './trial-section';
import { before, fullOf, partsOf, type Full } from './versions';

/** What became of a step that was not taken. */
interface Outcome {
  readonly faults?: readonly FieldFault[];
  readonly refusal?: string;
}

/** One version of the definitions: where it stands, what it changes, what a trial showed, and the way to decide it. */
export async function definitionPage(visit: Visit, { faults = [], refusal }: Outcome = {}): Promise<Page> {
  const { set = '', version = '' } = visit.params;
  const full = await fullOf(visit, `${set}/${version}`);
  const { definitions } = await answered(visit.api.GET('/api/v1/definitions'));
  const earlier = before(full.definition, definitions);
  const compared = earlier === undefined ? undefined : await fullOf(visit, earlier);
  const isProposal = full.standing !== 'given';
  const trial = isProposal ? await trialOf(visit, full, faults) : undefined;
  return {
    title: say(visit, WORDS.titleOf({ definition: full.definition })),
    lead: say(visit, full.set.title),
    crumbs: [{ title: say(visit, WORDS.title), href: '/definitioner' }],
    ...(faults.length > 0 || refusal !== undefined ? { status: refusal === undefined ? 400 : 409 } : undefined),
    main: (
      <>
        <FaultSummary heading={say(visit, DECIDE.faults)} faults={faults} />
        {refusal === undefined ? undefined : <Alert kind="error">{refusal}</Alert>}
        <Told visit={visit} full={full} />
        <Contents visit={visit} full={full} isCompared={compared !== undefined} />
        <About visit={visit} full={full} />
        {isProposal ? <StepsTaken visit={visit} full={full} /> : undefined}
        {compared === undefined ? undefined : (
          <section aria-labelledby="changes">
            <h2 id="changes">{say(visit, WORDS.changedFrom({ definition: compared.definition }))}</h2>
            <ChangeTables visit={visit} before={compared} after={full} />
          </section>
        )}
        {trial?.section}
        {trial === undefined ? undefined : await personsOf(visit, full, trial.last)}
        {isProposal ? <DecisionForms visit={visit} entry={full} faults={faults} /> : undefined}
        <Meanings visit={visit} meanings={full.meanings} codeLists={full.codeLists} />
        <Written visit={visit} full={full} />
      </>
    ),
  };
}

/** Where on the page is what; whoever decides finds the way to do it without passing long tables. */
function Contents({
  visit,
  full: { standing, definition },
  isCompared,
}: {
  readonly visit: Visit;
  readonly full: Full;
  readonly isCompared: boolean;
}) {
  const isOpen = standing === 'proposed' || standing === 'tried';
  const places = [
    ...(isCompared ? [{ at: 'changes', title: WORDS.changes }] : []),
    ...(standing === 'given' ? [] : [{ at: 'trial', title: TRIAL_PAGE_WORDS.heading }]),
    ...(isOpen && visit.may('approveDefinition') ? [{ at: 'decide', title: DECIDE.heading }] : []),
    { at: 'meanings', title: WORDS.meanings },
  ];
  return (
    <nav class="on-page" aria-label={`${say(visit, WORDS.contents)}: ${definition}`}>
      <ul>
        {places.map(({ at, title }) => (
          <li>
            <a href={`#${at}`}>{say(visit, title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const DONE = ['Proposed', 'Tried', 'Approved', 'Rejected'] as const;

function Told({ visit, full: { definition } }: { readonly visit: Visit; readonly full: Full }) {
  const done = DONE.find((one) => one === visit.asked['gjort']);
  if (done === undefined) return <></>;
  return (
    <Alert kind="success">
      {say(visit, done === 'Proposed' ? DECIDE.doneProposed({ definition }) : DECIDE[`done${done}`])}
    </Alert>
  );
}

function About({ visit, full }: { readonly visit: Visit; readonly full: Full }) {
  return (
    <Facts
      facts={[
        [say(visit, WORDS.standing), <Standing visit={visit} entry={full} />],
        [say(visit, WORDS.validFrom), say(visit, dayText(full.set.validFrom))],
        [say(visit, WORDS.provenance), <Provenance visit={visit} label={full.label} />],
        ...(full.digest === undefined
          ? []
          : [[say(visit, WORDS.digest), <code class="digest">{full.digest}</code>] as const]),
      ]}
    />
  );
}

function StepsTaken({ visit, full: { steps } }: { readonly visit: Visit; readonly full: Full }) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say(visit, WORDS.stepsTaken)}</h2>
      <DataTable
        caption={say(visit, WORDS.stepsTaken)}
        isCaptionHidden
        rows={steps}
        columns={[
          { heading: say(visit, WORDS.step), cell: ({ step }) => say(visit, PROPOSAL_STEP_TAKEN_WORDS[step]) },
          { heading: say(visit, WORDS.by), cell: ({ by }) => by },
          { heading: say(visit, WORDS.at), cell: ({ at }) => momentText(at, visit.language) },
          { heading: say(visit, WORDS.note), cell: ({ note }) => note ?? '–' },
        ]}
      />
    </section>
  );
}

/** The definition as it was handed in; of one that came with the program as it is kept. */
function Written({ visit, full: { text, set, definition } }: { readonly visit: Visit; readonly full: Full }) {
  return (
    <details class="details">
      <summary class="details-summary">{say(visit, WORDS.written)}</summary>
      <div class="details-text">
        <pre class="written" tabIndex={0} role="region" aria-label={partsOf(definition).set}>
          {text ?? JSON.stringify(set, null, 2)}
        </pre>
      </div>
    </details>
  );
}
