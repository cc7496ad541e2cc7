import { dayText } from '../../../kernel/localised';
import { FROZEN_WORDS, STEP_TAKEN_WORDS, TAKE_STEP_WORDS } from '../../../kernel/words/frozen';
import { VIEW_WORDS } from '../../../kernel/words/shared';
import { viewNote } from '../../../kernel/figures';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { FaultSummary, type FieldFault } from '../../parts/fault-summary';
import { Facts } from '../../parts/fields';
import { momentText } from '../../parts/moments';
import type { Shapes } from '../../parts/shapes';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { Comments } from './comments';
import { FrozenTables } from './frozen-tables';
import { ReportDownloads } from './report-downloads';
import { ReportState } from './report-state';
import { periodText, reportTitle } from './report-words';
import { StepActions } from './step-actions';

/** What became of a step that was not taken, or of counting again. */
interface Outcome {
  readonly faults?: readonly FieldFault[];
  readonly refusal?: string;
  readonly reproduction?: Shapes['Reproduction'];
}

/** One frozen report: its state, what can be done, its tables, what the registry wrote, who did what. */
export async function reportPage(visit: Visit, { faults = [], refusal, reproduction }: Outcome = {}): Promise<Page> {
  const params = { path: { id: visit.params['id'] ?? '' } };
  const report = await answered(visit.api.GET('/api/v1/reports/{id}', { params }));
  const { content } = report;
  return {
    title: reportTitle(visit, report.question),
    crumbs: [{ title: say(visit, FROZEN_WORDS.title), href: '/rapporter' }],
    ...(faults.length > 0 || refusal !== undefined ? { status: refusal === undefined ? 400 : 409 } : undefined),
    main: (
      <>
        <FaultSummary heading={say(visit, TAKE_STEP_WORDS.faults)} faults={faults} />
        {refusal === undefined ? undefined : <Alert kind="error">{refusal}</Alert>}
        <Told visit={visit} />
        {reproduction === undefined ? undefined : <Reproduced visit={visit} reproduction={reproduction} />}
        <About visit={visit} report={report} />
        <StepActions visit={visit} report={report} faults={faults} />
        <FrozenTables visit={visit} content={content} />
        <Comments visit={visit} content={content} />
        <Steps visit={visit} report={report} />
        <ReportDownloads visit={visit} report={report} />
      </>
    ),
  };
}

/** Takes the step that was posted, as whoever posted it. */
export async function takeReportStep(visit: Visit): Promise<PageAnswer> {
  const step = postedText(visit, 'step');
  const note = postedText(visit, `note-${step}`);
  const params = { path: { id: visit.params['id'] ?? '' } };
  const by = visit.reader?.name ?? '';
  const body = note === '' ? { by } : { by, note };
  const { api } = visit;
  try {
    switch (step) {
      case 'approve':
        await answered(api.POST('/api/v1/reports/{id}/approve', { params, body }));
        return { to: addressOf(visit.path, { gjort: 'Approved' }) };
      case 'publish':
        await answered(api.POST('/api/v1/reports/{id}/publish', { params, body }));
        return { to: addressOf(visit.path, { gjort: 'Published' }) };
      case 'withdraw':
        if (note === '')
          return await reportPage(visit, { faults: [faultOf(step, say(visit, TAKE_STEP_WORDS.noReason))] });
        await answered(api.POST('/api/v1/reports/{id}/withdraw', { params, body: { by, reason: note } }));
        return { to: addressOf(visit.path, { gjort: 'Withdrawn' }) };
      default:
        return await reportPage(visit, {
          reproduction: await answered(api.GET('/api/v1/reports/{id}/reproduce', { params })),
        });
    }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.status === 400)
      return reportPage(visit, { faults: [faultOf(step, say(visit, TAKE_STEP_WORDS.unusableNote))] });
    if (error.status !== 409) throw error;
    const kind = error.problem.type?.split(':').at(-1) as 'second-person' | undefined;
    return reportPage(visit, { refusal: say(visit, TAKE_STEP_WORDS[kind ?? 'refused'] ?? TAKE_STEP_WORDS.refused) });
  }
}

const faultOf = (step: string, text: string): FieldFault => ({ field: `note-${step}`, text });

const DONE = ['Frozen', 'Approved', 'Published', 'Withdrawn'] as const;

function Told({ visit }: { readonly visit: Visit }) {
  const done = DONE.find((one) => one === visit.asked['gjort']);
  return done === undefined ? <></> : <Alert kind="success">{say(visit, TAKE_STEP_WORDS[`done${done}`])}</Alert>;
}

function Reproduced({ visit, reproduction }: { readonly visit: Visit; readonly reproduction: Shapes['Reproduction'] }) {
  const isSame = reproduction.outcome === 'same';
  return <Alert kind={isSame ? 'success' : 'warning'}>{say(visit, TAKE_STEP_WORDS[isSame ? 'same' : 'other'])}</Alert>;
}

interface Shown {
  readonly visit: Visit;
  readonly report: Shapes['FrozenReportInFull'];
}

function About({ visit, report: { question, state, digest, content } }: Shown) {
  const { language } = visit;
  const words = FROZEN_WORDS;
  const note = viewNote(question.view, language);
  return (
    <section aria-labelledby="about">
      <h2 id="about" class="h3">
        {say(visit, words.about)}
      </h2>
      <Facts
        facts={[
          [say(visit, words.state), <ReportState visit={visit} state={state} />],
          [say(visit, words.period), periodText(question.period.name, visit)],
          [say(visit, words.asOf), dayText(question.asOf)[language]],
          [say(visit, words.knownAt), momentText(question.knownAt, language)],
          [say(visit, words.view), [say(visit, VIEW_WORDS[question.view]), ...note].join('. ')],
          [
            say(visit, words.definition),
            content.label === undefined ? question.definition : `${question.definition}. ${say(visit, words.working)}`,
          ],
          [say(visit, words.digest), <code class="digest">{digest}</code>],
        ]}
      />
    </section>
  );
}

function Steps({ visit, report: { steps } }: Shown) {
  const words = FROZEN_WORDS;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say(visit, words.steps)}</h2>
      <DataTable
        caption={say(visit, words.steps)}
        isCaptionHidden
        rows={steps}
        columns={[
          { heading: say(visit, words.step), cell: ({ step }) => say(visit, STEP_TAKEN_WORDS[step]) },
          { heading: say(visit, words.who), cell: ({ by }) => by },
          { heading: say(visit, words.when), cell: ({ at }) => momentText(at, visit.language) },
          { heading: say(visit, words.note), cell: ({ note }) => note ?? '–' },
        ]}
      />
    </section>
  );
}
