import type { ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import { danishDay } from '../../kernel/day';
import type { DecisionCause, DecisionChanged } from '../../kernel/decision-change';
import type { FeedStatus } from '../../kernel/feed-status';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { PersonPathways } from '../../kernel/pathway';
import type { Clock } from '../../ports/clock';
import type { DecisionChange, DecisionStore, PersonDecisions } from '../../ports/decision-store';
import type { Batch, EventLog } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { UnitOfWork } from '../../ports/unit-of-work';
import type { CompiledDefinitions } from '../domain/compile';
import { nextDeadline } from '../domain/deadline';
import { decidePerson } from '../domain/decide';
import { FeedCalendar } from '../domain/feed-calendar';
import { rulingOf } from '../domain/ruling';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

export interface DecidingPorts {
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly feedEvents: FeedEventStore;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  /** Which feed statuses are in force among all that came. */
  readonly inForce: (events: Iterable<FeedStatusEvent>) => FeedStatus[];
}

const PERSONS_AT_A_TIME = 500;
/** More at once, since looking for those still outdated passes over all that are not. */
const OUTDATED_AT_A_TIME = 5_000;

/** Keeps every person's decisions up to date: when facts change, when a day passes, when a source falls silent. */
export class DecidePersons {
  readonly ruling: string;
  private feeds: FeedCalendar | undefined;

  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly ports: DecidingPorts,
  ) {
    this.ruling = rulingOf(definitions);
  }

  /** Decides the persons whose pathways changed. */
  async handlePathways({ messages }: Batch<PathwayChange>): Promise<void> {
    const cause = messages.every(({ value }) => value.cause === 'numbers') ? 'numbers' : 'facts';
    const persons = [...new Set(messages.map(({ key }) => key))];
    for (let at = 0; at < persons.length; at += PERSONS_AT_A_TIME) {
      await this.decide(persons.slice(at, at + PERSONS_AT_A_TIME), cause);
    }
  }

  /** Takes new feed statuses in; since trouble stands on every decision, all become due when something changed. */
  async handleFeeds({ messages }: Batch<FeedStatusEvent>): Promise<void> {
    const before = JSON.stringify(this.ports.inForce(await this.ports.feedEvents.all()));
    await this.ports.feedEvents.append(messages.map(({ value }) => value));
    this.feeds = undefined;
    const after = JSON.stringify(this.ports.inForce(await this.ports.feedEvents.all()));
    if (after !== before) await this.ports.decisions.makeAllDue();
  }

  /** Decides whoever is due today; resolves with how many that were. */
  decideDue(onProgress?: (decided: number) => void): Promise<number> {
    const today = danishDay(this.ports.clock.now());
    return this.decideWhile(() => this.ports.decisions.due(today, PERSONS_AT_A_TIME), 'deadline', onProgress);
  }

  /** Decides whoever was decided under other definitions or another policy. */
  decideOutdated(onProgress?: (decided: number) => void): Promise<number> {
    return this.decideWhile(
      () => this.ports.decisions.outdated(this.ruling, OUTDATED_AT_A_TIME),
      'definition',
      onProgress,
    );
  }

  /** The feed statuses as days of trouble. */
  async feedCalendar(): Promise<FeedCalendar> {
    this.feeds ??= new FeedCalendar(this.ports.inForce(await this.ports.feedEvents.all()));
    return this.feeds;
  }

  private async decideWhile(
    next: () => Promise<readonly PersonKey[]>,
    cause: DecisionCause,
    onProgress: ((decided: number) => void) | undefined,
  ): Promise<number> {
    let decided = 0;
    for (;;) {
      const persons = await next();
      if (persons.length === 0) return decided;
      for (let at = 0; at < persons.length; at += PERSONS_AT_A_TIME) {
        const together = persons.slice(at, at + PERSONS_AT_A_TIME);
        await this.ports.unit.run(() => this.decide(together, cause));
        decided += together.length;
        onProgress?.(decided);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  private async decide(persons: readonly PersonKey[], cause: DecisionCause): Promise<void> {
    const { states, decisions } = this.ports;
    const feeds = await this.feedCalendar();
    const found = await states.load(persons);
    const decided: PersonDecisions[] = [];
    const gone: PersonKey[] = [];
    for (const person of persons) {
      const state = found.get(person);
      if (state === undefined || state.pathways.length === 0) gone.push(person);
      else decided.push(this.decisionsOn(state, feeds));
    }
    const changes = await decisions.put(decided);
    const removals = gone.length === 0 ? [] : await decisions.remove(gone);
    await this.tell([...changes, ...removals], cause);
  }

  private decisionsOn(state: PersonPathways, feeds: FeedCalendar): PersonDecisions {
    const decidedOn = danishDay(this.ports.clock.now());
    const deadline = nextDeadline(this.definitions, state, feeds, decidedOn);
    return {
      person: state.person,
      ruling: this.ruling,
      decidedOn,
      ...(deadline === undefined ? undefined : { deadline }),
      decisions: decidePerson(this.definitions, state, feeds, decidedOn),
    };
  }

  private async tell(changes: readonly DecisionChange[], cause: DecisionCause): Promise<void> {
    const asOf = danishDay(this.ports.clock.now());
    const { id: definition, policy } = this.definitions;
    await this.ports.log.publish(
      'decisions',
      changes.map(({ person, changed, withdrawn }) => ({
        key: person,
        value: { person, asOf, definition, policy, cause, decisions: changed, withdrawn } satisfies DecisionChanged,
      })),
    );
  }
}
