import { EVENT_KINDS, schemeOfKind } from '../../src/kernel/event-kinds';
import { HINDRANCES } from '../../src/kernel/finding';
import { SCHEMES } from '../../src/kernel/organisation';
import { REJECTION_CODES } from '../../src/kernel/receipt';
import { loadDescriptions } from '../../src/platform/contracts/descriptions';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { OUTCOME_WORDS, REASON_WORDS } from '../../src/kernel/words/codes';
import { definitions } from '../support/evaluate';

const said = loadDescriptions(loadSchemas());
const codes = (words: readonly { code: string }[]): string[] => words.map(({ code }) => code);

test('every rule from R01 to R24 is there, each once', () => {
  const ids = said.rules.map(({ id }) => id);
  const whole = Array.from({ length: 24 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`);

  expect(new Set(ids).size).toBe(ids.length);
  expect(whole.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => /[a-f]$/.test(id))).toEqual(['R11b', 'R12c', 'R12d', 'R12e', 'R12f', 'R13b', 'R14b']);
  expect(ids).toEqual([...ids].sort());
});

test('a rule that refuses names a rejection code, one that holds back a finding, one that leaves a choice a policy', () => {
  for (const { id, outcome, code, policy } of said.rules) {
    if (outcome === 'reject') expect([id, REJECTION_CODES]).toEqual([id, expect.arrayContaining([code])]);
    if (outcome === 'hold') expect([id, HINDRANCES]).toEqual([id, expect.arrayContaining([code])]);
    if (outcome === 'choice') expect(Object.keys(definitions.policies)).toContain(policy);
  }
});

test('every kind of source that can report is described, and every event has one that sends it', () => {
  const schemes = said.sources.map(({ scheme }) => scheme);

  expect([...schemes].sort()).toEqual([...SCHEMES].sort());
  expect(EVENT_KINDS.filter((kind) => !schemes.includes(schemeOfKind(kind)))).toEqual([]);
});

test('every rejection, outcome, reason and finding has its words', () => {
  expect(codes(said.rejections)).toEqual(REJECTION_CODES);
  expect(codes(said.outcomes)).toEqual(Object.keys(OUTCOME_WORDS));
  expect(codes(said.reasons)).toEqual(Object.keys(REASON_WORDS));
  expect(codes(said.findings)).toEqual([...HINDRANCES, 'UNIT_NOT_USED', 'CORRECTION_REJECTED']);
});
