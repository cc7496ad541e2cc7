import type { PersonKey } from '../../kernel/clinical-event';
import { danishDay, type Day } from '../../kernel/day';
import type { DecisionCause, DecisionChanged } from '../../kernel/decision-change';
import type { PathwayChange } from '../../kernel/pathway-change';
import { othersTurn } from '../../kernel/others-turn';
import type { Clock } from '../../ports/clock';
import type { DecisionChange, DecisionStore } from '../../ports/decision-store';
import type { Batch, EventLog, LoggedMessage } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { UnitOfWork } from '../../ports/unit-of-work';
import type { CompiledDefinitions } from '../domain/compile';
import { decisionBasisOf } from '../domain/decision-basis';
import { PERSON_LAW } from '../domain/person-law';
import { StandingFeeds } from '../domain/standing-feeds';
import { toldInChange } from '../domain/told-change';
import type { UnreadColumns } from './unread-columns';
import { DecideTogether, type DecidingLaw, type DecisionBasis } from './decide-together';

export interface DecidingPorts {
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly setAside: SetAsidePersons;
  readonly feedEvents: FeedEventStore;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  readonly unread: UnreadColumns;
}

const PERSONS_AT_A_TIME = 500;
/** More at once, since looking for those still outdated passes over all that are not. */
const OUTDATED_AT_A_TIME = 5_000;

/** What everyone is decided by at a moment, beside their pathways. */
interface StampedBasis extends DecisionBasis {
  /** Of the feed events; another stamp, another basis. */
  readonly stamp: number;
}

/** What the message says that brought a person up for decision. */
type MessageOn = (person: PersonKey) => LoggedMessage<PathwayChange> | undefined;

/**
 * Keeps every person's decisions up to date: when facts change, when a day passes, when a source falls silent. Whoever
 * cannot be decided is set aside and has no decisions; those told before are told as withdrawn.
 */
export class DecidePersons {
  private basis: StampedBasis | undefined;
  private feeds = new StandingFeeds();
  /** The basis under which everyone is known to be decided. */
  private everyoneUnder: string | undefined;
  /** The decisions under way; two at once on one person could end with the older. */
  private deciding: Promise<unknown> = Promise.resolve();
  /** The day through which nobody is due any more. */
  private dueThrough: Day | undefined;

  private readonly together: DecideTogether;

  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly ports: DecidingPorts,
    law: DecidingLaw = PERSON_LAW,
  ) {
    this.together = new DecideTogether(definitions, ports, law);
  }

  /** Decides the persons whose pathways changed. */
  async handlePathways({ messages }: Batch<'pathway-changes'>): Promise<void> {
    const cause = messages.every(({ value }) => value.cause === 'numbers') ? 'numbers' : 'facts';
    const latest = new Map(messages.map((message) => [message.key, message]));
    const persons = [...latest.keys()];
    for (let at = 0; at < persons.length; at += PERSONS_AT_A_TIME) {
      await this.decide(persons.slice(at, at + PERSONS_AT_A_TIME), cause, (person) => latest.get(person));
    }
    this.ports.unread.tell();
  }

  /**
   * Decides whoever was decided under other definitions, another policy or other feed statuses (since trouble stands
   * on every decision, that is everyone), then whoever is due today; resolves with how many that were.
   */
  async catchUp(onProgress?: (decided: number) => void): Promise<number> {
    let { basisDigest } = await this.currentBasis();
    let outdated = 0;
    if (basisDigest !== this.everyoneUnder) {
      const cause = this.everyoneUnder === undefined ? 'definition' : 'feed';
      // Asked anew each time: feed statuses that come meanwhile change what persons are decided under.
      const next = async (): Promise<readonly PersonKey[]> => {
        ({ basisDigest } = await this.currentBasis());
        return this.ports.decisions.outdated(basisDigest, OUTDATED_AT_A_TIME);
      };
      outdated = await this.tryAgain(cause);
      outdated += await this.decideWhile(next, cause, (decided) => onProgress?.(outdated + decided));
      this.everyoneUnder = basisDigest;
      this.ports.unread.tell();
    }
    const today = this.today();
    if (today === this.dueThrough) return outdated;
    const next = (): Promise<readonly PersonKey[]> => this.ports.decisions.due(today, PERSONS_AT_A_TIME);
    const due = await this.decideWhile(next, 'deadline', (decided) => onProgress?.(outdated + decided));
    this.dueThrough = today;
    this.ports.unread.tell();
    return outdated + due;
  }

  /** Decides whoever is set aside: at a start, and when everyone is decided anew. */
  private async tryAgain(cause: DecisionCause): Promise<number> {
    const persons = await this.ports.setAside.toTry(['deciding']);
    await this.decideAnew(persons, cause);
    return persons.length;
  }

  /** Decides persons whatever is kept of them; whoever has no pathway has no decisions afterwards. */
  async decideAnew(persons: readonly PersonKey[], cause: DecisionCause = 'definition'): Promise<void> {
    for (let at = 0; at < persons.length; at += PERSONS_AT_A_TIME) {
      const together = persons.slice(at, at + PERSONS_AT_A_TIME);
      await this.ports.unit.run(() => this.decide(together, cause));
    }
  }

  /** Takes nothing for granted any more: others may be in this process's care from now on. */
  forget(): void {
    this.everyoneUnder = undefined;
    this.dueThrough = undefined;
  }

  /** The fingerprint of what decisions are made under now. */
  async basisDigest(): Promise<string> {
    return (await this.currentBasis()).basisDigest;
  }

  private async currentBasis(): Promise<StampedBasis> {
    const { feedEvents } = this.ports;
    const stamp = await feedEvents.stamp();
    if (this.basis?.stamp === stamp) return this.basis;
    const known = this.basis?.stamp ?? 0;
    if (stamp < known) this.feeds = new StandingFeeds(); // What was read did not land.
    this.feeds.take(await feedEvents.since(stamp < known ? 0 : known));
    const basisDigest = `${decisionBasisOf(this.definitions)}.${this.feeds.fingerprint()}`;
    this.basis = { stamp, feeds: this.feeds.calendar(), basisDigest };
    return this.basis;
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
        await othersTurn();
      }
    }
  }

  /**
   * Decides persons, tells what changed, and only then keeps it: broken off in between, it is told again rather than
   * never. When feed statuses came meanwhile, decides once more; whoever keeps them first finds these decisions.
   */
  private decide(persons: readonly PersonKey[], cause: DecisionCause, messageOn?: MessageOn): Promise<void> {
    const turn = this.deciding.then(() => this.decideNow(persons, cause, messageOn));
    this.deciding = turn.catch(() => undefined);
    return turn;
  }

  private async decideNow(persons: readonly PersonKey[], cause: DecisionCause, messageOn?: MessageOn): Promise<void> {
    const { decisions, setAside } = this.ports;
    for (;;) {
      const basis = await this.currentBasis();
      const day = this.today();
      const { stayed, decided, gone, failed } = await this.together.decide(persons, basis, day);
      const left = gone.map(({ person }) => person);
      await this.tell(await decisions.compare(decided, left), cause, messageOn);
      await decisions.put(decided);
      const aside = new Set(failed.map(({ person }) => person)); // Some only now, when their decisions were asked for.
      const fell = decided.filter(({ person }) => aside.has(person));
      const stand = fell.length === 0 ? decided : decided.filter(({ person }) => !aside.has(person));
      if (gone.length + fell.length > 0) {
        await decisions.remove(
          [...gone, ...fell].map(({ person, eventCount }) => ({
            person,
            eventCount: eventCount ?? messageOn?.(person)?.value.position ?? 0,
          })),
        );
      }
      await setAside.settle([...stayed, ...stand.map(({ person }) => person)], failed);
      if (this.today() !== day) this.dueThrough = undefined; // Decided on the day that is over.
      if ((await this.currentBasis()) === basis) return;
    }
  }

  private today(): Day {
    return danishDay(this.ports.clock.now());
  }

  private async tell(changes: readonly DecisionChange[], cause: DecisionCause, messageOn?: MessageOn): Promise<void> {
    const asOf = this.today();
    const { id: definition, policy } = this.definitions;
    await this.ports.log.publish(
      'decisions',
      changes.map(({ person, changed, withdrawn }) => {
        const value = { person, asOf, definition, policy, cause, ...toldInChange(changed), withdrawn };
        const trace = messageOn?.(person)?.trace;
        return {
          key: person,
          value: value satisfies DecisionChanged,
          ...(trace === undefined ? undefined : { trace }),
        };
      }),
    );
  }
}
