import { addMonths, type Day } from '../../../kernel/day';
import type { Language } from '../../../kernel/language';
import { dayText } from '../../../kernel/localised';
import { OUTCOME_WORDS } from '../../../kernel/words/codes';
import { LANE_WORDS, LANES_WORDS } from '../../../kernel/words/persons';
import { SIDES, type Handover, type LaidLane, type Strand, type Stretch } from './lanes';
import type { Lane } from './shown-events';
import type { ShownDecision } from './shown-person';

const LINE = 20;
const TOP = 34;
const PAD = 8;
const WINDOW = 20;

export interface Drawing {
  readonly language: Language;
  readonly indexDay: Day;
  readonly asOf: Day;
  readonly stretch: Stretch;
  readonly lanes: readonly LaidLane[];
  readonly handovers: readonly Handover[];
  readonly decisions: readonly ShownDecision[];
  readonly titleOf: (indicator: string) => string;
  readonly described: string;
}

/** The lanes of a pathway by date, hand-overs between them, and below them the windows of the indicators. */
export function LanesSvg(drawing: Drawing) {
  const { lanes, language, decisions, described, stretch } = drawing;
  const tops = new Map<Lane, number>();
  let y = TOP;
  for (const { lane, lines } of lanes) {
    tops.set(lane, y);
    y += lines * LINE + 2 * PAD;
  }
  const windows = y;
  const height = windows + decisions.length * WINDOW + 2 * PAD + LINE;
  return (
    <svg class="lanes" viewBox={`0 0 1200 ${height}`} width="1200" height={height} role="img" aria-label={described}>
      <Months stretch={stretch} language={language} height={height} />
      {lanes.map(({ lane, strands, lines }) => (
        <g>
          <rect
            class={`lane-ground lane-${lane}`}
            x="0"
            y={tops.get(lane)}
            width="1200"
            height={lines * LINE + 2 * PAD}
          />
          <LaneName name={LANE_WORDS[lane][language]} y={(tops.get(lane) ?? 0) + PAD + 14} />
          {strands.map((strand) => (
            <OneStrand strand={strand} lane={lane} top={(tops.get(lane) ?? 0) + PAD} />
          ))}
        </g>
      ))}
      {drawing.handovers.map((handover) => (
        <Arrow handover={handover} drawing={drawing} tops={tops} />
      ))}
      <Windows drawing={drawing} top={windows + PAD} />
      <Mark x={stretch.x(drawing.indexDay)} height={height} label={LANES_WORDS.index[language]} />
      {drawing.asOf > stretch.to ? undefined : (
        <Mark x={stretch.x(drawing.asOf)} height={height} label={LANES_WORDS.asOf[language]} />
      )}
    </svg>
  );
}

/** A name within the room to the left of the days, on as many lines as it takes. */
function LaneName({ name, y }: { readonly name: string; readonly y: number }) {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 16) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return (
    <text class="lane-name" y={y}>
      {lines.map((line, at) => (
        <tspan x="8" dy={at === 0 ? 0 : 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Months({
  stretch: { from, to, x },
  language,
  height,
}: Pick<Drawing, 'stretch' | 'language'> & { readonly height: number }) {
  const firsts: Day[] = [];
  for (let day = addMonths(`${from.slice(0, 7)}-01`, 1); day <= to; day = addMonths(day, 1)) firsts.push(day);
  const every = Math.ceil(firsts.length / 13);
  const format = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    ...{ month: 'short', year: '2-digit', timeZone: 'UTC' },
  });
  return (
    <g class="months">
      {firsts
        .filter((_, at) => at % every === 0)
        .map((day) => (
          <>
            <line x1={x(day).toFixed(1)} x2={x(day).toFixed(1)} y1="20" y2={height} />
            <text x={x(day).toFixed(1)} y="14" text-anchor="middle">
              {format.format(new Date(day))}
            </text>
          </>
        ))}
    </g>
  );
}

/** A registration is a filled shape; one that holds no more is hollow and struck through, and so is what it said. */
function OneStrand({ strand, lane, top }: { readonly strand: Strand; readonly lane: Lane; readonly top: number }) {
  const y = top + strand.line * LINE + 8;
  const isStruck = strand.standing !== 'inForce';
  const [first, last] = [Math.min(...strand.xs), Math.max(...strand.xs)];
  return (
    <g class={isStruck ? 'strand struck' : 'strand'}>
      {first === last ? undefined : <line class="thread" x1={first} x2={last} y1={y} y2={y} />}
      {strand.xs.map((x) => (
        <MarkOf lane={lane} x={x} y={y} isStruck={isStruck} />
      ))}
      <text
        x={strand.labelAt.toFixed(1)}
        y={y + 4}
        text-anchor={strand.side}
        text-decoration={isStruck ? 'line-through' : undefined}
      >
        {strand.label}
      </text>
    </g>
  );
}

const SHAPES: Readonly<Record<Lane, string>> = {
  hospital: 'M-5,-5H5V5H-5Z',
  municipality: 'M0,-6L6,5H-6Z',
  'general-practice': 'M0,-6L6,0L0,6L-6,0Z',
  registers: 'M-5,0A5,5 0 1 0 5,0A5,5 0 1 0 -5,0Z',
};

/** The sign of a lane: a square, a triangle, a diamond or a circle. */
export function MarkOf({
  lane,
  x,
  y,
  isStruck = false,
}: {
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly isStruck?: boolean;
}) {
  return (
    <g transform={`translate(${x.toFixed(1)} ${y})`}>
      <path class={`sign sign-${lane} ${isStruck ? 'hollow' : ''}`} d={SHAPES[lane]} />
      {isStruck ? <path class="strike" d="M-8,0H8" /> : undefined}
    </g>
  );
}

function Arrow({
  handover: { referral, start },
  drawing,
  tops,
}: {
  readonly handover: Handover;
  readonly drawing: Drawing;
  readonly tops: ReadonlyMap<Lane, number>;
}) {
  const { stretch } = drawing;
  const [x1, x2] = [stretch.x(referral.on), stretch.x(start.on)];
  const y2 = (tops.get('municipality') ?? 0) + 2;
  const y1 = y2 - 14;
  return (
    <path
      class="handover"
      d={`M${x1.toFixed(1)},${y1}V${y2 - 6}H${x2.toFixed(1)}V${y2 + 4}m-4,-5l4,5l4,-5`}
      fill="none"
    />
  );
}

function Windows({ drawing, top }: { readonly drawing: Drawing; readonly top: number }) {
  const { decisions, stretch, language, titleOf } = drawing;
  return (
    <g>
      <LaneName name={LANE_WORDS.windows[language]} y={top + 14} />
      {decisions.map(({ indicator, number, outcome, window }, at) => {
        const [x1, x2] = [stretch.x(window.from), Math.min(stretch.x(window.to), SIDES.right)];
        const y = top + at * WINDOW;
        const days = `${dayText(window.from)[language]} – ${dayText(window.to)[language]}`;
        return (
          <g>
            <title>{days}</title>
            <rect class={`window ${outcome}`} x={x1} y={y} width={x2 - x1} height={WINDOW - 4} rx="2" />
            <text x={x1 + 6} y={y + 12}>
              {`${number} ${titleOf(indicator)}: ${OUTCOME_WORDS[outcome][language]}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Mark({ x, height, label }: { readonly x: number; readonly height: number; readonly label: string }) {
  return (
    <g class="day-mark">
      <line x1={x} x2={x} y1="24" y2={height - LINE} />
      <text x={x} y={height - 5} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
