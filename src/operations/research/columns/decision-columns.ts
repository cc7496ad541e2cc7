import { POSSIBLE_OUTCOMES, type Evidence, type IndicatorDecision } from '../../../kernel/decision';
import { SECTOR_ORDER } from '../../../kernel/organisation';
import { DECISION_COLUMNS_WORDS } from '../../../kernel/words/research';
import { describedColumns } from './research-column';
import type { DecisionRow } from './rows';
import { organisationCode, unitCode } from './safe-codes';

const OUTCOMES = ['met', 'not-met', 'unknown', 'pending', 'excluded', 'not-applicable'];
const TROUBLES = ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];
const REASONS = ['UNDER_18', 'OUTSIDE_DENOMINATOR', 'DIED_IN_WINDOW', 'EMIGRATED_IN_WINDOW', ...TROUBLES].concat([
  'NO_VALUE',
  'VALUE_CANNOT_TELL',
  'NO_EVIDENCE',
]);
const NAMED = ['attended', 'planned', 'method', 'start', 'end', 'smokingStatus', 'unit'].concat([
  'systolic',
  'diastolic',
  'anxiety',
  'depression',
  'score',
]);

/** The fact that the decision was made by: the first where something happened, the last where a value was read. */
function decidedBy({ decision: { value, decisive } }: DecisionRow): Evidence | undefined {
  return value === undefined ? decisive[0] : decisive.at(-1);
}

const organisationOf = (organisation: string | undefined): string | undefined =>
  organisation === undefined ? undefined : organisationCode(organisation);

const numberAt =
  (field: string) =>
  ({ decision: { value } }: DecisionRow): number | undefined =>
    asNumber(value?.[field]);

const textAt =
  (field: string) =>
  ({ decision: { value } }: DecisionRow): string | undefined => {
    const text = value?.[field];
    return typeof text === 'string' ? text : undefined;
  };

/** What a decision's value holds under a name of the definition set's own: a laboratory result goes by its measure's key. */
function ownValue({ value = {} }: IndicatorDecision): string | number | undefined {
  return Object.entries(value).find(([field]) => !NAMED.includes(field))?.[1];
}

const asNumber = (value: string | number | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
const RULES = 'interface.md §3';

/** A row a decision: every indicator of every pathway. */
export const DECISION_COLUMNS = describedColumns<DecisionRow>()(DECISION_COLUMNS_WORDS, {
  person: { type: 'text', isFilled: true, source: 'R05', of: ({ person }) => person },
  pathway: { type: 'integer', isFilled: true, source: 'interface.md §2', of: ({ decision }) => decision.pathway },
  number: { type: 'integer', isFilled: true, source: RULES, of: ({ decision }) => decision.number },
  indicator: { type: 'text', isFilled: true, source: RULES, of: ({ decision }) => decision.indicator },
  definition: { type: 'text', isFilled: true, source: RULES, of: ({ definition }) => definition },
  index_day: { type: 'day', isFilled: true, source: 'interface.md §2', of: ({ decision }) => decision.indexDay },
  window_from: { type: 'day', isFilled: true, source: RULES, of: ({ decision }) => decision.window.from },
  window_to: { type: 'day', isFilled: true, source: RULES, of: ({ decision }) => decision.window.to },
  outcome: {
    type: 'text',
    isFilled: true,
    allowed: OUTCOMES,
    source: `${RULES}; R07–R09, R12f`,
    of: ({ decision }) => decision.outcome,
  },
  reason: { type: 'text', allowed: REASONS, source: RULES, of: ({ decision }) => decision.reason },
  denominator: { type: 'text', allowed: ['unknown'], source: 'R12f', of: ({ decision }) => decision.denominator },
  possible: {
    type: 'text',
    allowed: POSSIBLE_OUTCOMES,
    isSeveral: true,
    source: 'R12f',
    of: ({ decision }) => decision.possible?.join(' '),
  },
  provisional: { type: 'text', allowed: ['met', 'not-met'], source: RULES, of: ({ decision }) => decision.provisional },
  trouble: { type: 'text', allowed: TROUBLES, source: 'R12f', of: ({ decision }) => decision.trouble?.reason },
  trouble_source: {
    type: 'text',
    source: 'R12f',
    of: ({ decision }) => organisationOf(decision.trouble?.organisation),
  },
  trouble_days: { type: 'integer', unit: 'days', source: 'R12f', of: ({ decision }) => decision.trouble?.days },
  decided_by: { type: 'text', source: 'R01–R03, R12', of: (row) => organisationOf(decidedBy(row)?.source) },
  decided_by_sector: {
    type: 'text',
    allowed: SECTOR_ORDER,
    source: 'R01–R03, R06',
    of: (row) => decidedBy(row)?.sector,
  },
  decided_on: { type: 'day', source: 'domain.md §3', of: (row) => decidedBy(row)?.on },
  held_back: { type: 'integer', source: 'R02, R10, R11, R13, R14', of: ({ decision }) => decision.findings.length },
  value_attended: { type: 'number', unit: 'sessions', source: 'R08', of: numberAt('attended') },
  value_planned: { type: 'number', unit: 'sessions', source: RULES, of: numberAt('planned') },
  value_method: { type: 'text', source: RULES, of: textAt('method') },
  value_start: { type: 'number', unit: 'by value_method', source: RULES, of: numberAt('start') },
  value_end: { type: 'number', unit: 'by value_method', source: RULES, of: numberAt('end') },
  value_smoking_status: { type: 'text', source: RULES, of: textAt('smokingStatus') },
  value_systolic: { type: 'number', unit: 'mmHg', source: 'R12c', of: numberAt('systolic') },
  value_diastolic: { type: 'number', unit: 'mmHg', source: 'R12c', of: numberAt('diastolic') },
  value_anxiety: { type: 'number', unit: 'points, 0–21', source: 'R06', of: numberAt('anxiety') },
  value_depression: { type: 'number', unit: 'points, 0–21', source: 'R06', of: numberAt('depression') },
  value_score: { type: 'number', unit: 'points', source: 'R13b', of: numberAt('score') },
  value_number: {
    type: 'number',
    unit: 'as value_unit says',
    source: 'R18',
    of: (row) => asNumber(ownValue(row.decision)),
  },
  value_bound: {
    type: 'text',
    unit: 'as value_unit says',
    source: 'R18',
    of: ({ decision }) => {
      const value = ownValue(decision);
      return typeof value === 'string' ? value : undefined;
    },
  },
  value_unit: {
    type: 'text',
    source: 'R18',
    of: ({ decision: { value } }) => (typeof value?.['unit'] === 'string' ? unitCode(value['unit']) : undefined),
  },
});
