import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { registrationOf } from '../../kernel/registration';
import { attemptFor } from '../../kernel/set-aside';
import type { FoldedGroup, GreatestChange, JoinedKeys, PersonEventStore } from '../../ports/person-event-store';
import { greatestOf, type GreatestElsewhere } from '../domain/registrations';

/** Keys joined by number changes, and what they are to be folded by. */
interface GatheredGroup extends FoldedGroup {
  /** The greatest event of each record the group shares; undefined where it shares none. */
  readonly elsewhere?: GreatestElsewhere;
  /**
   * Of two foldings of these keys the one with more has seen more. Events of shared records count twice and each record
   * lost to others once: so more is seen by whoever loses a record, and again by whoever takes it back.
   */
  readonly seen: number;
}

export interface Gathered {
  readonly groups: readonly GatheredGroup[];
  readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[];
  /** Whoever has or may have lost a record, although nothing came about them. */
  readonly losing: ReadonlySet<PersonKey>;
  /** What is to be kept once everyone here is folded. */
  readonly changes: readonly GreatestChange[];
}

/**
 * Gathers the persons behind keys and whoever loses a record to one of them. Of the others who share a record only its
 * greatest event is read: what one event costs does not grow with how many they are.
 */
export async function gatherPersons(store: PersonEventStore, keys: readonly PersonKey[]): Promise<Gathered> {
  const gathering = new Gathering();
  for (let wanted = keys; wanted.length > 0; wanted = gathering.missing()) {
    const groups = await store.joinedTo(wanted);
    const eventsOf = await store.load(groups.flatMap((group) => group.keys));
    const records = gathering.unread(groups);
    const kept = records.length === 0 ? new Map<string, ClinicalEvent>() : await store.greatestOf(records);
    gathering.take(groups, eventsOf, kept);
  }
  return gathering.result();
}

interface Member extends JoinedKeys {
  readonly eventCount: number;
  readonly sharedCount: number;
}

class Gathering {
  private readonly members: Member[] = [];
  private readonly events = new Map<PersonKey, readonly ClinicalEvent[]>();
  private readonly read = new Set<string>();
  private readonly kept = new Map<string, ClinicalEvent>();
  private readonly greatest = new Map<string, ClinicalEvent>();
  private readonly losing = new Set<PersonKey>();

  unread(groups: readonly JoinedKeys[]): string[] {
    const records = new Set(groups.flatMap((group) => group.records));
    return [...records].filter((record) => !this.read.has(record));
  }

  take(groups: readonly JoinedKeys[], eventsOf: Gathered['eventsOf'], kept: ReadonlyMap<string, ClinicalEvent>): void {
    for (const record of this.unread(groups)) this.read.add(record);
    for (const [record, event] of kept) {
      this.kept.set(record, event);
      this.greatest.set(record, event);
    }
    for (const { keys, records } of groups) {
      for (const key of keys) this.events.set(key, eventsOf(key));
      const shared = this.sharedAmong(keys, new Set(records));
      const eventCount = keys.reduce((sum, key) => sum + eventsOf(key).length, 0);
      this.members.push({ keys, records, eventCount, sharedCount: shared.length });
      this.compare(keys, shared);
    }
  }

  private sharedAmong(keys: readonly PersonKey[], records: ReadonlySet<string>): readonly ClinicalEvent[] {
    if (records.size === 0) return [];
    return keys.flatMap((key) => this.eventsOf(key).filter((event) => records.has(registrationOf(event))));
  }

  /** Events that cannot be compared take nothing from anybody; whose they are is set aside when folded. */
  private compare([first = '']: readonly PersonKey[], shared: readonly ClinicalEvent[]): void {
    const pure = (): GreatestElsewhere => greatestOf(shared);
    const own = attemptFor(first, 'folding', pure, () => undefined) ?? new Map<string, ClinicalEvent>();
    for (const [record, event] of own) {
      const known = this.greatest.get(record);
      const now = known === undefined ? event : (greatestOf([known, event]).get(record) as ClinicalEvent);
      this.greatest.set(record, now);
    }
    for (const event of shared) this.noteLosers(event);
  }

  /** Whoever had the record until now; before one was noted, whoever sent it first may have it. */
  private noteLosers(event: ClinicalEvent): void {
    const record = registrationOf(event);
    const holder = this.kept.get(record);
    if (holder === undefined) {
      if (event.sharedWith !== undefined) this.losing.add(event.sharedWith);
    } else if (holder.person !== this.greatest.get(record)?.person) {
      this.losing.add(holder.person);
    }
  }

  missing(): PersonKey[] {
    return [...this.losing].filter((key) => !this.events.has(key));
  }

  private eventsOf(key: PersonKey): readonly ClinicalEvent[] {
    return this.events.get(key) ?? [];
  }

  result(): Gathered {
    const changes: GreatestChange[] = [];
    for (const [record, now] of this.greatest) {
      const before = this.kept.get(record);
      if (before === now) continue;
      changes.push(before === undefined ? { record, now } : { record, before, now });
    }
    return {
      groups: this.members.map((member) => this.groupOf(member)),
      eventsOf: (key) => this.eventsOf(key),
      losing: this.losing,
      changes,
    };
  }

  private groupOf({ keys, records, eventCount, sharedCount }: Member): GatheredGroup {
    const own = new Set(keys);
    const greatest = new Map(
      records.flatMap((record) => {
        const event = this.greatest.get(record);
        return event === undefined ? [] : [[record, event] as const];
      }),
    );
    const lost = [...greatest.values()].filter(({ person }) => !own.has(person)).length;
    const elsewhere = records.length === 0 ? undefined : { elsewhere: greatest };
    return { keys, records, eventCount, greatest, seen: eventCount + sharedCount + lost, ...elsewhere };
  }
}
