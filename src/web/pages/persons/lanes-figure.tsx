import { danishDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LANE_WORDS, LANES_WORDS } from '../../../kernel/words/persons';
import { DataTable } from '../../parts/data-table';
import { say, type Visit } from '../../site/visit';
import { eventWords } from './event-words';
import { handovers, laidLanes, stretchOf } from './lanes';
import { LanesSvg, MarkOf } from './lanes-svg';
import type { PlacedEvent } from './shown-events';
import type { ShownDecision, ShownPerson } from './shown-person';

interface Shown {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly pathway: ShownPerson['pathways'][number];
  readonly decisions: readonly ShownDecision[];
  readonly placed: readonly PlacedEvent[];
  readonly asOf: string;
  readonly titleOf: (indicator: string) => string;
}

/** The lanes of a pathway with what they show in words, a legend, and the same as a table behind a toggle. */
export function LanesFigure({ visit, names, pathway, decisions, placed, asOf, titleOf }: Shown) {
  const { language } = visit;
  const { number, indexDay } = pathway;
  const days = [...placed.map(({ on }) => on), ...decisions.map(({ window }) => window.to)];
  const stretch = stretchOf(indexDay, days);
  const wordsOf = ({ event }: PlacedEvent): string => say(visit, eventWords(event, names));
  const labelOf = (one: PlacedEvent, count: number): string =>
    count === 1 ? wordsOf(one) : say(visit, LANES_WORDS.times({ title: wordsOf(one), count }));
  const led = handovers(placed);
  const struck = placed.filter(({ standing }) => standing !== 'inForce').length;
  const described = say(visit, LANES_WORDS.described({ count: placed.length - struck, struck }));
  const id = `lanes-${number}`;
  return (
    <figure class="lanes-figure" aria-labelledby={id}>
      <figcaption id={id}>
        {say(visit, LANES_WORDS.title({ number, from: dayText(stretch.from), to: dayText(stretch.to) }))}
      </figcaption>
      <div class="lanes-room" tabIndex={0} role="region" aria-label={say(visit, LANES_WORDS.scroll)}>
        <LanesSvg
          {...{ language, indexDay, asOf, stretch, decisions, titleOf, described }}
          lanes={laidLanes(placed, labelOf, stretch)}
          handovers={led}
        />
      </div>
      <Legend visit={visit} days={led.map((one) => one.days)} />
      <details class="details">
        <summary class="details-summary">{say(visit, LANES_WORDS.table)}</summary>
        <div class="details-text">
          <EventTable visit={visit} names={names} placed={placed} />
        </div>
      </details>
    </figure>
  );
}

function Legend({ visit, days }: { readonly visit: Visit; readonly days: readonly number[] }) {
  return (
    <ul class="lanes-legend" aria-label={say(visit, LANES_WORDS.legend)}>
      {(['hospital', 'municipality', 'general-practice', 'registers'] as const).map((lane) => (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <MarkOf lane={lane} x={8} y={8} />
          </svg>
          {say(visit, LANE_WORDS[lane])}
        </li>
      ))}
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <MarkOf lane="hospital" x={8} y={8} isStruck />
        </svg>
        {say(visit, LANES_WORDS.legendStruck)}
      </li>
      {days.map((one) => (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <path class="handover" d="M2,2V8H12V14m-4,-4l4,4l4,-4" fill="none" />
          </svg>
          {say(visit, LANES_WORDS.legendHandover)}: {say(visit, LANES_WORDS.handover({ days: one }))}
        </li>
      ))}
    </ul>
  );
}

/** Events by date with their source, and whether they still hold. */
export function EventTable({ visit, names, placed }: Pick<Shown, 'visit' | 'names' | 'placed'>) {
  const { language } = visit;
  return (
    <DataTable
      caption={say(visit, LANES_WORDS.caption)}
      columns={[
        { heading: say(visit, LANES_WORDS.day), cell: ({ on }) => dayText(on)[language] },
        {
          heading: say(visit, LANES_WORDS.what),
          cell: ({ event, standing }) => {
            const words = say(visit, eventWords(event, names));
            return standing === 'inForce' ? words : <del>{words}</del>;
          },
        },
        { heading: say(visit, LANES_WORDS.source), cell: ({ event }) => event.sourceName },
        { heading: say(visit, LANES_WORDS.standing), cell: ({ standing }) => say(visit, LANES_WORDS[standing]) },
        {
          heading: say(visit, LANES_WORDS.received),
          cell: ({ event }) => dayText(danishDay(Date.parse(event.receivedAt)))[language],
        },
      ]}
      rows={placed}
    />
  );
}
