import fc from 'fast-check';
import { chained } from '../../../src/access/domain/looks/chain';
import { ChainCheck, type LookFault } from '../../../src/access/domain/looks/check-chain';
import { signedHead } from '../../../src/access/domain/looks/signed-head';
import type { ChainedLook, Look, LookHead, LookTail } from '../../../src/kernel/look';
import { lookAt } from '../../support/looks';

const KEY = Buffer.from('the key of the head');
const BEGIN: LookTail = { number: 0, hash: '' };

const look = fc
  .record({
    at: fc.nat(),
    subject: fc.string({ minLength: 1, maxLength: 8 }),
    persons: fc.array(fc.constantFrom('p_anna', 'p_bo', '*'), { maxLength: 2 }),
  })
  .map(({ persons, ...more }) => lookAt(persons, more));
const log = fc.array(look, { minLength: 1, maxLength: 12 }).map((looks) => chained(BEGIN, looks));
/** A log and the place of one of its looks. */
const logAndPlace = log.chain((looks) => fc.tuple(fc.constant(looks), fc.nat({ max: looks.length - 1 })));

const headOf = (looks: readonly ChainedLook[], key = KEY): LookHead =>
  signedHead(key, looks.at(-1) ?? BEGIN, 1_700_000_000_000);

function faultIn(looks: readonly (LookTail & { look?: Look })[], head: LookHead | undefined): LookFault | undefined {
  const check = new ChainCheck(KEY, head);
  for (const one of looks) if (!check.isRight(one)) break;
  return check.result();
}

const changedAt = <T>(items: readonly T[], at: number, change: (item: T) => T): T[] =>
  items.map((item, place) => (place === at ? change(item) : item));

/** One character of a text replaced by another. */
function otherText(text: string, at: number): string {
  const place = at % text.length;
  return `${text.slice(0, place)}${text[place] === '0' ? '1' : '0'}${text.slice(place + 1)}`;
}

test('a log as it was logged has nothing wrong, wherever its head was signed', () => {
  fc.assert(
    fc.property(logAndPlace, ([looks, place]) => {
      expect(faultIn(looks, headOf(looks.slice(0, place + 1)))).toBeUndefined();
    }),
  );
  expect(faultIn([], undefined)).toBeUndefined();
  expect(faultIn([], headOf([]))).toBeUndefined();
});

test('a changed look is found where it is', () => {
  fc.assert(
    fc.property(logAndPlace, fc.constantFrom('at', 'subject', 'persons', 'relation'), ([looks, place], field) => {
      const other = { at: -1, subject: 'another one', persons: ['p_other'], relation: 'none' }[field];
      const damaged = changedAt(looks, place, (one) => ({ ...one, look: { ...one.look, [field]: other } }));
      expect(faultIn(damaged, headOf(looks))).toEqual({ kind: 'changed', number: place + 1 });
    }),
  );
});

test('a changed character of a hash is found where it is, and a look that cannot be read', () => {
  fc.assert(
    fc.property(logAndPlace, fc.nat({ max: 63 }), ([looks, place], at) => {
      const found = { kind: 'changed', number: place + 1 };
      const damaged = changedAt(looks, place, (one) => ({ ...one, hash: otherText(one.hash, at) }));
      expect(faultIn(damaged, headOf(looks))).toEqual(found);
      const unread = changedAt<LookTail>(looks, place, ({ number, hash }) => ({ number, hash }));
      expect(faultIn(unread, headOf(looks))).toEqual(found);
    }),
  );
});

test('a look taken out is found where it was, the last ones by the head', () => {
  fc.assert(
    fc.property(logAndPlace, ([looks, place]) => {
      const number = place + 1;
      const without = looks.filter((one) => one.number !== number);
      const kind = number === looks.length ? 'cut' : 'missing';
      expect(faultIn(without, headOf(looks))).toEqual({ kind, number });
      expect(faultIn(looks.slice(0, place), headOf(looks))).toEqual({ kind: 'cut', number });
    }),
  );
});

test('a look put in is found where it is, and looks that changed places', () => {
  fc.assert(
    fc.property(logAndPlace, look, ([looks, place], strange) => {
      const put = chained(looks[place - 1] ?? BEGIN, [strange]);
      const with_ = [...looks.slice(0, place), ...put, ...looks.slice(place)];
      fc.pre(put[0]?.hash !== looks[place]?.hash);
      expect(faultIn(with_, headOf(looks))).toEqual({ kind: 'changed', number: place + 2 });
      const swapped = [...looks.slice(0, place), ...looks.slice(place, place + 2).reverse(), ...looks.slice(place + 2)];
      if (place + 1 < looks.length)
        expect(faultIn(swapped, headOf(looks))).toEqual({ kind: 'missing', number: place + 1 });
    }),
  );
});

test('a log written anew from a look on, with hashes that fit, is not the one that the head was signed over', () => {
  fc.assert(
    fc.property(logAndPlace, look, ([looks, place], strange) => {
      const written = looks.slice(place).map((one) => one.look);
      const anew = chained(looks[place - 1] ?? BEGIN, [strange, ...written.slice(1)]);
      fc.pre(anew[0]?.hash !== looks[place]?.hash);
      const forged = [...looks.slice(0, place), ...anew];
      expect(faultIn(forged, headOf(looks))).toEqual({ kind: 'rewritten', number: looks.length });
      expect(faultIn(forged, headOf(forged, Buffer.from('a key of somebody else')))).toEqual({
        kind: 'head-forged',
        number: looks.length,
      });
    }),
  );
});

test('a head is missed where there are looks, and not believed once a part of it is another', () => {
  const looks = chained(BEGIN, [lookAt(['p_anna']), lookAt(['p_bo'])]);
  const head = headOf(looks);

  expect(faultIn(looks, undefined)).toEqual({ kind: 'head-missing', number: 2 });
  for (const other of [{ number: 1 }, { hash: looks[0]?.hash }, { at: 1 }, { signature: '00' }, { signature: '' }])
    expect(faultIn(looks, { ...head, ...other } as LookHead)).toMatchObject({ kind: 'head-forged' });
});
