import { movementText, rowSentence } from '../../src/reporting/adapters/text/movement-text';
import type { Disclosed } from '../../src/disclosure/domain/disclosed';
import type { Movement } from '../../src/reporting/domain/movement/movement';
import { EXACT } from '../support/shown';
import type { MovingReport } from '../../src/reporting/application/explain-movement';
import { feed, hospital, municipality, ODENSE_HOSPITAL } from '../support/sectors';
import { BO, retraction, type SourceEvent } from '../support/source-event';
import { basis, period, reportsOver } from './viewpoints';

const early: MovingReport = {
  period: period('all'),
  asOf: '2024-06-30',
  knownAt: Date.parse('2024-06-01T12:00:00Z'),
  basis,
};
const late = { ...early, knownAt: Date.parse('2024-06-30T12:00:00Z') };

const received = (moment: string, ...told: (SourceEvent | SourceEvent[])[]): SourceEvent[] =>
  told.flat().map((event) => ({ ...event, receivedtime: moment }));

/** Participation as moved by what was received since the first report. */
async function participation(before: SourceEvent[], ...since: SourceEvent[]): Promise<Disclosed<Movement>> {
  const { moved } = await reportsOver([
    received('2024-06-01T12:00:00Z', before),
    received('2024-06-15T12:00:00Z', since),
  ]);
  const movement = await moved.between(early, late, { level: 'denmark' });
  const rows = movement.rows.filter(({ indicator }) => indicator === 'participation');
  return EXACT.forStaff({ ...movement, rows });
}

const start = municipality().start('2023-02-01');
const patient = hospital().pci('2023-01-03');

test('each count that moved is told with its causes, in both languages', async () => {
  const other = hospital().pci('2023-01-03', { cpr: BO });
  const movement = await participation([...patient, start], ...other, retraction(start));

  expect(movementText(movement, 'en').split('\n').slice(4)).toEqual([
    '1 Participation in rehabilitation, Danmark: 100.0 % → 0.0 %',
    '  met 1 → 0 (−1): retractions −1',
    '  not met 0 → 2 (+2): new patients +1, retractions +1',
    '',
  ]);
  expect(rowSentence(movement.rows[0]!).da).toBe(
    'opfyldt 1 → 0 (−1): tilbagetrækninger −1; ikke opfyldt 0 → 2 (+2): nye patienter +1, tilbagetrækninger +1',
  );
});

test('what moves the estimate alone is told as such', async () => {
  const movement = await participation([...patient, start], feed(ODENSE_HOSPITAL, 'silent', '2023-01-01'));

  expect(rowSentence(movement.rows[0]!).en).toBe('met without trouble 1 → 0 (−1): feed status −1');
});

test('where nothing moved that is said', async () => {
  const movement = await participation([...patient, start]);

  expect(movementText(movement, 'en')).toContain('nothing moved');
  expect(rowSentence(movement.rows[0]!)).toEqual({ da: 'intet har flyttet sig', en: 'nothing moved' });
});
