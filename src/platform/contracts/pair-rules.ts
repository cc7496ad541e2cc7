import { isDay } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import type { FieldFault } from '../../kernel/field-fault';
import { REMEDY_WORDS } from '../../kernel/words/receipts';

type Fields = Readonly<Record<string, unknown>>;
type Rule = (data: Fields) => FieldFault | undefined;

/** No one's diastolic pressure reaches the systolic; asked where both are pressures at all. */
function pressures({ systolic, diastolic }: Fields, path: string): FieldFault | undefined {
  if (typeof systolic !== 'number' || typeof diastolic !== 'number') return undefined;
  if (!(systolic > 0) || systolic > diastolic) return undefined;
  return diastolic > 0 && Number.isFinite(diastolic) ? { path, remedy: REMEDY_WORDS.belowSystolic } : undefined;
}

const measured: Rule = (data) => (data['kind'] === 'blood-pressure' ? pressures(data, 'data.diastolic') : undefined);

/** What JSON Schema cannot say of a kind's fields: how two of them stand to each other, how large a bound written as text is. */
const RULES: Readonly<Partial<Record<EventKind, Rule>>> = {
  'hospital.measurement': measured,
  'municipality.measurement': measured,
  'general-practice.measurement': measured,
  'patient.questionnaire': (data) =>
    data['instrument'] === 'blood-pressure' ? pressures(data, 'data.diastolic') : undefined,
  'danheart.form': ({ bloodPressure }) =>
    typeof bloodPressure === 'object' && bloodPressure !== null
      ? pressures(bloodPressure as Fields, 'data.bloodPressure.diastolic')
      : undefined,
  'laboratory.result': ({ value }) =>
    typeof value === 'string' && Number(value.replace(/^[<>]=?/, '')) === Infinity
      ? { path: 'data.value', remedy: REMEDY_WORDS.finite }
      : undefined,
  'registry.feed-status': ({ from, to }) =>
    typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && to < from
      ? { path: 'data.to', remedy: REMEDY_WORDS.notBeforeFrom }
      : undefined,
};

/** The fault of a kind's data that its schema cannot tell (interface.md §1); of sound fields there is one at most. */
export function pairFault(kind: EventKind, data: Fields): FieldFault | undefined {
  return RULES[kind]?.(data);
}
