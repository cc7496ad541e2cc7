import type { Decision } from '../../src/kernel/decision';
import { evaluate, type Told } from '../support/evaluate';
import { civilRegistration, feed, generalPractice, hospital, LAB, laboratory, municipality } from '../support/sectors';
import { about, GRY } from '../support/source-event';
import { unforeseenSet } from './unforeseen';

const by = unforeseenSet();
const { pci, hads, bloodPressure } = hospital();
const start = pci('2023-01-03');
const worried = hads(11, 6, '2023-01-20');
const AFTER = '2024-01-04';

async function decided(key: string, told: Told, asOf = AFTER): Promise<Decision> {
  const evaluated = await evaluate([start, told], { asOf, by });
  expect(evaluated.receipts.filter((receipt) => receipt?.status === 'rejected')).toEqual([]);
  return evaluated.decision(key);
}

describe('HbA1c from the laboratory', () => {
  it('is cited and given by its own name', async () => {
    const decision = await decided('hba1c', [laboratory.hba1c(48, '2023-11-30'), laboratory.ldl(1.2, '2023-12-01')]);

    expect(decision).toMatchObject({ outcome: 'met', value: { hba1c: 48, unit: 'mmol/mol' }, also: [] });
    expect(decision.decisive).toMatchObject([{ what: 'hba1c', on: '2023-11-30', sector: 'laboratory' }]);
  });

  it('does not change what is said of LDL', async () => {
    const decision = await decided('ldl', [laboratory.hba1c(48, '2023-11-30'), laboratory.ldl(1.2, '2023-11-01')]);

    expect(decision).toMatchObject({ value: { ldl: 1.2, unit: 'mmol/L' }, decisive: [{ what: 'ldl' }], also: [] });
  });

  it.each<[string, Told, string, string, string]>([
    [
      'met',
      laboratory.hba1c(53, '2023-11-30'),
      AFTER,
      'Opfyldt: seneste HbA1c 53 mmol/mol (mål: højst 53), 30. november 2023 i Laboratoriedatabasen (34 dage før vinduets udløb).',
      "Met: latest HbA1c 53 mmol/mol (target: at most 53), on 30 November 2023 in the laboratory database (34 days before the window's end).",
    ],
    [
      'not met, by a bound',
      laboratory.hba1c('>140', '2023-11-30'),
      AFTER,
      'Ikke opfyldt: seneste HbA1c >140 mmol/mol (mål: højst 53), 30. november 2023 i Laboratoriedatabasen (34 dage før vinduets udløb).',
      "Not met: latest HbA1c >140 mmol/mol (target: at most 53), on 30 November 2023 in the laboratory database (34 days before the window's end).",
    ],
    [
      'pending, with a value so far',
      laboratory.hba1c(61.5, '2023-11-30'),
      '2024-01-03',
      'Afventer: vinduet er åbent til og med 3. januar 2024; foreløbigt ikke opfyldt: seneste HbA1c 61,5 mmol/mol (mål: højst 53), 30. november 2023 i Laboratoriedatabasen (34 dage før vinduets udløb).',
      "Pending: the window is open through 3 January 2024; so far not met: latest HbA1c 61.5 mmol/mol (target: at most 53), on 30 November 2023 in the laboratory database (34 days before the window's end).",
    ],
    [
      'pending, without one',
      [],
      '2023-06-01',
      'Afventer: vinduet er åbent til og med 3. januar 2024, og der mangler HbA1c.',
      'Pending: the window is open through 3 January 2024, and HbA1c is still missing.',
    ],
    [
      'unknown, for want of a value: another unit is not used',
      laboratory.hba1c(6.5, '2023-11-30', { unit: '%' }),
      AFTER,
      'Uoplyst: der er ingen værdi for HbA1c fra 3. januar 2023 til 3. januar 2024.',
      'Unknown: there is no value of HbA1c from 3 January 2023 to 3 January 2024.',
    ],
    [
      'unknown, the laboratory being silent',
      feed(LAB, 'silent', '2023-02-01', '2023-02-28'),
      AFTER,
      'Uoplyst: der er ikke modtaget HbA1c, men vi ville ikke have vidst det. Laboratoriedatabasen (laboratory:lab-database) indberettede ikke i 28 dage af perioden.',
      'Unknown: no HbA1c was received, but we would not have known. The laboratory database (laboratory:lab-database) did not report on 28 days of the period.',
    ],
    [
      'excluded',
      civilRegistration.status('dead', '2023-05-01'),
      AFTER,
      'Ekskluderet: patienten døde inden 3. januar 2024.',
      'Excluded: the patient died by 3 January 2024.',
    ],
  ])('%s', async (_what, told, asOf, da, en) => {
    expect((await decided('hba1c', told, asOf)).explanation).toEqual({ da, en });
  });
});

describe('HADS below 8 at the end', () => {
  it('reads both scores, at least 60 days after the first', async () => {
    const decision = await decided('hads-below-8', [
      worried,
      hads(1, 1, '2023-03-20'),
      municipality().hads(4, 3, '2023-06-01'),
    ]);

    expect(decision).toMatchObject({ outcome: 'met', value: { anxiety: 4, depression: 3 }, also: [] });
    expect(decision.decisive).toMatchObject([{ what: 'hads', on: '2023-06-01', sector: 'municipality' }]);
  });

  it.each<[string, Told, string, string, string]>([
    [
      'met',
      [worried, hads(4, 3, '2023-11-30')],
      AFTER,
      'Opfyldt: seneste HADS ved slut: angst 4 og depression 3 (mål: angst under 8 og depression under 8), 30. november 2023 på sygehuset (34 dage før vinduets udløb).',
      "Met: latest HADS at the end: anxiety 4 and depression 3 (target: anxiety below 8 and depression below 8), on 30 November 2023 at the hospital (34 days before the window's end).",
    ],
    [
      'not met by one of the two',
      [worried, hads(7, 8, '2023-11-30')],
      AFTER,
      'Ikke opfyldt: seneste HADS ved slut: angst 7 og depression 8 (mål: angst under 8 og depression under 8), 30. november 2023 på sygehuset (34 dage før vinduets udløb).',
      "Not met: latest HADS at the end: anxiety 7 and depression 8 (target: anxiety below 8 and depression below 8), on 30 November 2023 at the hospital (34 days before the window's end).",
    ],
    [
      'unknown, nobody having asked again',
      [worried, hads(4, 3, '2023-03-20')],
      AFTER,
      'Uoplyst: der er ingen værdi for HADS ved slut fra 3. januar 2023 til 3. januar 2024.',
      'Unknown: there is no value of HADS at the end from 3 January 2023 to 3 January 2024.',
    ],
    [
      'pending',
      worried,
      '2023-06-01',
      'Afventer: vinduet er åbent til og med 3. januar 2024, og der mangler HADS ved slut.',
      'Pending: the window is open through 3 January 2024, and HADS at the end is still missing.',
    ],
    [
      'not asked',
      hads(3, 3, '2023-01-20'),
      AFTER,
      'Ikke relevant: indikatoren gælder forløb hvor første HADS inden 90 dage viser angst eller depression på mindst 8.',
      'Not applicable: the indicator is about pathways whose first HADS within 90 days shows anxiety or depression of at least 8.',
    ],
  ])('%s', async (_what, told, asOf, da, en) => {
    expect((await decided('hads-below-8', told, asOf)).explanation).toEqual({ da, en });
  });
});

describe('systolic pressure in general practice', () => {
  it('reads one number, of practices alone', async () => {
    const decision = await decided('systolic', [
      generalPractice().bloodPressure(128, 95, '2023-11-30'),
      bloodPressure(150, 80, '2023-12-01'),
    ]);

    expect(decision).toMatchObject({ outcome: 'met', value: { systolic: 128 }, also: [] });
    expect(decision.value).not.toHaveProperty('diastolic');
    expect(decision.decisive).toMatchObject([{ what: 'blood-pressure', sector: 'general-practice' }]);
  });

  it.each<[string, Told, string, string, string]>([
    [
      'met',
      generalPractice().bloodPressure(128, 95, '2023-11-30'),
      AFTER,
      'Opfyldt: seneste blodtryk (systolisk) 128 mmHg (mål: under 130), 30. november 2023 i almen praksis (34 dage før vinduets udløb).',
      "Met: latest blood pressure (systolic) 128 mmHg (target: below 130), on 30 November 2023 in general practice (34 days before the window's end).",
    ],
    [
      'not met',
      generalPractice().bloodPressure(130, 70, '2023-11-30'),
      AFTER,
      'Ikke opfyldt: seneste blodtryk (systolisk) 130 mmHg (mål: under 130), 30. november 2023 i almen praksis (34 dage før vinduets udløb).',
      "Not met: latest blood pressure (systolic) 130 mmHg (target: below 130), on 30 November 2023 in general practice (34 days before the window's end).",
    ],
    [
      'unknown: a silent municipality is no reason',
      [civilRegistration.livesIn('0461'), feed('municipality:0461', 'silent', '2023-01-03')],
      AFTER,
      'Uoplyst: der er ingen værdi for blodtryk (systolisk) fra 3. januar 2023 til 3. januar 2024.',
      'Unknown: there is no value of blood pressure (systolic) from 3 January 2023 to 3 January 2024.',
    ],
    [
      'pending, with a value so far',
      generalPractice().bloodPressure(120, 70, '2023-11-30'),
      '2023-12-24',
      'Afventer: vinduet er åbent til og med 3. januar 2024; foreløbigt opfyldt: seneste blodtryk (systolisk) 120 mmHg (mål: under 130), 30. november 2023 i almen praksis (34 dage før vinduets udløb).',
      "Pending: the window is open through 3 January 2024; so far met: latest blood pressure (systolic) 120 mmHg (target: below 130), on 30 November 2023 in general practice (34 days before the window's end).",
    ],
  ])('%s', async (_what, told, asOf, da, en) => {
    expect((await decided('systolic', told, asOf)).explanation).toEqual({ da, en });
  });
});

test('the twelve are decided and told as they were', async () => {
  const story = [
    ...[
      start,
      civilRegistration.livesIn('0461'),
      worried,
      hads(4, 3, '2023-06-01'),
      bloodPressure(128, 78, '2023-04-01'),
    ],
    ...[laboratory.ldl(1.2, '2023-05-01'), laboratory.hba1c(48, '2023-05-02'), about(GRY, pci('2023-01-03'))],
  ];
  const before = await evaluate(story, { asOf: AFTER });
  const after = await evaluate(story, { asOf: AFTER, by });

  const twelve = after.decisions.filter(({ number }) => number <= 12);
  expect(twelve.map((decision) => ({ ...decision, definition: 'dhrd-2023/2' }))).toEqual(before.decisions);
});
