import { addDays, danishDay } from '../../kernel/day';
import { SERVICE_DATE_FIELD } from '../../kernel/event-kinds';
import type { Envelope } from './envelope';
import { refuse, type Refusal } from './refusal';

/** R16–R17: the service date decides between DanHeart and the national patient register (LPR). */
const LAST_DANHEART_SERVICE_DAY = '2022-12-31';
const FIRST_LPR_SERVICE_DAY = '2023-01-01';
/** R19: DanHeart closed after this day, inclusive. */
const LAST_DANHEART_SUBMISSION_DAY = '2023-01-31';
const REHABILITATION_CODES = ['BUG', 'BRXT', 'BVDY0'];

/** R17: `WRONG_CHANNEL` by the service date; diagnoses, contacts, referrals, PCI and CABG come from LPR in every year. */
function checkChannel({ kind, data }: Envelope): Refusal | undefined {
  if (kind === 'danheart.form') {
    const day = data['serviceOn'];
    return typeof day === 'string' && day >= FIRST_LPR_SERVICE_DAY
      ? refuse(
          'WRONG_CHANNEL',
          'data.serviceOn',
          'Services from 2023-01-01 on are reported to LPR, not on a DanHeart form (R17).',
        )
      : undefined;
  }
  const field =
    kind === 'hospital.measurement'
      ? 'measuredOn'
      : kind === 'hospital.procedure' && isRehabilitation(data['code'])
        ? 'performedOn'
        : undefined;
  const day = field === undefined ? undefined : data[field];
  return typeof day === 'string' && day <= LAST_DANHEART_SERVICE_DAY
    ? refuse(
        'WRONG_CHANNEL',
        `data.${field}`,
        'Services through 2022-12-31 are reported on a DanHeart form, not LPR (R17).',
      )
    : undefined;
}

function isRehabilitation(code: unknown): boolean {
  return typeof code === 'string' && REHABILITATION_CODES.some((prefix) => code.startsWith(prefix));
}

/** R17, R19, R18 and the date in the future, in that order (interface.md §1, Receipts). */
export function checkDates(envelope: Envelope): Refusal | undefined {
  const { kind, data, time } = envelope;
  const wrongChannel = checkChannel(envelope);
  if (wrongChannel !== undefined) return wrongChannel;
  if (kind === 'danheart.form') {
    const submittedOn = data['submittedOn'];
    if (typeof submittedOn === 'string' && submittedOn > LAST_DANHEART_SUBMISSION_DAY) {
      return refuse(
        'DANHEART_CLOSED',
        'data.submittedOn',
        'DanHeart closed after 2023-01-31; it takes no more forms (R19).',
      );
    }
  } else if (kind === 'hospital.measurement' && data['kind'] === 'ldl') {
    const measuredOn = data['measuredOn'];
    if (typeof measuredOn === 'string' && measuredOn >= FIRST_LPR_SERVICE_DAY) {
      return refuse(
        'ALREADY_IN_REGISTRY',
        'data.kind',
        'LDL comes from the laboratory database from 2023-01-01 on; it is not registered again (R18).',
      );
    }
  }
  const field = SERVICE_DATE_FIELD[kind];
  const day = field === undefined ? undefined : data[field];
  if (typeof day === 'string') {
    const recordedOn = danishDay(time);
    if (day > recordedOn && day > addDays(recordedOn, 1)) {
      return refuse(
        'SERVICE_DATE_IN_FUTURE',
        `data.${field}`,
        `\`data.${field}\` lies more than a day after \`time\`; send the event when the service has happened.`,
      );
    }
  }
  return undefined;
}
