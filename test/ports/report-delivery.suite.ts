import type { Parcel, ReportDelivery } from '../../src/ports/report-delivery';
import type { Destination } from '../../src/ports/subscription-book';

export const parcel = (reference = 's_a-1', files = 2): Parcel => ({
  reference,
  subject: 'Indikatorer: Færøerne, maj 2024',
  text: 'Rapporten ligger i filerne.',
  files: [
    { name: 'tal.csv', contentType: 'text/csv; charset=utf-8', content: Buffer.from('enhed,tal\r\nÆrø,3\r\n', 'utf8') },
    {
      name: 'tal.xlsx',
      contentType: 'application/zip',
      content: Uint8Array.from({ length: 300 }, (_, at) => at % 256),
    },
  ].slice(0, files),
});

/** A way to deliver that a test can look behind. */
export interface Opened<D extends Destination> {
  readonly delivery: ReportDelivery<D>;
  /** Where something can be delivered. */
  readonly destination: D;
  /** Where nothing can be, and why. */
  readonly unusable: readonly D[];
  /** What is there of all that was delivered, by reference where that is known, then by name. */
  arrived(): Promise<readonly { readonly name: string; readonly content: Uint8Array }[]>;
  /** Makes the next deliveries fail. */
  block(): Promise<void> | void;
}

/** What `ReportDelivery` promises, of any adapter. */
export function describeReportDelivery<D extends Destination>(name: string, open: () => Promise<Opened<D>>): void {
  describe(`delivering by ${name}`, () => {
    it('brings every file whole, under its name', async () => {
      const { delivery, destination, arrived } = await open();
      await delivery.deliver(destination, parcel());
      const there = await arrived();

      expect(there.map((file) => file.name)).toEqual(['tal.csv', 'tal.xlsx']);
      expect(there.map(({ content }) => Buffer.from(content))).toEqual(
        parcel().files.map(({ content }) => Buffer.from(content)),
      );
    });

    it('may deliver the same parcel again', async () => {
      const { delivery, destination, arrived } = await open();
      await delivery.deliver(destination, parcel());
      await delivery.deliver(destination, parcel());

      expect((await arrived()).map((file) => file.name)).toEqual(['tal.csv', 'tal.xlsx']);
    });

    it('has nothing against a destination it can use', async () => {
      const { delivery, destination } = await open();

      expect(delivery.faultIn(destination)).toBeUndefined();
    });

    it('says of a destination it cannot use what to do, and does not deliver there', async () => {
      const { delivery, unusable, arrived } = await open();
      for (const destination of unusable) {
        expect(delivery.faultIn(destination)).toMatch(/must|cannot/);
        await expect(delivery.deliver(destination, parcel())).rejects.toThrow();
      }

      expect(unusable.length).toBeGreaterThan(0);
      expect(await arrived()).toEqual([]);
    });

    it('rejects when what it delivers to does not take it, and leaves nothing in part', async () => {
      const { delivery, destination, arrived, block } = await open();
      await block();

      await expect(delivery.deliver(destination, parcel())).rejects.toThrow(/Cannot write|did not take/);
      expect(await arrived()).toEqual([]);
    });
  });
}
