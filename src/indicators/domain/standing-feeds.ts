import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import type { Organisation } from '../../kernel/organisation';
import { compareCodePoints } from '../../kernel/ordering';
import { compareVersions } from '../../kernel/registration';
import { FeedCalendar } from './feed-calendar';
import { FeedTurns, type Stretch } from './feed-turns';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/**
 * What stands of the sources' deliveries, kept up to date event by event: only the organisations an event speaks of are
 * looked at again. In any order, repeated or not, the same events give the same calendar and fingerprint.
 */
export class StandingFeeds {
  /** The greatest event of each registration, retracted ones too (interface.md §2). */
  private readonly greatest = new Map<string, FeedStatusEvent>();
  private readonly inForce = new Map<Organisation, FeedTurns>();
  private readonly stretches = new Map<Organisation, readonly Stretch[]>();
  private readonly fingerprints = new Map<Organisation, string>();
  /** Those whose statuses are others than their stretches say. */
  private readonly moved = new Set<Organisation>();

  take(events: Iterable<FeedStatusEvent>): void {
    for (const event of events) {
      const registration = `${event.source}\n${event.recordId}`;
      const known = this.greatest.get(registration);
      if (known !== undefined && compareVersions(known, event) >= 0) continue;
      if (known?.status === 'active') this.turnsOf(known.data.organisation).remove(known.data);
      if (event.status === 'active') this.turnsOf(event.data.organisation).add(event.data);
      this.greatest.set(registration, event);
    }
  }

  /** The calendar as it stands; what is taken later does not change it. */
  calendar(): FeedCalendar {
    this.settle();
    return new FeedCalendar(new Map(this.stretches));
  }

  /** Equal where the calendars are. */
  fingerprint(): string {
    this.settle();
    const all = [...this.fingerprints].sort(([a], [b]) => compareCodePoints(a, b));
    return digestOfJson(all);
  }

  private turnsOf(organisation: Organisation): FeedTurns {
    this.moved.add(organisation);
    const known = this.inForce.get(organisation);
    if (known !== undefined) return known;
    const turns = new FeedTurns();
    this.inForce.set(organisation, turns);
    return turns;
  }

  private settle(): void {
    for (const organisation of this.moved) {
      const stretches = this.inForce.get(organisation)?.stretches() ?? [];
      this.stretches.set(organisation, stretches);
      if (stretches.length === 0) this.fingerprints.delete(organisation);
      else this.fingerprints.set(organisation, digestOfJson(stretches));
    }
    this.moved.clear();
  }
}
