import type { Receipt } from '../../src/kernel/receipt';
import { receiptsOf } from '../support/evaluate';
import { hospital, municipality } from '../support/sectors';
import { ANNA } from '../support/source-event';
import { ROWS, commonFields } from './fields';

const SECRET = 'Sofie-Amalie';

/** Values a sender might put where they do not belong. */
const STRANGE: readonly unknown[] = [
  `${SECRET} ${ANNA}`,
  [`${SECRET} ${ANNA}`],
  { [SECRET]: ANNA, [ANNA]: SECRET },
  Number(ANNA),
  -Number(ANNA),
  `1977-02-31 ${SECRET}`,
];

/** What the program says of its own accord: the sender's id and source stand beside it and are the sender's. */
const saidIn = (receipts: readonly (Receipt | undefined)[]): string =>
  receipts.map((receipt) => `${receipt?.path ?? ''} ${receipt?.message ?? ''}`).join('\n');

test.each(ROWS.map((row) => [row.what, row] as const))(
  'no receipt of a %s tells a value the source sent',
  async (_what, { event, fields }) => {
    const faulty = [...commonFields(event), ...fields].flatMap((field) =>
      STRANGE.map((value) => ({ ...event, id: `${field}-${typeof value}`, data: { ...event.data, [field]: value } })),
    );
    const receipts = await receiptsOf(faulty);
    const said = saidIn(receipts);

    expect(receipts.filter((receipt) => receipt?.status === 'rejected').length).toBeGreaterThan(fields.length);
    for (const value of [SECRET, ANNA, '1977-02-31']) expect(said).not.toContain(value);
  },
);

test('nor does one of an envelope or a line that cannot be read', async () => {
  const event = hospital().hads(3, 4, '2023-02-10');
  const members = ['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'data'];
  const envelopes = members.flatMap((member) => STRANGE.map((value) => JSON.stringify({ ...event, [member]: value })));
  const said = saidIn(await receiptsOf([...envelopes, `${SECRET} ${ANNA}`, `{"cpr":"${ANNA}"`, `["${ANNA}"]`]));

  for (const value of [SECRET, ANNA]) expect(said).not.toContain(value);
});

test('nor does one of an organisation, a channel, a date or a reused id', async () => {
  const { procedure, referral, ldl } = hospital();
  const used = procedure('KFNG02', '2023-01-03', { id: 'used' });
  const receipts = await receiptsOf([
    used,
    { ...used, data: { ...used.data, code: `KFNG${SECRET}` } },
    procedure('BUG1', '2023-02-10', { source: `private:${SECRET}` }),
    procedure('BUG1', '2023-02-10', { source: `hospital:${ANNA}` }),
    procedure('BUG1', '2023-02-10', { performedBy: `hospital:${SECRET}` }),
    referral(`municipality:${SECRET}`, ['diet'], '2023-02-10'),
    procedure(`BUG${SECRET}`, '2022-02-10'),
    procedure(`KFNG${SECRET}`, '2029-02-10', { time: '2023-01-01T00:00:00Z' }),
    ldl(98765, '2023-02-10'),
    municipality().intervention('diet', '2023-02-10', { code: SECRET }),
  ]);
  const said = saidIn(receipts);

  expect(receipts.slice(1).map((receipt) => receipt?.status)).toEqual(Array(9).fill('rejected'));
  for (const value of [SECRET, ANNA, '2022-02-10', '2029-02-10', '98765']) expect(said).not.toContain(value);
});

test('every refusal says what to do about it', async () => {
  const receipts = await receiptsOf(ROWS.map(({ event }) => ({ ...event, data: {} })));

  for (const receipt of receipts) expect(receipt?.message?.length ?? 0).toBeGreaterThan(20);
});
