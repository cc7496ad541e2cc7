import { hasPrefix } from '../../kernel/codes';
import type { RuleDescription } from '../../kernel/contract-descriptions';
import { addDays, danishDay, type Day } from '../../kernel/day';
import type { PopulationDefinition } from '../../kernel/definition';
import { SERVICE_DATE_FIELD } from '../../kernel/event-kinds';
import type { Envelope } from './envelope';
import { refuse, type Refusal } from './refusal';

/** When a hospital's services are reported how, and by which codes they are told. */
export interface Channels {
  /** R16: the last day whose services are reported on a DanHeart form. */
  readonly lastDanheartDay: Day;
  /** R17: the first day whose services are reported to the national patient register (LPR). */
  readonly firstLprDay: Day;
  /** R18: from this day on what is in a register is not registered again. */
  readonly firstRegisterDay: Day;
  /** R19: DanHeart closed after this day, inclusive. */
  readonly lastSubmissionDay: Day;
  /** Prefixes of the codes by which hospitals register rehabilitation services. */
  readonly rehabilitation: readonly string[];
}

/** The channels as the rules (R16 to R19) and the definition set in force say; throws when a rule lacks its day. */
export function channelsOf(
  rules: readonly Pick<RuleDescription, 'id' | 'from' | 'through'>[],
  { services }: Pick<PopulationDefinition, 'services'>,
): Channels {
  const dayOf = (id: string, which: 'from' | 'through'): Day => {
    const day = rules.find((rule) => rule.id === id)?.[which];
    if (day === undefined) throw new Error(`Rule ${id} says no day \`${which}\`.`);
    return day;
  };
  return {
    lastDanheartDay: dayOf('R16', 'through'),
    firstLprDay: dayOf('R17', 'from'),
    firstRegisterDay: dayOf('R18', 'from'),
    lastSubmissionDay: dayOf('R19', 'through'),
    rehabilitation: Object.values(services).flat(),
  };
}

/** R17: `WRONG_CHANNEL` by the service date; diagnoses, contacts, referrals, PCI and CABG come from LPR in every year. */
function checkChannel({ kind, data }: Envelope, channels: Channels): Refusal | undefined {
  if (kind === 'danheart.form') {
    const { firstLprDay } = channels;
    const day = data['serviceOn'];
    return typeof day === 'string' && day >= firstLprDay
      ? refuse(
          'WRONG_CHANNEL',
          'data.serviceOn',
          `Services from ${firstLprDay} on are reported to LPR, not on a DanHeart form (R17).`,
        )
      : undefined;
  }
  const { lastDanheartDay, rehabilitation } = channels;
  const field =
    kind === 'hospital.measurement'
      ? 'measuredOn'
      : kind === 'hospital.procedure' && typeof data['code'] === 'string' && hasPrefix(data['code'], rehabilitation)
        ? 'performedOn'
        : undefined;
  const day = field === undefined ? undefined : data[field];
  return typeof day === 'string' && day <= lastDanheartDay
    ? refuse(
        'WRONG_CHANNEL',
        `data.${field}`,
        `Services through ${lastDanheartDay} are reported on a DanHeart form, not LPR (R17).`,
      )
    : undefined;
}

/** R17, R19, R18 and the date in the future, in that order (interface.md §1, Receipts). */
export function checkDates(envelope: Envelope, channels: Channels): Refusal | undefined {
  const { kind, data, time } = envelope;
  const { lastSubmissionDay, firstRegisterDay } = channels;
  const wrongChannel = checkChannel(envelope, channels);
  if (wrongChannel !== undefined) return wrongChannel;
  if (kind === 'danheart.form') {
    const submittedOn = data['submittedOn'];
    if (typeof submittedOn === 'string' && submittedOn > lastSubmissionDay) {
      return refuse(
        'DANHEART_CLOSED',
        'data.submittedOn',
        `DanHeart closed after ${lastSubmissionDay}; it takes no more forms (R19).`,
      );
    }
  } else if (kind === 'hospital.measurement' && data['kind'] === 'ldl') {
    const measuredOn = data['measuredOn'];
    if (typeof measuredOn === 'string' && measuredOn >= firstRegisterDay) {
      return refuse(
        'ALREADY_IN_REGISTRY',
        'data.kind',
        `LDL comes from the laboratory database from ${firstRegisterDay} on; it is not registered again (R18).`,
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
