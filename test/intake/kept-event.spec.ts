import fc from 'fast-check';
import { changedEvent } from '../../src/intake/domain/kept-event';

const EVENT = { id: 'a', source: 'municipality:0461', data: { kind: 'diet', code: 'BUG1', deliveredOn: '2026-03-02' } };

test('what is replaced by null is taken away, of the event and of its data, and the rest stays as it came', () => {
  expect(changedEvent({ ...EVENT, note: 'x' }, { note: null, data: { code: null, kind: 'training' } })).toEqual({
    ...EVENT,
    data: { kind: 'training', deliveredOn: '2026-03-02' },
  });
});

test('nothing that came changes where nothing is replaced, also a null that came', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (own, data) => {
      expect(changedEvent({ ...own, data }, { data: {} })).toEqual({ ...own, data });
    }),
  );
});

test('what is no object cannot be changed', () => {
  expect(changedEvent('text', { data: {} })).toBeUndefined();
});
