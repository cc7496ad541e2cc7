import type { Organisation } from '../../../kernel/organisation';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { RowFault } from '../register-tables/row-fault';
import type { LprFTerms } from './lpr-f-terms';

const SOR = /^\d{11,18}$/;

type Units = Pick<LprFTerms, 'units' | 'hospitals'>;

/**
 * The hospital that a unit is of; a unit whose hospital is not told stands for itself. Undefined where no unit is written;
 * throws `RowFault` where what is written is no SOR code.
 */
export function hospitalOfUnit(unit: string, column: string, { units }: Units): Organisation | undefined {
  if (unit === '') return undefined;
  if (!SOR.test(unit)) throw new RowFault(REASONS.unit, column);
  return `hospital:${units.get(unit) ?? unit}`;
}

/**
 * Who performed what a unit produced: the unit's hospital, where it is known to be another one than the source. Two units
 * that nothing is known of may well be of one hospital.
 */
export function performerOf(unit: string, source: Organisation, { units, hospitals }: Units): Organisation | undefined {
  const hospital = units.get(unit) ?? unit;
  if (!hospitals.has(hospital) || !hospitals.has(source.slice(source.indexOf(':') + 1))) return undefined;
  const performer = `hospital:${hospital}`;
  return performer === source ? undefined : performer;
}
