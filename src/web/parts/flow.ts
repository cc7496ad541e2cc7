/** A step of a flow: how many come from a step before it. */
export interface FlowStep {
  readonly key: string;
  /** What it is, with its count. */
  readonly label: string;
  readonly value: number;
  readonly colour: string;
}

/** A flow in three columns: everybody, what became of them, and what became in turn of those at one step of these. */
export interface Flow {
  readonly all: FlowStep;
  readonly parts: readonly FlowStep[];
  /** The key of the step among `parts` that goes on. */
  readonly goesOn: string;
  readonly ends: readonly FlowStep[];
}

/** A step with its place in the drawing, in user units. */
export interface PlacedStep {
  readonly step: FlowStep;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** How many go from one step to another, as a band between them. */
interface Band {
  readonly colour: string;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly height: number;
}

export interface PlacedFlow {
  readonly height: number;
  readonly steps: readonly PlacedStep[];
  readonly bands: readonly Band[];
}

/** Sizes in user units. */
export const FLOW_WIDTH = 960;
export const STEP_WIDTH = 16;
const COLUMNS = [16, 320, 650] as const;
const TOP = 20;
const WHOLE = 260;
/** A step has at least room for its label. */
const LEAST_ROOM = 20;
const GAP = 12;
const LEAST_HEIGHT = 2;

/** Lays a flow out: heights are proportional to counts, parts of a step share its height, and steps of nobody are left out. */
export function placedFlow({ all, parts, goesOn, ends }: Flow): PlacedFlow {
  const first: PlacedStep = { step: all, x: COLUMNS[0], y: TOP, height: WHOLE };
  const second = columnOf(first, parts, COLUMNS[1]);
  const onward = second.find(({ step }) => step.key === goesOn);
  const third = onward === undefined ? [] : columnOf(onward, ends, COLUMNS[2]);
  const steps = [first, ...second, ...third];
  return {
    height: Math.max(...steps.map(({ y, height }) => y + Math.max(height, LEAST_ROOM))) + TOP,
    steps,
    bands: [...bandsOf(first, second), ...(onward === undefined ? [] : bandsOf(onward, third))],
  };
}

function columnOf({ height: whole }: PlacedStep, steps: readonly FlowStep[], x: number): PlacedStep[] {
  const some = steps.filter(({ value }) => value > 0);
  const sum = some.reduce((total, { value }) => total + value, 0);
  let y = TOP;
  return some.map((step) => {
    const height = Math.max(LEAST_HEIGHT, (whole * step.value) / sum);
    const placed = { step, x, y, height };
    y += Math.max(height, LEAST_ROOM) + GAP;
    return placed;
  });
}

function bandsOf({ x, y, height: whole }: PlacedStep, targets: readonly PlacedStep[]): Band[] {
  const sum = targets.reduce((total, { height }) => total + height, 0);
  let at = y;
  return targets.map((target): Band => {
    const height = (whole * target.height) / sum;
    const band: Band = {
      colour: target.step.colour,
      from: [x + STEP_WIDTH, at],
      to: [target.x, target.y],
      height,
    };
    at += height;
    return band;
  });
}
