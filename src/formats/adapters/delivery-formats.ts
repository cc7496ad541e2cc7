import { TABLE_FORMATS } from '../domain/tables/table-format-names';
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
const FORMATS: Readonly<Record<string, Listed>> = {
  ...Object.fromEntries(
    TABLE_FORMATS.map((name) => [
      name,
      { isWritten: true, load: async () => (await import('./tables/table-formats')).tableFormats[name] },
    ]),
  ),
  fhir: {
    isWritten: true,
    load: async () => ({
      read: (await import('./fhir/read-fhir')).readFhir,
      write: (await import('./fhir/write-fhir')).writeFhir,
    }),
  },
  'kl-gateway': {
    isWritten: false,
    load: async () => ({ read: (await import('./kl-gateway/read-kl-gateway')).readKlGateway }),
  },
  'lpr-f': {
    isWritten: true,
    load: async () => ({
      read: (await import('./lpr-f/read-lpr-f')).readLprF,
      write: (await import('./lpr-f/write-lpr-f')).writeLprF,
    }),
  },
  lpr3: { isWritten: false, load: async () => ({ read: (await import('./lpr3/read-lpr3')).readLpr3 }) },
  lpr2: { isWritten: false, load: async () => ({ read: (await import('./lpr2/read-lpr2')).readLpr2 }) },
};

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
