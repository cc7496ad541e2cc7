/** One line of a FAQ case: who reports, what kind, when, and the data beyond the CPR number. */
type Step = readonly [source: string, kind: string, on: string, data: Readonly<Record<string, unknown>>];

/** A patient who shows what a FAQ rule means (domain.md §2). */
interface FaqCase {
  readonly rules: string;
  /** A public test number or one constructed likewise. */
  readonly cpr: string;
  readonly steps: readonly Step[];
}

const ODENSE_HOSPITAL = 'hospital:330901000016003';
const ODENSE = 'municipality:0461';
const DANHEART = 'danheart:330901000016003';

const residence = (code: string): Step => [
  'person:civil-registration',
  'person.status',
  '2020-01-01',
  { state: 'alive', from: '2020-01-01', municipality: code },
];
const pci = (on: string, contactId: string): Step => [
  ODENSE_HOSPITAL,
  'hospital.procedure',
  on,
  { contactId, code: 'KFNG02', performedOn: on },
];
const diagnosis = (on: string, contactId: string, code: string): Step => [
  ODENSE_HOSPITAL,
  'hospital.diagnosis',
  on,
  { contactId, code, role: 'A', diagnosedOn: on },
];
const service = (on: string, contactId: string, code: string, more: object = {}): Step => [
  ODENSE_HOSPITAL,
  'hospital.procedure',
  on,
  { contactId, code, performedOn: on, ...more },
];
const measured = (source: string, on: string, kind: string, values: object): Step => [
  source,
  `${source.slice(0, source.indexOf(':'))}.measurement`,
  on,
  { measuredOn: on, kind, ...values },
];
const delivered = (on: string, kind: string, form: string): Step => [
  ODENSE,
  'municipality.intervention',
  on,
  { courseId: 'f-1', kind, form, deliveredOn: on },
];

const CASES: readonly FaqCase[] = [
  {
    rules: 'R03 R05 R06 R07 R08 R10 R11 R12c R13 R14b',
    cpr: '1502779995',
    steps: [
      residence('0461'),
      pci('2023-01-03', 'k-1'),
      diagnosis('2023-01-03', 'k-1', 'DZ034'),
      diagnosis('2023-01-09', 'k-1', 'DI209'),
      diagnosis('2023-01-18', 'k-2', 'DI209'),
      service('2023-01-18', 'k-2', 'BVDY04'),
      service('2023-01-18', 'k-2', 'BUG1'),
      measured(ODENSE_HOSPITAL, '2023-01-18', 'blood-pressure', { systolic: 148, diastolic: 92 }),
      measured(ODENSE_HOSPITAL, '2023-01-18', 'hads', { anxiety: 9, depression: 6 }),
      measured(ODENSE_HOSPITAL, '2023-01-18', 'hjertekost', { score: 68 }),
      measured(ODENSE_HOSPITAL, '2023-01-18', 'smoking-status', { value: 'smoker' }),
      [
        ODENSE_HOSPITAL,
        'hospital.referral',
        '2023-01-18',
        {
          contactId: 'k-2',
          to: ODENSE,
          interventions: ['diet', 'smoking-cessation', 'training'],
          referredOn: '2023-01-18',
        },
      ],
      [ODENSE, 'municipality.start', '2023-02-06', { courseId: 'f-1', startedOn: '2023-02-06', plannedSessions: 24 }],
      measured(ODENSE, '2023-02-06', 'exercise-capacity', { method: '6mwt', phase: 'start', value: 420 }),
      delivered('2023-02-20', 'smoking-cessation', 'group'),
      delivered('2023-03-01', 'diet', 'group'),
      measured(ODENSE, '2023-04-25', 'exercise-capacity', { method: '6mwt', phase: 'end', value: 480 }),
      measured(ODENSE, '2023-04-25', 'hads', { anxiety: 5, depression: 4 }),
      [
        ODENSE,
        'municipality.end',
        '2023-04-25',
        { courseId: 'f-1', endedOn: '2023-04-25', outcome: 'completed', attendedSessions: 22 },
      ],
      diagnosis('2023-05-02', 'k-3', 'DI209'),
      service('2023-05-02', 'k-3', 'BVDY0'),
      [
        'laboratory:lab-database',
        'laboratory.result',
        '2023-11-30',
        { npu: 'NPU01568', value: 1.3, unit: 'mmol/L', sampledOn: '2023-11-30' },
      ],
    ],
  },
  {
    rules: 'R10: a PCI without a diagnosis is held',
    cpr: '0201609995',
    steps: [residence('0461'), pci('2023-02-14', 'k-10'), service('2023-03-01', 'k-11', 'BVDY0')],
  },
  {
    rules: 'R02 R14: done elsewhere, and referred only, do not count for the hospital',
    cpr: '0201609996',
    steps: [
      residence('0461'),
      diagnosis('2023-03-06', 'k-20', 'DI219'),
      service('2023-03-20', 'k-20', 'BVDY0'),
      service('2023-03-20', 'k-20', 'BUG1', { performedBy: ODENSE }),
      service('2023-03-20', 'k-20', 'BRXT01', { purpose: 'referral' }),
      measured(ODENSE_HOSPITAL, '2023-03-20', 'hjertekost', { score: 60 }),
      measured(ODENSE_HOSPITAL, '2023-03-20', 'smoking-status', { value: 'smoker' }),
    ],
  },
  {
    rules: 'R04 R15 R16 R17 R18: refused, each with a receipt',
    cpr: '0504909995',
    steps: [
      residence('0751'),
      diagnosis('2023-04-03', 'k-30', 'DI214'),
      [ODENSE, 'municipality.intervention', '2023-04-20', { kind: 'diet', code: 'BUG1', deliveredOn: '2023-04-20' }],
      ['private:clinic', 'municipality.intervention', '2023-04-20', { kind: 'diet', deliveredOn: '2023-04-20' }],
      service('2022-12-30', 'k-30', 'BVDY0'),
      measured(ODENSE_HOSPITAL, '2023-04-20', 'ldl', { value: 1.9 }),
    ],
  },
  {
    rules: 'R20 R24 R12e: begins in DanHeart, ends in the municipality, followed in general practice',
    cpr: '0108589995',
    steps: [
      residence('0461'),
      diagnosis('2022-12-01', 'k-40', 'DI219'),
      [
        DANHEART,
        'danheart.form',
        '2022-12-05',
        {
          form: 'start',
          serviceOn: '2022-12-05',
          submittedOn: '2023-01-09',
          smokingStatus: 'never-smoker',
          bloodPressure: { systolic: 132, diastolic: 84 },
          hads: { anxiety: 8, depression: 5 },
        },
      ],
      [ODENSE, 'municipality.start', '2022-12-20', { courseId: 'f-4', startedOn: '2022-12-20', plannedSessions: 20 }],
      [
        ODENSE,
        'municipality.end',
        '2023-03-01',
        { courseId: 'f-4', endedOn: '2023-03-01', outcome: 'stopped', reason: 'work', attendedSessions: 9 },
      ],
    ],
  },
];

/** The FAQ's cases as source events, in the order of their days; the same text every time. */
export function faqCases(): object[] {
  return CASES.flatMap(({ cpr, steps }, patient) =>
    steps.map(([source, kind, on, data], step) => ({
      specversion: '1.0',
      id: `faq-${patient + 1}-${step + 1}`,
      source,
      type: `dk.rehabspor.${kind}.v1`,
      time: `${on}T12:00:00+01:00`,
      receivedtime: `${on}T13:00:00+01:00`,
      datacontenttype: 'application/json',
      data: { cpr, recordId: `faq-${patient + 1}-${step + 1}`, ...data },
    })),
  ).sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
