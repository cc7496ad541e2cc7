import type { FeedCalendar } from '../../indicators/domain/feed-calendar';
import type { CompiledDefinitions } from '../../indicators/domain/compile';
import type { PersonLaw } from '../../indicators/domain/person-law';
import { danishDay, type Day } from '../../kernel/day';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import type { Clock } from '../../ports/clock';
import type { PersonDecisions } from '../../ports/decision-store';
import type { TellDifference } from './differences';

/** What everyone is decided by at the moment. */
export interface DecidedBy {
  readonly definitions: CompiledDefinitions;
  readonly law: Pick<PersonLaw, 'decide' | 'deadline'>;
  readonly feeds: FeedCalendar;
  readonly basisDigest: string;
  readonly clock: Clock;
}

/** Decides persons again, each as of the day they were decided on, and compares with what is kept of them. */
export class DecisionsCompared {
  /** How many decisions were compared. */
  compared = 0;
  /** How many persons were decided under what is in force no longer, and wait to be decided again. */
  outdated = 0;
  /** Who cannot be decided. */
  readonly setAside: PersonSetAside[] = [];
  private readonly today: Day;
  private told = 0;

  constructor(
    private readonly by: DecidedBy,
    private readonly tellOthers: TellDifference,
  ) {
    this.today = danishDay(by.clock.now());
  }

  /** True when there is no difference; `size` is how many events the pathways stand on by now. */
  compare(folded: PersonPathways, size: number, kept: PersonDecisions | undefined): boolean {
    const before = this.told;
    this.comparePerson(folded, size, kept);
    return this.told === before;
  }

  private tell(difference: string): void {
    this.told += 1;
    this.tellOthers(difference, 'rebuild');
  }

  private comparePerson(folded: PersonPathways, size: number, kept: PersonDecisions | undefined): void {
    const { person, pathways } = folded;
    if (pathways.length === 0) {
      if (kept !== undefined) this.tell(`${person} has decisions without a pathway`);
      return;
    }
    const day = kept?.decidedOn ?? this.today;
    const pure = () => this.decided(folded, day);
    const decided = attemptFor(person, 'deciding', pure, (one) => void this.setAside.push(one));
    if (decided === undefined) {
      if (kept !== undefined) this.tell(`${person} cannot be decided but has decisions`);
    } else if (kept === undefined) this.tell(`${person} has no decisions`);
    else if (kept.basisDigest !== this.by.basisDigest) this.outdated += 1;
    else this.compareKept(kept, size, decided);
  }

  private decided(folded: PersonPathways, day: Day): Pick<PersonDecisions, 'decisions' | 'deadline'> {
    const { definitions, law, feeds } = this.by;
    const deadline = law.deadline(definitions, folded, feeds, day);
    const decisions = law.decide(definitions, folded, feeds, day);
    return { decisions, ...(deadline === undefined ? undefined : { deadline }) };
  }

  private compareKept(
    { person, eventCount, decidedOn, ...kept }: PersonDecisions,
    size: number,
    { decisions, deadline }: Pick<PersonDecisions, 'decisions' | 'deadline'>,
  ): void {
    this.compared += decisions.length;
    if (JSON.stringify(decisions) !== JSON.stringify(kept.decisions)) this.tell(`${person} has other decisions`);
    if (deadline !== kept.deadline) this.tell(`${person} has decisions with another deadline`);
    if (decidedOn > this.today) this.tell(`${person} has decisions of a day that has not come`);
    if (eventCount !== size) this.tell(`${person} has decisions on another number of events`);
  }
}
