import { ReceiveEvents } from '../../intake/application/receive-events';
import { type Incoming } from '../../kernel/incoming';
import type { Reading } from '../../intake/domain/reading';
import { compileDefinitions, type CompiledDefinitions, type PolicyChoice } from '../../indicators/domain/compile';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { PERSON_LAW } from '../../indicators/domain/person-law';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Decision } from '../../kernel/decision';
import type { DefinitionSet } from '../../kernel/definition';
import type { PersonPathways } from '../../kernel/pathway';
import type { Language } from '../../kernel/language';
import type { OrganisationNames } from '../../kernel/organisation-names';
import type { Receipt } from '../../kernel/receipt';
import { attemptFor, type PersonSetAside, type SetAsideStage } from '../../kernel/set-aside';
import { foldGroup } from '../../pathways/domain/fold-group';
import { CollectingLog } from '../../platform/memory/collecting-log';
import { MemoryLedger } from '../../platform/memory/memory-ledger';
import { ForgettingRejectedEvents } from '../../platform/memory/memory-rejected-events';
import { ForgettingVault } from '../../platform/memory/forgetting-vault';
import { MemoryVault } from '../../platform/memory/memory-vault';
import { ImmediateUnitOfWork } from '../../platform/memory/immediate-unit-of-work';
import type { Clock } from '../../ports/clock';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { Vault } from '../../ports/vault';
import { GatheredEvents } from './gathered-events';

export interface EvaluationOptions {
  readonly definitions: DefinitionSet;
  readonly policy: PolicyChoice;
  readonly asOf: Day;
  /** Milliseconds; events received later are passed over. */
  readonly knownAt?: number;
  readonly showCpr: boolean;
  /** What receipts are written in; English when it is not said. */
  readonly language?: Language;
}

/**
 * Evaluates events in memory and keeps nothing: the same intake, fold and decision as the running program,
 * over forgetful adapters. Take events in with `receive`, then read `decisions` once. Where several evaluate a share each,
 * `ledger` is the one they have in common.
 */
export class Evaluation {
  readonly definitions: CompiledDefinitions;
  /** Whom something failed for: complete once the decisions are read. */
  readonly setAside: PersonSetAside[] = [];
  /** Until the decisions are read: what it remembers of the events goes with it. */
  private intake: ReceiveEvents | undefined;
  readonly vault: Vault;
  readonly gathered = new GatheredEvents();

  constructor(
    reading: Reading,
    private readonly names: OrganisationNames,
    clock: Clock,
    private readonly options: EvaluationOptions,
    private readonly law = PERSON_LAW,
    ledger: IntakeLedger = new MemoryLedger(),
  ) {
    this.definitions = compileDefinitions(options.definitions, options.policy);
    this.vault = options.showCpr ? new MemoryVault() : new ForgettingVault();
    this.intake = new ReceiveEvents(reading, {
      ledger,
      vault: this.vault,
      rejected: new ForgettingRejectedEvents(),
      log: new CollectingLog((_topic, { value }) => {
        if ('recordId' in value) this.gathered.add(value); // Intake tells of nothing but events.
      }),
      unit: new ImmediateUnitOfWork(),
      clock,
    });
  }

  /** Takes a batch in; receipts in order, undefined for events received after `knownAt`. */
  receive(incoming: readonly Incoming[]): Promise<(Receipt | undefined)[]> {
    if (this.intake === undefined) throw new Error('Events come before the decisions are read.');
    return this.intake.receive(incoming, {
      receivedAt: 'stated-or-time',
      ...(this.options.language === undefined ? undefined : { language: this.options.language }),
      ...(this.options.knownAt === undefined ? undefined : { knownAt: this.options.knownAt }),
    });
  }

  get personCount(): number {
    return this.gathered.personCount;
  }

  /** All decisions, ordered by person (by CPR when it is shown), pathway, number; nobody's who is set aside. */
  async *decisions(): AsyncGenerator<Decision[]> {
    this.intake = undefined;
    const feeds = FeedCalendar.of(feedStatusesInForce(this.gathered.feeds));
    const writer = this.law.writer(this.definitions, this.names);
    const { asOf, showCpr } = this.options;
    const persons = this.foldAll();
    const numbers = await this.vault.numbersOf(showCpr ? persons.map(({ person }) => person) : []);
    const orderOf = (key: PersonKey): string => numbers.get(key) ?? key;
    persons.sort((a, b) => (orderOf(a.person) < orderOf(b.person) ? -1 : 1));
    for (const person of persons) {
      const key = person.person;
      const decide = () => this.law.decide(this.definitions, person, feeds, asOf);
      const decided = this.attempt(key, 'deciding', decide) ?? [];
      const write = () => decided.map((decision) => writer.write(decision, key, asOf, numbers.get(key)));
      const written = this.attempt(key, 'explaining', write) ?? [];
      if (written.length > 0) yield written;
    }
  }

  private attempt<T>(person: PersonKey, stage: SetAsideStage, pure: () => T): T | undefined {
    return attemptFor(person, stage, pure, (one) => void this.setAside.push(one));
  }

  /** Folds everyone who has a pathway. */
  private foldAll(): PersonPathways[] {
    const { population } = this.definitions.set;
    const setAside = (one: PersonSetAside): void => void this.setAside.push(one);
    const folding = { population, fold: this.law.fold, setAside };
    const persons: PersonPathways[] = [];
    for (const group of this.gathered.groups()) {
      persons.push(...foldGroup(group, folding).filter(({ pathways }) => pathways.length > 0));
    }
    return persons;
  }
}
