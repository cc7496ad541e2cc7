import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { RuleDescription } from '../../kernel/contract-descriptions';
import { addDays, danishDay, dayNumber, MS_PER_DAY, type Day } from '../../kernel/day';
import type { PopulationDefinition } from '../../kernel/definition';
import { SERVICE_DATE_FIELD } from '../../kernel/event-kinds';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import type { Envelope } from './envelope';
import { NO_FAULT, refuse, type Refusal } from './refusal';

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

/** The field whose day lies in the other channel; undefined where none does. */
function wrongChannelField({ kind, data }: Envelope, channels: Channels): string | undefined {
  const { firstLprDay, lastDanheartDay, rehabilitation } = channels;
  if (kind === 'danheart.form') {
    const day = data['serviceOn'];
    return typeof day === 'string' && day >= firstLprDay ? 'serviceOn' : undefined;
  }
  const { code } = data;
  const field =
    kind === 'hospital.measurement'
      ? 'measuredOn'
      : kind === 'hospital.procedure' && typeof code === 'string' && hasPrefix(comparableCode(code), rehabilitation)
        ? 'performedOn'
        : undefined;
  const day = field === undefined ? undefined : data[field];
  return typeof day === 'string' && day <= lastDanheartDay ? field : undefined;
}

/** R17: `WRONG_CHANNEL` by the service date; diagnoses, contacts, referrals, PCI and CABG come from LPR in every year. */
function checkChannel(envelope: Envelope, channels: Channels): Refusal | undefined {
  const field = wrongChannelField(envelope, channels);
  if (field === undefined) return undefined;
  const message =
    envelope.kind === 'danheart.form'
      ? RECEIPT_WORDS.fromLpr({ day: channels.firstLprDay })
      : RECEIPT_WORDS.throughDanheart({ day: channels.lastDanheartDay });
  return refuse('WRONG_CHANNEL', `data.${field}`, message, 'R17');
}

/** R19 and R18: what comes too late for DanHeart, or is in a register already. */
function checkClosed({ kind, data }: Envelope, channels: Channels): Refusal | undefined {
  const { lastSubmissionDay, firstRegisterDay } = channels;
  if (kind === 'danheart.form') {
    const { submittedOn } = data;
    return typeof submittedOn === 'string' && submittedOn > lastSubmissionDay
      ? refuse('DANHEART_CLOSED', 'data.submittedOn', RECEIPT_WORDS.danheartClosed({ day: lastSubmissionDay }), 'R19')
      : undefined;
  }
  if (kind !== 'hospital.measurement' || data['kind'] !== 'ldl') return undefined;
  const { measuredOn } = data;
  return typeof measuredOn === 'string' && measuredOn >= firstRegisterDay
    ? refuse('ALREADY_IN_REGISTRY', 'data.kind', RECEIPT_WORDS.inRegister({ day: firstRegisterDay }), 'R18')
    : undefined;
}

/** A service date later than the day after the Danish day of `time`. */
function checkFuture({ kind, data, time }: Envelope): Refusal | undefined {
  const field = SERVICE_DATE_FIELD[kind];
  const day = field === undefined ? undefined : data[field];
  if (typeof day !== 'string' || dayNumber(day) * MS_PER_DAY <= time) return undefined; // Danish days begin before those of UTC.
  const recordedOn = danishDay(time);
  if (day <= recordedOn || day <= addDays(recordedOn, 1)) return undefined;
  const path = `data.${field}`;
  return refuse('SERVICE_DATE_IN_FUTURE', path, RECEIPT_WORDS.inFuture({ path }));
}

/** R17, R19, R18 and the date in the future, in that order (interface.md §1, Receipts). */
export function checkDates(envelope: Envelope, channels: Channels): readonly Refusal[] {
  const channel = checkChannel(envelope, channels);
  const closed = checkClosed(envelope, channels);
  const future = checkFuture(envelope);
  if (channel === undefined && closed === undefined && future === undefined) return NO_FAULT;
  return [channel, closed, future].filter((refusal) => refusal !== undefined);
}
