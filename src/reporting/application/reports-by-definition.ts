import type { CountedVersion, CountedVersions } from '../../counting/domain/counted-versions';
import { IndicatorReports } from './indicator-reports';

/** Indicator reports under any definition set there is. */
export class ReportsByDefinition {
  private readonly made = new WeakMap<CountedVersion, IndicatorReports>();

  constructor(
    private readonly versions: CountedVersions,
    private readonly inForce: IndicatorReports,
  ) {}

  /** Set and version of every set there is. */
  ids(): Promise<string[]> {
    return this.versions.ids();
  }

  /** Reports under the set of an id (without one the set in force); undefined when there is no such set. */
  async under(id: string | undefined): Promise<IndicatorReports | undefined> {
    const version = await this.versions.find(id);
    if (version === undefined || version === this.versions.inForce) return version && this.inForce;
    const made = this.made.get(version) ?? this.inForce.under(version);
    this.made.set(version, made);
    return made;
  }
}
