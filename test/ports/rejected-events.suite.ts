import fc from 'fast-check';
import { danishDay } from '../../src/kernel/day';
import type { KeptRejection, RejectedEvents, Rejection } from '../../src/ports/rejected-events';

const rejection = (payload: string | Uint8Array, changes: Partial<Rejection> = {}): Rejection => ({
  receipt: {
    id: 'e-1',
    source: 'patient:pro',
    status: 'rejected',
    code: 'INVALID_CPR',
    path: 'data.cpr',
    message: 'Say it.',
  },
  receivedAt: 1_000,
  payload,
  ...changes,
});

const bytesOf = ({ payload }: Rejection): Buffer => Buffer.from(payload as Uint8Array);

async function listAll(rejected: RejectedEvents, limit = 100): Promise<KeptRejection[]> {
  const all: KeptRejection[] = [];
  for (;;) {
    const page = await rejected.list({ after: all.at(-1)?.number ?? 0, limit });
    expect(page.length).toBeLessThanOrEqual(limit);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** What `RejectedEvents` promises, of any adapter that keeps. */
export function describeRejectedEvents(name: string, open: () => Promise<{ readonly rejected: RejectedEvents }>): void {
  describe(`the rejected events on ${name}`, () => {
    it('gives back what came, text or bytes, byte for byte, with its receipt and registration', async () => {
      const { rejected } = await open();
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      const registration = { source: 'patient:pro', kind: 'patient.questionnaire', recordId: 'r', version: 2, time: 5 };
      const said = [rejection('{"æøå 😀'), rejection(bytes, { receivedAt: 2_000 }), rejection('', { registration })];
      await rejected.keep(said);
      const kept = await listAll(rejected);

      expect(kept.map(bytesOf)).toEqual(said.map(bytesOf));
      expect(kept.map(({ receipt }) => receipt)).toEqual(said.map(({ receipt }) => receipt));
      expect(kept.map(({ receivedAt }) => receivedAt)).toEqual([1_000, 2_000, 1_000]);
      expect(kept.map((one) => one.registration)).toEqual([undefined, undefined, registration]);
      expect(await rejected.find(kept[1]!.number)).toEqual(kept[1]);
    });

    it('keeps a repeat once, in one call or another', async () => {
      const { rejected } = await open();
      await rejected.keep([rejection('one'), rejection('one'), rejection('two')]);
      await rejected.keep([rejection('two', { receivedAt: 9_000 }), rejection(Buffer.from('one'))]);
      const kept = await listAll(rejected);

      expect(kept.map((one) => bytesOf(one).toString())).toEqual(['one', 'two']);
      expect(kept.map(({ receivedAt }) => receivedAt)).toEqual([1_000, 1_000]);
      expect(await rejected.count()).toBe(2);
    });

    it('keeps the same payload again when it is refused for another reason', async () => {
      const { rejected } = await open();
      await rejected.keep([rejection('one')]);
      await rejected.keep([rejection('one', { receipt: { id: 'e-1', status: 'rejected', code: 'ID_REUSED' } })]);

      expect((await listAll(rejected)).map(({ receipt }) => receipt.code)).toEqual(['INVALID_CPR', 'ID_REUSED']);
    });

    it('lists in pages, oldest first, what is not resolved', async () => {
      const { rejected } = await open();
      await rejected.keep(Array.from({ length: 7 }, (_, at) => rejection(`payload ${at}`)));
      const before = await listAll(rejected, 3);
      await rejected.resolve(before[2]!.number, 5_000);
      const after = await listAll(rejected, 2);

      expect(before.map((one) => bytesOf(one).toString())).toEqual([0, 1, 2, 3, 4, 5, 6].map((at) => `payload ${at}`));
      expect(after).toEqual(before.filter((_, at) => at !== 2));
      expect(await rejected.count()).toBe(6);
    });

    it('lists and counts those of a source, a reason and days of receipt, as Danes count days', async () => {
      const { rejected } = await open();
      const told = fc.record({
        source: fc.constantFrom('hospital:1', 'hospital:2', undefined),
        code: fc.constantFrom('INVALID_CPR' as const, 'ID_REUSED' as const),
        hour: fc.integer({ min: 0, max: 96 }),
      });
      const days = fc.constantFrom('2024-03-30', '2024-03-31', '2024-04-01', undefined);
      const asked = fc.record({
        source: fc.constantFrom('hospital:1', 'hospital:2', undefined),
        code: fc.constantFrom('INVALID_CPR' as const, undefined),
        since: days,
        until: days,
      });
      const noon = Date.parse('2024-03-29T12:00:00Z');
      const kept = fc.sample(told, { numRuns: 40, seed: 1 });
      await rejected.keep(
        kept.map(({ source, code, hour }, at) =>
          rejection(`payload ${at}`, {
            receipt: { status: 'rejected', code, ...(source === undefined ? {} : { id: 'e', source }) },
            receivedAt: noon + hour * 3_600_000,
          }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(asked, fc.integer({ min: 1, max: 9 }), async (question, limit) => {
          const expected = kept.flatMap((one, at) => {
            const day = danishDay(noon + one.hour * 3_600_000);
            const isOf = question.source === undefined || one.source === question.source;
            const isFor = question.code === undefined || one.code === question.code;
            const isThen = day >= (question.since ?? day) && day <= (question.until ?? day);
            return isOf && isFor && isThen ? [{ payload: `payload ${at}`, code: one.code }] : [];
          });
          const found: KeptRejection[] = [];
          for (let more = true; more;) {
            const page = await rejected.list({ after: found.at(-1)?.number ?? 0, limit }, question);
            found.push(...page);
            more = page.length === limit;
          }
          const codes = [...new Set(expected.map(({ code }) => code))].sort();

          expect(found.map((one) => bytesOf(one).toString())).toEqual(expected.map(({ payload }) => payload));
          expect([...(await rejected.codes(question))]).toEqual(
            codes.map((code) => [code, expected.filter((one) => one.code === code).length]),
          );
        }),
        { numRuns: 25 },
      );
    });

    it('still finds one that is resolved, and knows none that never was', async () => {
      const { rejected } = await open();
      await rejected.keep([rejection('one')]);
      const [kept] = await listAll(rejected);
      await rejected.resolve(kept!.number, 5_000);

      expect(await rejected.find(kept!.number)).toEqual({ ...kept, resolvedAt: 5_000 });
      expect(await rejected.find(kept!.number + 1)).toBeUndefined();
      expect(await rejected.count()).toBe(0);
    });
  });
}
