import { ReportDelivery } from '../../ports/report-delivery';
import type { Destination } from '../../ports/subscription-book';
import { destinationFault, type Deliveries } from './deliveries';

/** Hands over to anywhere. */
class Anywhere<D extends Destination> extends ReportDelivery<D> {
  override faultIn(): string | undefined {
    return undefined;
  }

  override deliver(): Promise<void> {
    return Promise.resolve();
  }
}

const anywhere: Deliveries = { folder: new Anywhere(), mail: new Anywhere() };

test.each(['1502779995', 'odense/150277-9995', '150277 9995', '150277.9995', '１５０２７７９９９５'])(
  'no report goes to a folder or an address that holds a CPR number: %s',
  (written) => {
    const remedy = 'must not hold anything like a CPR number';

    expect(destinationFault(anywhere, { kind: 'folder', folder: written })).toBe(remedy);
    expect(destinationFault(anywhere, { kind: 'mail', to: ['a@example.org', `${written}@example.org`] })).toBe(remedy);
  },
);

test('any other place is the delivery’s to judge', () => {
  expect(destinationFault(anywhere, { kind: 'folder', folder: 'odense/330901000016003' })).toBeUndefined();
});
