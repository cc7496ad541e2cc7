import { readCpr } from '../../kernel/cpr';
import { replaceCpr } from '../../kernel/cpr-text';
import { kindOfType } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import type { Rejection } from '../../ports/rejected-events';
import type { Refused } from '../domain/classify';
import { isJsonObject } from '../domain/envelope';
import type { TokenOf } from '../domain/sealed-identifiers';
import { writeJson } from '../../kernel/write-json';
import type { Reused } from './settle';

/**
 * A refused event as it is kept: as it came, and the registration it speaks of. `now` in milliseconds. Names that hold a
 * CPR number are kept as those of accepted events are, for the receipt is shown and the registration looked for.
 */
export function rejectionOf({ arrival, event, receipt }: Refused | Reused, now: number, tokenOf: TokenOf): Rejection {
  const payload = 'text' in arrival ? arrival.text : 'unreadable' in arrival ? arrival.bytes : writeJson(arrival.value);
  const registration = registrationNamed(event, tokenOf);
  return {
    receipt: {
      ...receipt,
      ...(receipt.id === undefined ? undefined : { id: replaceCpr(receipt.id, tokenOf) }),
      ...(receipt.source === undefined ? undefined : { source: replaceCpr(receipt.source, tokenOf) }),
    },
    receivedAt: arrival.arrivedAt ?? now,
    payload,
    ...personOf(event, tokenOf),
    ...(arrival.origin === undefined ? undefined : { origin: arrival.origin }),
    ...(registration === undefined ? undefined : { registration }),
  };
}

/** Of whom a refused event is, where its CPR number can be made out. */
function personOf(event: unknown, keyOf: TokenOf): Pick<Rejection, 'person'> {
  if (!isJsonObject(event) || !isJsonObject(event['data'])) return {};
  const { cpr } = event['data'];
  const digits = typeof cpr === 'string' && readCpr(cpr) !== undefined ? cpr.replace('-', '') : undefined;
  return digits === undefined ? {} : { person: keyOf(digits) };
}

/** The registration a refused event speaks of, where it can be made out. */
function registrationNamed(event: unknown, tokenOf: TokenOf): Rejection['registration'] {
  if (!isJsonObject(event) || !isJsonObject(event['data'])) return undefined;
  const { source, type, time } = event;
  const { recordId, version } = event['data'];
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined || typeof source !== 'string' || typeof recordId !== 'string') return undefined;
  return {
    source: replaceCpr(source, tokenOf),
    kind,
    recordId: replaceCpr(recordId, tokenOf),
    version: typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1,
    time: (typeof time === 'string' ? parseInstant(time) : undefined) ?? 0,
  };
}
