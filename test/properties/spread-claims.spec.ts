import fc from 'fast-check';
import { readClaims, writeClaims } from '../../src/operations/evaluation/spread/claimed-lines';
import { ClaimsInOrder } from '../../src/operations/evaluation/spread/claims-in-order';
import { ShareLedger } from '../../src/operations/evaluation/spread/share-ledger';
import { MemoryLedger } from '../../src/platform/memory/memory-ledger';
import type { LedgerAnswer, LedgerEntry } from '../../src/ports/intake-ledger';

const SHARES = 3;

/** A claim, and the share that its line came to. */
interface Claimed {
  readonly share: number;
  readonly entry: LedgerEntry;
}

/** Few names, so that most are used again and again, by several persons and in several shares. */
const anyClaim: fc.Arbitrary<Claimed> = fc.record({
  share: fc.nat(SHARES - 1),
  entry: fc.record({
    source: fc.constantFrom('a', 'b'),
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    content: fc.constantFrom('this', 'this', 'that'),
    kind: fc.constantFrom('municipality.start', 'municipality.start', 'registry.feed-status'),
    recordId: fc.constantFrom('r', 's', 't', 'u'),
    person: fc.constantFrom('p', 'q', 'r'),
    receivedAt: fc.nat(4),
  }),
});

/** Answers to claims, line by line, where each line comes to one of several shares. */
async function answersOfShares(batches: readonly (readonly Claimed[])[]): Promise<LedgerAnswer[]> {
  const ledgers = Array.from({ length: SHARES }, (_, share) => {
    return new ShareLedger((names, places) => void claims.add({ share, names, places }));
  });
  const ledgerOf = (share: number): ShareLedger => ledgers[share] as ShareLedger;
  const claims: ClaimsInOrder = new ClaimsInOrder(
    {
      entries: (share, at) => Promise.resolve(readClaims(writeClaims(ledgerOf(share).entriesAt(at)))),
      known: (share, entries) => Promise.resolve(ledgerOf(share).known(entries)),
      settle: (share, settled) => ledgerOf(share).settle(settled),
    },
    SHARES,
  );
  const answered = batches.map(async (batch) => {
    const sharing = [...Array(SHARES).keys()].filter((share) => batch.some((one) => one.share === share));
    claims.expect(sharing);
    const answers: LedgerAnswer[] = [];
    const each = sharing.map(async (share) => {
      const places = [...batch.keys()].filter((at) => batch[at]?.share === share);
      const entries = places.map((at) => ({ ...(batch[at] as Claimed).entry, origin: String(at) }));
      const claim = await ledgerOf(share).claim(entries);
      claim.answers.forEach((answer, index) => (answers[places[index] as number] = answer));
    });
    await Promise.all(each);
    return answers;
  });
  return (await Promise.all(answered)).flat();
}

test('claims of several shares are answered as if one ledger were asked line by line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyClaim, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      async (batches) => {
        const one = new MemoryLedger();
        const expected = batches.flat().map(({ entry }) => one.claimOne(entry));

        expect(await answersOfShares(batches)).toEqual(expected);
      },
    ),
    { numRuns: 3_000 },
  );
});
