import type { ReadDelivery } from '../domain/delivered';
import type { WriteDelivery } from '../domain/written-event';

/** A format that deliveries come in, and go out in where it can be written. */
interface DeliveryFormat {
  readonly read: ReadDelivery;
  readonly write?: WriteDelivery;
}

interface Listed {
  readonly isWritten: boolean;
  readonly load: () => Promise<DeliveryFormat>;
}

/** Each format by its name on the command line; its modules load only when it is asked for. */
const FORMATS: Readonly<Record<string, Listed>> = {};

/** The formats that can be read, by their names. */
export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS).sort();

/** Those that can be written too. */
export const WRITTEN_NAMES: readonly string[] = FORMAT_NAMES.filter((name) => FORMATS[name]?.isWritten);

/** The format of a name that is there. */
export function formatNamed(name: string): Promise<DeliveryFormat> {
  const listed = FORMATS[name];
  if (listed === undefined) throw new Error(`There is no format ${name}; there is ${FORMAT_NAMES.join(', ')}.`);
  return listed.load();
}
