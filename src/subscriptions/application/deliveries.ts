import { holdsCpr } from '../../kernel/cpr-text';
import { NO_CPR_HERE } from '../../kernel/human-words';
import type { ReportDelivery, Parcel } from '../../ports/report-delivery';
import type { Destination } from '../../ports/subscription-book';

/** The ways to hand over that there are here, by the kind of destination. */
export interface Deliveries {
  readonly folder: ReportDelivery<Extract<Destination, { kind: 'folder' }>>;
  readonly mail: ReportDelivery<Extract<Destination, { kind: 'mail' }>>;
}

/** What is wrong with a destination; undefined when it can be used. */
export function destinationFault(deliveries: Deliveries, destination: Destination): string | undefined {
  const written = destination.kind === 'folder' ? [destination.folder] : destination.to;
  if (written.some(holdsCpr)) return NO_CPR_HERE;
  return destination.kind === 'folder' ? deliveries.folder.faultIn(destination) : deliveries.mail.faultIn(destination);
}

/** Hands a parcel over in the way its destination asks for. */
export function deliverTo(deliveries: Deliveries, destination: Destination, parcel: Parcel): Promise<void> {
  return destination.kind === 'folder'
    ? deliveries.folder.deliver(destination, parcel)
    : deliveries.mail.deliver(destination, parcel);
}
