import { HINDRANCES } from '../../../kernel/finding';
import { SECTOR_ORDER } from '../../../kernel/organisation';
import type { Fact, FactKind } from '../../../kernel/pathway';
import { FACT_COLUMNS_WORDS } from '../../../kernel/words/research';
import { describedColumns } from './research-column';
import type { FactRow } from './rows';
import { analysisCode, organisationCode, OTHER, substanceCode, unitCode } from './safe-codes';

const KINDS: Readonly<Record<FactKind, true>> = {
  participation: true,
  diet: true,
  'smoking-cessation': true,
  training: true,
  'patient-education': true,
  psychosocial: true,
  referral: true,
  'municipal-start': true,
  'municipal-end': true,
  hads: true,
  'blood-pressure': true,
  hjertekost: true,
  'smoking-status': true,
  'exercise-capacity': true,
  laboratory: true,
  dispensing: true,
};
const INTERVENTIONS = ['training', 'diet', 'smoking-cessation', 'patient-education', 'psychosocial'];

type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

/** A value that only facts of a kind have. */
const ofKind =
  <K extends FactKind, V extends string | number | undefined>(kind: K, value: (fact: FactOf<K>) => V) =>
  ({ fact }: FactRow): V | undefined =>
    fact.kind === kind ? value(fact as FactOf<K>) : undefined;

/** A value, or `other` where it is none of those that are allowed. */
const oneOf = (allowed: readonly string[], value: string | undefined): string | undefined =>
  value === undefined || allowed.includes(value) ? value : OTHER;

const FORMS = ['individual', 'group', 'virtual', 'phone', OTHER];
const ENDS = ['completed', 'stopped', 'transferred', 'died', OTHER];
const STATUSES = ['smoker', 'former-smoker', 'never-smoker', 'unknown', OTHER];
const METHODS = ['watt', '6mwt', 'sit-to-stand', OTHER];
const PHASES = ['start', 'end', OTHER];

/** A row a fact, in the order facts are told in. */
export const FACT_COLUMNS = describedColumns<FactRow>()(FACT_COLUMNS_WORDS, {
  person: { type: 'text', isFilled: true, source: 'R05', of: ({ person }) => person },
  pathway: { type: 'integer', isFilled: true, source: 'interface.md §2', of: ({ pathway }) => pathway },
  number: { type: 'integer', isFilled: true, source: 'interface.md §2', of: ({ number }) => number },
  kind: {
    type: 'text',
    isFilled: true,
    allowed: Object.keys(KINDS),
    source: 'interface.md §2; R04',
    of: ({ fact }) => fact.kind,
  },
  day: { type: 'day', isFilled: true, source: 'domain.md §3; R16–R17, R22', of: ({ fact }) => fact.on },
  sector: {
    type: 'text',
    isFilled: true,
    allowed: SECTOR_ORDER,
    source: 'R01–R03, R05, R06',
    of: ({ fact }) => fact.sector,
  },
  source: { type: 'text', isFilled: true, source: 'interface.md §1', of: ({ fact }) => organisationCode(fact.source) },
  form: {
    type: 'text',
    allowed: FORMS,
    source: 'R03',
    of: ({ fact }) => oneOf(FORMS, 'form' in fact ? fact.form : undefined),
  },
  held_back_by: {
    type: 'text',
    allowed: HINDRANCES,
    isSeveral: true,
    source: 'R02, R10, R11, R13, R14',
    of: ({ fact }) => ('hindrances' in fact ? fact.hindrances?.join(' ') : undefined),
  },
  delivered_by: {
    type: 'text',
    source: 'R02',
    of: ({ fact }) => ('by' in fact && fact.by !== undefined ? organisationCode(fact.by) : undefined),
  },
  referred_to: { type: 'text', source: 'R14b', of: ofKind('referral', ({ to }) => organisationCode(to)) },
  interventions: {
    type: 'text',
    allowed: INTERVENTIONS,
    isSeveral: true,
    source: 'R14b',
    of: ofKind('referral', ({ interventions }) => interventions.join(' ')),
  },
  referred_on: { type: 'day', source: 'interface.md §1', of: ofKind('municipal-start', (fact) => fact.referredOn) },
  course_outcome: {
    type: 'text',
    allowed: ENDS,
    source: 'interface.md §1',
    of: ofKind('municipal-end', ({ outcome }) => oneOf(ENDS, outcome)),
  },
  sessions_planned: {
    type: 'integer',
    source: 'interface.md §3',
    of: ({ fact }) => ('planned' in fact ? fact.planned : undefined),
  },
  sessions_attended: {
    type: 'integer',
    source: 'interface.md §3; R08',
    of: ofKind('municipal-end', ({ attended }) => attended),
  },
  anxiety: { type: 'integer', unit: 'points, 0–21', source: 'R06', of: ofKind('hads', ({ anxiety }) => anxiety) },
  depression: {
    type: 'integer',
    unit: 'points, 0–21',
    source: 'R06',
    of: ofKind('hads', ({ depression }) => depression),
  },
  systolic: {
    type: 'number',
    unit: 'mmHg',
    source: 'R12c–R12e',
    of: ofKind('blood-pressure', (fact) => fact.systolic),
  },
  diastolic: {
    type: 'number',
    unit: 'mmHg',
    source: 'R12c–R12e',
    of: ofKind('blood-pressure', (fact) => fact.diastolic),
  },
  diet_score: { type: 'number', unit: 'points', source: 'R13b', of: ofKind('hjertekost', ({ score }) => score) },
  smoking_status: {
    type: 'text',
    allowed: STATUSES,
    source: 'interface.md §1',
    of: ofKind('smoking-status', ({ status }) => oneOf(STATUSES, status)),
  },
  capacity: {
    type: 'number',
    unit: 'W, m or repetitions, by capacity_method',
    source: 'interface.md §1',
    of: ofKind('exercise-capacity', ({ value }) => value),
  },
  capacity_method: {
    type: 'text',
    allowed: METHODS,
    source: 'interface.md §1',
    of: ofKind('exercise-capacity', ({ method }) => oneOf(METHODS, method)),
  },
  capacity_phase: {
    type: 'text',
    allowed: PHASES,
    source: 'interface.md §1',
    of: ofKind('exercise-capacity', ({ phase }) => oneOf(PHASES, phase)),
  },
  npu: { type: 'text', source: 'R18', of: ofKind('laboratory', ({ npu }) => analysisCode(npu)) },
  laboratory_value: {
    type: 'number',
    unit: 'as laboratory_unit says',
    source: 'R18',
    of: ofKind('laboratory', ({ value }) => (typeof value === 'number' ? value : undefined)),
  },
  laboratory_bound: {
    type: 'text',
    unit: 'as laboratory_unit says',
    source: 'R18',
    of: ofKind('laboratory', ({ value }) => (typeof value === 'string' ? value : undefined)),
  },
  laboratory_unit: { type: 'text', source: 'R18', of: ofKind('laboratory', ({ unit }) => unitCode(unit)) },
  atc: { type: 'text', source: 'domain.md §4', of: ofKind('dispensing', ({ atc }) => substanceCode(atc)) },
});
