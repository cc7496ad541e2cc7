import { readKeptPayload } from '../../src/intake/adapters/kept-payload';
import { ExplainRejected } from '../../src/intake/application/explain-rejected';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import { keepPoison, receiptOf } from '../../src/platform/kafka/keep-poison';
import type { Poison } from '../../src/platform/kafka/poison';
import { NO_VALUE, NOT_JSON, NOT_OBJECT, otherForm, OTHER_KEY, whyFailed } from '../../src/platform/kafka/why-poison';
import { settingsFor } from '../robustness/embedded';
import { clock, withStore } from '../set-aside/planted';
import { ANNA } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';

const OWN = 'pathway-changes';
const OF_SOURCES = 'source.municipality.0461';
const at = { group: 'intake', partition: 3, offset: 1_234_567, key: null, value: null };
const tooLarge = { name: 'KafkaJSProtocolError', type: 'MESSAGE_TOO_LARGE' };
const sound = Buffer.from('{"what":"is JSON and no event"}');

const reasons: readonly [string, Omit<Poison, keyof typeof at>, RegExp, RegExp][] = [
  ['has no value', { topic: OWN, reason: NO_VALUE }, /ingen værdi.*Kun programmet/, /no value.*Only the program/],
  ['is no JSON', { topic: OWN, reason: NOT_JSON }, /ikke JSON.*stands det/, /not JSON.*stop it/],
  ['is no object', { topic: OWN, reason: NOT_OBJECT }, /ikke et JSON-objekt/, /not a JSON object/],
  ['has another form', { topic: OWN, reason: otherForm('x.json') }, /følger ikke x\.json/, /does not follow x\.json/],
  ['has another key', { topic: OWN, reason: OTHER_KEY }, /nøgle/, /key/],
  ['is too large', { topic: OF_SOURCES, reason: whyFailed(tooLarge, OF_SOURCES) }, /større.*Sæt/, /larger.*Raise/],
  [
    'holds a text that is no JSON',
    { topic: OF_SOURCES, reason: whyFailed(new SyntaxError(`Unexpected ${ANNA}`), OF_SOURCES) },
    /kunne ikke læses.*fejl i programmet.*sendes igen/,
    /could not be parsed.*fault of the program.*sent again/,
  ],
  [
    'makes the program fail',
    { topic: OWN, reason: whyFailed(new TypeError(`no form ${ANNA}`), OWN) },
    /TypeError: no form.*fejl i programmet.*sat til side/,
    /TypeError: no form.*fault of the program.*set aside/,
  ],
];

describe.each(reasons)('a message that %s', (_, { topic, reason }, danish, english) => {
  const message = (language: 'da' | 'en') => receiptOf({ ...at, topic, reason, language }).message;

  test('is answered in the language its sender asks for, with the place and the remedy and without CPR numbers', () => {
    expect(message('da')).toMatch(danish);
    expect(message('en')).toMatch(english);
    expect(message('da')).toContain(`i emnet ${topic}, partition 3, offset 1234567`);
    expect(message('en')).toContain(`in the topic ${topic}, partition 3, offset 1234567`);
    expect([message('da'), message('en')].join()).not.toContain(ANNA);
    expect(receiptOf({ ...at, topic, reason }).message).toBe(message('en'));
  });

  test.each([null, sound])('is told so to whoever reads it later, in their language', (value) =>
    withStore(settingsFor(temporaryFolder()), PERSON_LAW, async ({ rejected, intake, settings }) => {
      await keepPoison(rejected, clock, { ...at, topic, reason, value });
      const [kept] = await rejected.list({ after: 0, limit: 1 });
      const explaining = new ExplainRejected(intake, (payload) => readKeptPayload(payload, settings.lineLimits));
      if (kept === undefined) throw new Error('Nothing was kept.');

      expect(explaining.faultsOf(kept)).toEqual([
        { code: 'INVALID_EVENT', reason: { da: message('da'), en: message('en') } },
      ]);
      expect(explaining.receiptIn('da', kept)).toEqual(receiptOf({ ...at, topic, reason, language: 'da' }));
      expect(explaining.receiptIn(undefined, kept)).toEqual(receiptOf({ ...at, topic, reason }));
    }),
  );
});
