import { FROZEN_WORDS } from '../../../kernel/words/frozen';
import { VIEW_WORDS } from '../../../kernel/words/shared';
import { DataTable } from '../../parts/data-table';
import { momentText } from '../../parts/moments';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { ReportState } from './report-state';
import { reportTitle } from './report-words';

/** Every frozen report the reader may see, the latest first, and what can be done with reports. */
export async function reportListPage(visit: Visit): Promise<Page> {
  const { reports } = await answered(visit.api.GET('/api/v1/reports'));
  return {
    title: say(visit, FROZEN_WORDS.title),
    lead: say(visit, FROZEN_WORDS.lead),
    main: (
      <>
        <Ways visit={visit} />
        <ReportTable visit={visit} reports={[...reports].reverse()} />
      </>
    ),
  };
}

function Ways({ visit }: { readonly visit: Visit }) {
  const ways = [
    { operation: 'freezeReport', href: '/rapporter/ny', text: FROZEN_WORDS.build, style: 'primary' },
    { operation: 'explainMovement', href: '/rapporter/sammenlign', text: FROZEN_WORDS.compare, style: 'secondary' },
    {
      operation: 'listSubscriptions',
      href: '/rapporter/abonnementer',
      text: FROZEN_WORDS.subscriptions,
      style: 'secondary',
    },
  ].filter(({ operation }) => visit.may(operation));
  if (ways.length === 0) return <></>;
  return (
    <p class="ways">
      {ways.map(({ href, text, style }) => (
        <a class={`button button-${style}`} href={href}>
          {say(visit, text)}
        </a>
      ))}
    </p>
  );
}

function ReportTable({
  visit,
  reports,
}: {
  readonly visit: Visit;
  readonly reports: readonly Shapes['FrozenReport'][];
}) {
  const { language } = visit;
  const words = FROZEN_WORDS;
  return (
    <DataTable
      caption={say(visit, words.list)}
      empty={say(visit, words.none)}
      rows={reports}
      columns={[
        {
          heading: say(visit, words.report),
          cell: ({ id, question }) => <a href={`/rapporter/${id}`}>{reportTitle(visit, question)}</a>,
        },
        { heading: say(visit, words.state), cell: ({ state }) => <ReportState visit={visit} state={state} /> },
        {
          heading: say(visit, words.frozenBy),
          cell: ({ steps }) => (
            <>
              {steps[0]?.by} <small>{momentText(steps[0]?.at ?? '', language)}</small>
            </>
          ),
        },
        { heading: say(visit, words.knownAt), cell: ({ question }) => momentText(question.knownAt, language) },
        { heading: say(visit, words.view), cell: ({ question }) => say(visit, VIEW_WORDS[question.view]) },
        { heading: say(visit, words.note), cell: ({ steps }) => steps[0]?.note ?? '–' },
      ]}
    />
  );
}
