import { VitalSigns } from '../ports/vital-signs';
import type { Embedded } from './embedded';

/** How the embedded program is doing. */
export class EmbeddedVitalSigns extends VitalSigns {
  constructor(private readonly embedded: Pick<Embedded, 'log' | 'database' | 'rejected'>) {
    super();
  }

  override lags(): ReturnType<VitalSigns['lags']> {
    return this.embedded.log.lags();
  }

  override decisionChanges(): number {
    return this.embedded.log.countOf('decisions');
  }

  override storeBytes(): number {
    return this.embedded.database.sizeInBytes();
  }

  override openRejections(): Promise<number> {
    return this.embedded.rejected.count();
  }
}
