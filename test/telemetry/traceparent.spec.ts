import { traceparentOf } from '../../src/platform/telemetry/traceparent';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

test.each([
  ['a sampled one', `00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-01`],
  ['an unsampled one', `00-${TRACE}-${SPAN}-00`, `00-${TRACE}-${SPAN}-00`],
  ['one of a later version, without what we do not know', `cc-${TRACE}-${SPAN}-03-more`, `00-${TRACE}-${SPAN}-01`],
  ['one of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`, undefined],
  ['a CPR number', '010190-1234', undefined],
  ['two at once', [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-00`], undefined],
  ['none', undefined, undefined],
])('of a request with %s', (_, traceparent, expected) => {
  expect(traceparentOf({ traceparent })).toBe(expected);
});
