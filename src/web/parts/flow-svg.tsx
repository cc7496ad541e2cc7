import { render } from 'preact-render-to-string';
import { FLOW_WIDTH, placedFlow, STEP_WIDTH, type Flow, type PlacedStep } from './flow';

const INK = '#1d2733';
const FONT = 'system-ui, -apple-system, "Segoe UI", Arial, sans-serif';

/** A flow as an SVG document by itself: every step with its words beside it, so that no colour says anything alone. */
export function flowSvg(flow: Flow, title: string): string {
  const { height, steps, bands } = placedFlow(flow);
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${FLOW_WIDTH} ${short(height)}`}
      width={FLOW_WIDTH}
      height={short(height)}
      role="img"
      aria-label={title}
      font-family={FONT}
      font-size="13"
      fill={INK}
    >
      <rect width={FLOW_WIDTH} height={short(height)} fill="#fff" />
      {bands.map(({ colour, from: [x, y], to: [toX, toY], height: wide }) => (
        <path
          fill={colour}
          fill-opacity="0.25"
          d={`M${x} ${short(y)}C${middle(x, toX)} ${short(y)} ${middle(x, toX)} ${short(toY)} ${toX} ${short(toY)}V${short(toY + wide)}C${middle(x, toX)} ${short(toY + wide)} ${middle(x, toX)} ${short(y + wide)} ${x} ${short(y + wide)}Z`}
        />
      ))}
      {steps.map((placed) => (
        <Step placed={placed} />
      ))}
    </svg>,
  );
}

/** A step is a path about its middle, so that a cursor can stand on it. */
function Step({ placed: { step, x, y, height } }: { readonly placed: PlacedStep }) {
  const [across, up] = [STEP_WIDTH / 2, short(height / 2)];
  return (
    <>
      <path
        fill={step.colour}
        transform={`translate(${x + across} ${short(y + height / 2)})`}
        d={`M${-across} ${-up}H${across}V${up}H${-across}Z`}
      >
        <title>{step.label}</title>
      </path>
      <text x={x + STEP_WIDTH + 8} y={short(y + Math.min(height / 2, height - 4) + 5)} aria-hidden="true">
        {step.label}
      </text>
    </>
  );
}

const short = (value: number): number => Math.round(value * 100) / 100;
const middle = (x: number, toX: number): number => (x + toX) / 2;
