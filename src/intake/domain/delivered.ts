import { codeFamily } from '../../kernel/code-family';
import { danishDay } from '../../kernel/day';
import { deliveredOf, type Delivered } from '../../kernel/delivery';
import { kindOfType, schemeOfKind } from '../../kernel/event-kinds';
import { schemeOf } from '../../kernel/organisation';
import { isJsonObject } from './envelope';
import type { Reading } from './reading';
import type { SoundEvent } from './source-event';

/** A sound event as it was delivered; undefined for what a registry says, which is no delivery. */
export function deliveredSound(
  { event }: SoundEvent,
  receipt: Delivered['receipt'],
  origin: string | undefined,
): Delivered | undefined {
  if (event.kind === 'registry.feed-status') return undefined;
  return deliveredOf(event, codeFamily(event.kind, event.data), receipt, origin);
}

/** A refused event as it was delivered; undefined where it does not say which organisation sent what. */
export function deliveredRefused(
  event: unknown,
  receivedAt: number,
  origin: string | undefined,
  { organisationFault }: Pick<Reading, 'organisationFault'>,
): Delivered | undefined {
  if (!isJsonObject(event)) return undefined;
  const { source: organisation, type } = event;
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined || kind === 'registry.feed-status' || typeof organisation !== 'string') return undefined;
  if (schemeOf(organisation) !== schemeOfKind(kind)) return undefined;
  if (organisationFault(organisation) !== undefined) return undefined;
  return {
    organisation,
    kind,
    family: '',
    day: danishDay(receivedAt),
    receipt: 'rejected',
    isCorrection: false,
    aheadMs: 0,
    ...(origin === undefined ? undefined : { origin }),
  };
}
