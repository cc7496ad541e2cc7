import fc from 'fast-check';
import { placedFlow, type Flow, type FlowStep } from '../../src/web/parts/flow';

const step = (key: string, value: number): FlowStep => ({ key, label: key, value, colour: '#000' });
const counts = fc.array(fc.nat(200_000), { minLength: 1, maxLength: 7 });
const flows = fc.record({ parts: counts, ends: counts }).map(({ parts, ends }): Flow => ({
  all: step(
    'all',
    parts.reduce((sum, value) => sum + value, 0),
  ),
  parts: parts.map((value, at) => step(`part ${at}`, value)),
  goesOn: 'part 0',
  ends: ends.map((value, at) => step(`end ${at}`, value)),
}));

test('steps of a column stand below each other with room for their words, within the drawing', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      const { steps, height } = placedFlow(flow);
      for (const [at, one] of steps.entries()) {
        expect(one.y + Math.max(20, one.height)).toBeLessThanOrEqual(height);
        const below = steps[at + 1];
        if (below?.x === one.x) expect(below.y - one.y).toBeGreaterThanOrEqual(Math.max(20, one.height));
      }
    }),
  );
});

test('the bands that leave a step are together as high as it, whatever the counts', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      const { steps, bands } = placedFlow(flow);
      const [all] = steps;
      const leaving = bands.filter(({ from: [x] }) => x === (all?.x ?? 0) + 16);
      const together = leaving.reduce((sum, { height }) => sum + height, 0);
      if (leaving.length > 0) expect(together).toBeCloseTo(all?.height ?? 0);
    }),
  );
});

test('steps of nobody are left out, and nothing goes on from one of them', () => {
  const { steps, bands } = placedFlow({
    all: step('all', 3),
    parts: [step('started', 0), step('lost', 3)],
    goesOn: 'started',
    ends: [step('completed', 2)],
  });

  expect(steps.map(({ step: { key } }) => key)).toEqual(['all', 'lost']);
  expect(bands).toHaveLength(1);
});
