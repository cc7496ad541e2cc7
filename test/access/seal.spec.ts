import { createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { Seal, SealError } from '../../src/access/domain/seal';

const SECRET = Buffer.from('a secret for tests only');
const seal = new Seal(SECRET, 'tests');

test('what is sealed opens as it was, text or bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(seal.open(seal.seal(bytes)).equals(bytes)).toBe(true);
    }),
  );
  expect(seal.open(seal.seal('1502779995 æøå 😀')).toString('utf8')).toBe('1502779995 æøå 😀');
});

test('a sealed value is AES-256-GCM as anyone can undo it who has the secret: nonce, tag, text', () => {
  const sealed = seal.seal('1502779995');
  const key = Buffer.from(hkdfSync('sha256', SECRET, 'rehabspor', 'tests', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28));

  expect(decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')).toBe('1502779995');
});

test('the same text never looks the same sealed', () => {
  expect(seal.seal('1502779995').equals(seal.seal('1502779995'))).toBe(false);
});

test('another secret, another purpose and any changed byte keep it shut', () => {
  const sealed = seal.seal('1502779995');

  expect(() => new Seal(Buffer.from('another secret, as long'), 'tests').open(sealed)).toThrow(SealError);
  expect(() => new Seal(SECRET, 'another purpose').open(sealed)).toThrow(SealError);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => seal.open(changed)).toThrow(SealError);
  }
  expect(() => seal.open(sealed.subarray(0, 20))).toThrow(SealError);
  expect(() => seal.open(Buffer.alloc(0))).toThrow(SealError);
});

test('the error names the remedy and nothing of what was sealed', () => {
  const changed = seal.seal('1502779995').fill(0, 28);

  expect(() => seal.open(changed)).toThrow(/REHABSPOR_KEY/);
  expect(() => seal.open(changed)).not.toThrow(/1502779995/);
});
