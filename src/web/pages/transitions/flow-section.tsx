import { both, type Bilingual } from '../../../kernel/language';
import { percentText } from '../../../kernel/figures';
import { numberText } from '../../../kernel/localised';
import { periodTitle } from '../../../kernel/period';
import { FIGURE_WORDS } from '../../../kernel/words/figure';
import { STOP_REASON_WORDS } from '../../../kernel/words/transitions';
import { TRANSITION_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import { DataTable } from '../../parts/data-table';
import { FigureFrame } from '../../parts/figure';
import { flowSvg } from '../../parts/flow-svg';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';
import { transitionFlow, transitionSteps, type Counts } from './transition-flow';

type Transitions = Shapes['Transitions'];

/** What the figure shows: between whom, and when. */
export function figureTitle(visit: Visit, { hospital, municipality, period }: Transitions): string {
  return say(
    visit,
    WORDS.figureOf({
      from: hospital?.name ?? WORDS.everyHospital,
      to: municipality?.name ?? WORDS.everyMunicipality,
      period: periodTitle(period),
    }),
  );
}

/** What came of the referrals, in a sentence, as a flow and in words. */
export function FlowSection({ visit, transitions }: { readonly visit: Visit; readonly transitions: Transitions }) {
  const { total } = transitions;
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{say(visit, WORDS.flow)}</h2>
      {total.referred === 0 ? (
        <p class="nothing">{say(visit, WORDS.none)}</p>
      ) : (
        <>
          <p>{say(visit, WORDS.said({ ...pick(total) }))}</p>
          <FlowFigure visit={visit} transitions={transitions} />
          <Days visit={visit} total={total} />
        </>
      )}
      <p>{aloneText(visit, transitions)}</p>
      <h3>{say(visit, WORDS.meaning)}</h3>
      <ul>
        {[WORDS.lostMeans, WORDS.openMeans, WORDS.unknownMeans, WORDS.elsewhereMeans, WORDS.figureSays].map((text) => (
          <li>{say(visit, text)}</li>
        ))}
      </ul>
    </section>
  );
}

const pick = ({ referred, started, lost, open, unknown }: Counts) => ({ referred, started, lost, open, unknown });

function FlowFigure({ visit, transitions }: { readonly visit: Visit; readonly transitions: Transitions }) {
  const { language, asked } = visit;
  const title = figureTitle(visit, transitions);
  const { period, hospital, municipality, asOf, knownAt } = asked;
  const query = { period: period ?? transitions.period.name, hospital, municipality, asOf, knownAt };
  return (
    <FigureFrame
      visit={visit}
      name="overgange"
      title={title}
      svg={flowSvg(transitionFlow(transitions.total, language), title)}
      svgAt={addressOf('/overgange/overgange.svg', query)}
      csvAt={addressOf('/overgange/overgange.csv', query)}
    >
      <DataTable
        caption={say(visit, FIGURE_WORDS.tableCaption({ title }))}
        rows={transitionSteps(transitions.total)}
        columns={[
          { heading: say(visit, WORDS.step), cell: ({ name }) => say(visit, name) },
          { heading: say(visit, WORDS.of), cell: ({ of }) => (of === undefined ? '–' : say(visit, of)) },
          { heading: say(visit, WORDS.count), side: 'figure', cell: ({ count }) => say(visit, numberText(count)) },
          {
            heading: say(visit, WORDS.ofReferred),
            side: 'figure',
            cell: ({ percent }) => percentText(percent, language),
          },
        ]}
      />
    </FigureFrame>
  );
}

/** How long it took, and why patients stopped. */
function Days({ visit, total: { daysToStart, dropOut } }: { readonly visit: Visit; readonly total: Counts }) {
  const { median, p90 } = daysToStart;
  const reasons = dropOut.map(({ reason, count }) => WORDS.reasonCount({ reason: reasonText(reason), count }));
  return (
    <>
      {median === null || p90 === null ? undefined : <p>{say(visit, WORDS.days({ median, ninetieth: p90 }))}</p>}
      {reasons.length === 0 ? undefined : (
        <p>{say(visit, WORDS.stopped({ reasons: reasons.map((reason) => say(visit, reason)).join(', ') }))}</p>
      )}
    </>
  );
}

const reasonText = (reason: string): Bilingual =>
  reason === 'not-given' || reason === 'other' ? STOP_REASON_WORDS[reason] : both(reason, reason);

function aloneText(visit: Visit, { total: { unreferred }, referredToOthers }: Transitions): string {
  return say(
    visit,
    referredToOthers === undefined
      ? WORDS.aloneHere({ unreferred })
      : WORDS.alone({ unreferred, others: referredToOthers }),
  );
}
