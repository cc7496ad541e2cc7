import { Embedded, composeEmbedded } from '../../../src/apps/embedded';
import { bringUpToDate } from '../../../src/operations/bring-up-to-date';
import { SilentLogger } from '../../../src/platform/silent-logger';
import { linesOf } from '../../support/evaluate';
import { lookAt } from '../../support/looks';
import { civilRegistration, feed, generalPractice, hospital, municipality, ODENSE } from '../../support/sectors';
import { ANNA, BO, CARLA, DAVID, ELSE } from '../../support/source-event';
import { closeEmbedded, SetClock, settingsFor, takeIn } from '../embedded';
import { plant } from '../../set-aside/planted';
import { PersonKeys } from '../../../src/access/domain/person-key';
import { SECRET } from '../ground';

/** The day the small store was filled on. */
export const clock = SetClock.at('2024-03-01');

/** Two persons something fails for: one cannot be folded, one cannot be decided. */
const keys = new PersonKeys(Buffer.from(SECRET));
const { law: cannotFold } = plant('fold', keys.keyOf(DAVID));
const { law: cannotDecide } = plant('decide', keys.keyOf(ELSE));
export const law = { ...cannotFold, decide: cannotDecide.decide };

const { pci, referral } = hospital();
const story = (cpr: string) => [
  ...pci('2023-01-03', { cpr }),
  referral(ODENSE, ['training'], '2023-01-10', { cpr }),
  municipality().start('2023-02-01', { cpr }),
];
const again = { ...municipality().start('2023-03-01', { cpr: ANNA }), receivedtime: '2023-03-02T10:00:00Z' };
const ahead = {
  ...generalPractice().bloodPressure(130, 80, '2023-04-01', { cpr: ANNA }),
  time: '2024-03-05T10:00:00Z',
};

/** Fills a store in which every table has rows, persons with one number and with two, alone and related. */
export async function fillSmallStore(folder: string): Promise<void> {
  const store: Embedded = composeEmbedded(settingsFor(folder), clock, new SilentLogger(), { law });
  await bringUpToDate(store);
  store.log.start();
  await takeIn(store, [
    linesOf([ANNA, BO, DAVID, ELSE].flatMap(story)),
    linesOf([again, ahead, feed(ODENSE, 'not-connected', '2023-02-01', '2023-02-20', { recordId: 'f' })]),
    linesOf([{ ...again, receivedtime: '2023-03-01T10:00:00Z' }, civilRegistration.newNumber(CARLA, BO, '2023-04-01')]),
    // The same registration of two persons, which relates them; a feed's registration of two organisations.
    linesOf([municipality().end('2023-05-01', { cpr: ANNA, recordId: 'one', unknown: 'field' })]),
    linesOf([municipality().end('2023-05-02', { cpr: '0707614285', recordId: 'one' })]),
    linesOf([feed('municipality:0101', 'silent', '2023-02-01', '2023-02-20', { recordId: 'f' })]),
    ['{"id":"refused"}', 'no JSON'],
  ]);
  await fillBooks(store);
  await closeEmbedded(store);
}

/** Rows of what no event leads to. */
async function fillBooks({
  rejected,
  alarms,
  relationBook,
  reportBook,
  definitionBook,
  subscriptionBook,
  webhookBook,
  log,
  logLooks,
}: Embedded): Promise<void> {
  await rejected.resolve(1, 1_700_000_000_000);
  const at = '2024-03-01T12:00:00.000Z';
  await alarms.append('an alarm', 0, { step: 'raised', at } as never);
  await log.publish('feed-alarms', [{ key: ODENSE, value: { organisation: ODENSE } as never }]);
  await log.publish('look-alarms', [{ key: ODENSE, value: { organisation: ODENSE } as never }]);
  await relationBook.append('p_somebody', 0, 'a step');
  await reportBook.freeze({ id: 'r', question: '{}', basis: '{}', content: '{}', digest: 'd' }, { at } as never);
  await definitionBook.propose({ id: 'd', digest: 'd', content: '{}', text: 'x' }, { at } as never);
  await definitionBook.add('d', { at } as never, 1, 'a difference');
  await subscriptionBook.add({ id: 's', progress: { revision: 0 } } as never);
  await webhookBook.add({ id: 'w', progress: { revision: 0 } } as never);
  for (const organisation of [ODENSE, undefined])
    await logLooks.log(lookAt([keys.keyOf(ANNA), keys.keyOf(BO)], { organisation }));
}
