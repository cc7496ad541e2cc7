import type { Day } from '../../kernel/day';
import type { PersonKey } from '../../kernel/clinical-event';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import { othersTurn } from '../../kernel/others-turn';
import type { Change, ChangeReader, ChangeSource } from '../../ports/change-source';
import type { DecisionSource } from '../../ports/decision-source';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { Snapshots } from '../../ports/snapshots';
import type { CaseColumns } from '../domain/case-columns';
import { isShortened, withoutOvertaken } from '../domain/apply-change';
import { Cases } from '../domain/cases';
import type { RecordKeyOf } from '../domain/keyed-count';
import { COUNTING_LAW } from './count-person';
import { fillCases } from './fill-cases';

/** What the live cases are made from and kept by. */
export interface LivePorts {
  readonly source: DecisionSource;
  readonly changes: ChangeSource;
  readonly snapshots: Snapshots;
  /** Keys of the indicators, in number order. */
  readonly indicators: readonly string[];
  readonly recordKeyOf: RecordKeyOf;
  /** Fingerprint of what decisions are made under; a snapshot made under another is not used. */
  readonly basis: string;
  readonly today: () => Day;
  /**
   * Resolves once decisions stand as of today's day, definitions and feed statuses. A read may therefore write: in a
   * program of one process this decides who falls due and tells of it; where a service decides, it resolves at once.
   */
  readonly upToDate: () => Promise<unknown>;
  readonly setAside: SetAsidePersons;
}

/** The columns as of now; `version` changes whenever they do. */
export interface CurrentCases {
  readonly cases: Cases;
  readonly version: number;
  readonly asOf: Day;
}

interface Following {
  readonly cases: Cases;
  readonly reader: ChangeReader;
}

interface Snapshot {
  readonly layout: number;
  readonly basis: string;
  readonly place: string;
  readonly columns: CaseColumns;
}

const SNAPSHOT = 'counted';
/** Goes up with every change of what a snapshot holds. */
const LAYOUT = 4;
const CHANGES_AT_A_TIME = 2_000;

/**
 * The read model: everyone's current decisions in columns, kept in memory, brought up from a snapshot at start and
 * followed by the topics of changes. Whoever asks first takes in what has landed since, so that an event that was
 * answered is in the totals.
 *
 * The columns have two sources that say the same: at a start without a snapshot everyone is decided anew from the
 * folded states, and from then on what is told on `decisions` is followed. The stored decisions are read by neither; that
 * the same events give the same decisions is what makes the two agree (`npm run rehabspor -- verify` holds it).
 *
 * Whoever cannot be counted is set aside and in no column. What is told of such a person afterwards says only what
 * changed, so everything of that person is read anew; and nothing is kept for the next start, which then tries everyone.
 */
export class LiveCases {
  private following: Promise<Following> | undefined;
  private catchingUp: Promise<void> | undefined;
  private version = 0;
  private savedVersion: number | undefined;
  /** Who is not in the columns although something is decided. */
  private readonly leftOut = new Set<PersonKey>();

  constructor(
    private readonly ports: LivePorts,
    private readonly law = COUNTING_LAW,
  ) {}

  /** The columns with everything that has landed; use them at once, for they go on changing. */
  async current(): Promise<CurrentCases> {
    const following = await this.open();
    for (;;) {
      const asOf = this.ports.today();
      await this.ports.upToDate();
      await this.catchUp(following);
      if (asOf !== this.ports.today()) continue;
      following.cases.turnTo(asOf);
      return { cases: following.cases, version: this.version, asOf };
    }
  }

  /** Keeps the columns for the next start, if they changed since they were kept. */
  async save(): Promise<void> {
    if (this.following === undefined || this.savedVersion === this.version) return;
    const { cases, reader } = await this.following;
    await this.catchingUp;
    if (this.leftOut.size > 0) return;
    const { version } = this;
    const snapshot: Snapshot = {
      layout: LAYOUT,
      basis: this.ports.basis,
      place: reader.place(),
      columns: cases.columns(),
    };
    await this.ports.snapshots.write(SNAPSHOT, snapshot);
    this.savedVersion = version;
  }

  /** Keeps the columns and stops following. */
  async close(): Promise<void> {
    if (this.following === undefined) return;
    const { reader } = await this.following;
    await this.save();
    await reader.close();
  }

  private open(): Promise<Following> {
    this.following ??= this.begin().catch((error: unknown) => {
      this.following = undefined;
      throw error;
    });
    return this.following;
  }

  private async begin(): Promise<Following> {
    return (await this.fromSnapshot()) ?? (await this.fromEveryone());
  }

  private async fromSnapshot(): Promise<Following | undefined> {
    const { snapshots, changes, basis, indicators, recordKeyOf } = this.ports;
    const snapshot = (await snapshots.read(SNAPSHOT)) as Snapshot | undefined;
    if (snapshot === undefined || snapshot.layout !== LAYOUT || snapshot.basis !== basis) return undefined;
    const reader = await changes.after(snapshot.place);
    if (reader === undefined) return undefined;
    this.savedVersion = this.version;
    return { cases: new Cases(indicators, this.ports.today(), recordKeyOf, snapshot.columns), reader };
  }

  /** Goes through everyone; what changes meanwhile is read afterwards, and says the same again or something newer. */
  private async fromEveryone(): Promise<Following> {
    const { source, changes, indicators, recordKeyOf, today, upToDate } = this.ports;
    await upToDate();
    const reader = await changes.fromNow();
    this.leftOut.clear();
    const failed: PersonSetAside[] = [];
    const asOf = today();
    const cases = await fillCases(source.everyone({ asOf }), asOf, indicators, {
      recordKeyOf,
      count: this.law.count,
      setAside: (one) => void failed.push(one),
    });
    for (const { person } of failed) this.leftOut.add(person);
    if (failed.length > 0) await this.ports.setAside.settle([], failed);
    this.version += 1;
    return { cases, reader };
  }

  private catchUp(following: Following): Promise<void> {
    const before = this.catchingUp ?? Promise.resolve();
    this.catchingUp = before.catch(() => undefined).then(() => this.takeIn(following));
    return this.catchingUp;
  }

  private async takeIn({ cases, reader }: Following): Promise<void> {
    for (;;) {
      const changes = await reader.read(CHANGES_AT_A_TIME);
      if (changes.length === 0) return;
      for (const change of withoutOvertaken(changes)) await this.take(cases, change);
      this.version += 1;
      if (changes.length >= CHANGES_AT_A_TIME) await othersTurn();
    }
  }

  /** Takes one change in; where that fails or did before, or it tells not everything, that person is counted anew. */
  private async take(cases: Cases, change: Change): Promise<void> {
    const person = 'pathways' in change ? change.pathways.person : change.decisions.person;
    if (!this.leftOut.has(person) && !isShortened(change)) {
      const isTaken = attemptFor(
        person,
        'counting',
        () => (this.law.apply(cases, change), true),
        () => undefined,
      );
      if (isTaken) return;
    }
    const wasLeftOut = this.leftOut.has(person);
    const { source, setAside, today } = this.ports;
    const known = await source.person(person, { asOf: today() });
    const failed: PersonSetAside[] = [];
    cases.setPathways(person, []);
    if (known?.person === person) {
      attemptFor(
        person,
        'counting',
        () => this.law.count(cases, known),
        (one) => failed.push(one),
      );
    }
    if (failed.length === 0) this.leftOut.delete(person);
    else {
      cases.setPathways(person, []); // Nobody is counted by half.
      this.leftOut.add(person);
    }
    if (isShortened(change) && !wasLeftOut && failed.length === 0) return;
    await setAside.settle(known?.setAside === undefined ? [person] : [], failed);
  }
}
