import type { Decision } from '../../src/kernel/decision';
import type { SourceEvent } from '../support/source-event';
import { LAB, PHARMACY } from '../support/sectors';

/** What an event says, in the words of its type without prefix and version. */
const kindOf = ({ type }: SourceEvent): string => type.slice('dk.rehabspor.'.length, -'.v1'.length);

const has = (code: unknown, ...prefixes: string[]): boolean =>
  prefixes.some((prefix) => String(code).startsWith(prefix));

/** What was measured or answered, by kind; a DanHeart form measures several things. */
function measures(event: SourceEvent, kind: string): boolean {
  if (kindOf(event) === 'danheart.form') return kind === 'hads' || kind === 'smoking-status';
  return event.data['kind'] === kind || event.data['instrument'] === kind;
}

/** The grounds of a denominator beyond those of the pathway itself (interface.md §3, column Denominator). */
const DENOMINATOR_GROUNDS: Readonly<Record<string, (event: SourceEvent) => boolean>> = {
  retention: (event) => kindOf(event) === 'municipality.start',
  'work-capacity': (event) => measures(event, 'exercise-capacity') && event.data['phase'] === 'start',
  diet: (event) => measures(event, 'hjertekost') && kindOf(event).startsWith('hospital.'),
  'smoking-cessation': (event) => measures(event, 'smoking-status'),
  'smoke-free': (event) => measures(event, 'smoking-status'),
  'hads-start': (event) =>
    has(event.data['code'], 'BVDY0') || ['municipality.start', 'danheart.form'].includes(kindOf(event)),
  'hads-end': (event) => measures(event, 'hads'),
};

/** Whether silence of the organisation can trouble the indicator. */
function canTrouble(organisation: string, indicator: string): boolean {
  if (organisation === LAB) return indicator === 'ldl';
  if (organisation === PHARMACY) return indicator === 'antithrombotic' || indicator === 'statin';
  if (['ldl', 'antithrombotic', 'statin'].includes(indicator)) return false;
  return organisation.startsWith('municipality:') ? indicator !== 'blood-pressure' : indicator !== 'retention';
}

/** What an indicator is fulfilled by, where that is not the denominator's fact already. */
const FULFILLED_BY: Readonly<Record<string, (event: SourceEvent) => boolean>> = {
  retention: (event) => kindOf(event) === 'municipality.end',
  diet: (event) => has(event.data['code'], 'BUG') || event.data['kind'] === 'diet' || kindOf(event) === 'danheart.form',
  'smoking-cessation': (event) =>
    has(event.data['code'], 'BRXT') || event.data['kind'] === 'smoking-cessation' || kindOf(event) === 'danheart.form',
  'hads-start': (event) => measures(event, 'hads'),
};

/**
 * Whether an event can be a ground of a decision: of the pathway, the denominator, a link, an exclusion or a trouble;
 * while it is open who belongs nothing is cited, and what it would be inside rests on what fulfils it. Everything else
 * either is cited or must not matter.
 */
export function mayGround({ indicator, denominator }: Decision, event: SourceEvent): boolean {
  switch (kindOf(event)) {
    case 'hospital.diagnosis':
    case 'hospital.contact':
    case 'person.status':
      return true;
    case 'registry.feed-status':
      return canTrouble(String(event.data['organisation']), indicator);
    case 'hospital.referral':
      return indicator === 'diet' || indicator === 'smoking-cessation';
    case 'hospital.procedure':
      if (has(event.data['code'], 'KFN')) return true;
  }
  if (denominator === 'unknown' && (FULFILLED_BY[indicator]?.(event) ?? false)) return true;
  return DENOMINATOR_GROUNDS[indicator]?.(event) ?? false;
}
