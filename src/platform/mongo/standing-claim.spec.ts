import type { LedgerEntry } from '../../ports/intake-ledger';
import { StandingClaim } from './standing-claim';

const entry = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  source: 'patient:pro',
  id: '1',
  content: 'content-1',
  kind: 'patient.questionnaire',
  recordId: 'r1',
  person: 'p_anna',
  receivedAt: 2_000,
  ...changes,
});
const claimed = { _id: 'digest', content: 'content-1', received: 2_000, attempt: 'first' };

test('an open claim is taken over once, by the first entry of its content', () => {
  const claim = StandingClaim.found(claimed, true);

  expect(
    [{ content: 'content-2' }, { receivedAt: 3_000 }, { receivedAt: 4_000 }].map((one) => claim.answer(entry(one))),
  ).toEqual([{ standing: 'reused' }, { standing: 'new', firstReceivedAt: 2_000 }, { standing: 'duplicate' }]);
  expect(claim.changesBy('second')).toEqual({ $set: { attempt: 'second' } });
});

test('an open claim stays its attempt’s while only other content comes', () => {
  const claim = StandingClaim.found(claimed, true);
  claim.answer(entry({ content: 'content-2', receivedAt: 1 }));

  expect(claim.changesBy('second')).toBeUndefined();
});

test('what comes again from the place it came from is new once in a call, and its attempt stays confirmed', () => {
  const claim = StandingClaim.found({ ...claimed, origin: 'topic 0 7' }, false);
  const answers = [{ origin: 'topic 0 8' }, { origin: 'topic 0 7' }, { origin: 'topic 0 7' }].map((one) =>
    claim.answer(entry(one)),
  );

  expect(answers).toEqual([
    { standing: 'duplicate' },
    { standing: 'new', firstReceivedAt: 2_000 },
    { standing: 'duplicate' },
  ]);
  expect(claim.changesBy('second')).toBeUndefined();
});

test('who takes over brings the place it came from and, if it was earlier, its moment', () => {
  const claim = StandingClaim.found({ ...claimed, origin: 'topic 0 7' }, true);

  expect(claim.answer(entry({ origin: 'topic 0 8', receivedAt: 1_000 }))).toEqual({ standing: 'new' });
  expect(claim.changesBy('second')).toEqual({
    $set: { attempt: 'second', origin: 'topic 0 8' },
    $min: { received: 1_000 },
  });
});
