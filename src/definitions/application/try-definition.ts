import type { Disclosed } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';
import { formatInstant } from '../../kernel/instant';
import { refusalOf, type ProposalRefusal, type ProposalStep } from '../../kernel/proposal';
import type { Clock } from '../../ports/clock';
import type { DefinitionBook } from '../../ports/definition-book';
import type { Viewpoint } from '../../kernel/viewpoint';
import { canonicalJson } from '../../kernel/canonical-json';
import { sealed, type Sealed } from '../../counting/domain/sealed';
import type { Period } from '../../kernel/period';
import type { Level } from '../../kernel/unit';
import { differenceBetween, type DefinitionDifference } from '../domain/versions/difference';
import type { Version } from '../domain/versions/version';
import { outcomeChangesOf, type CountedOutcome, type OutcomeChange } from '../domain/versions/outcome-changes';
import { sensitivityRows, type SensitivityRow } from '../domain/versions/sensitivity';
import type { CountedVersion, CountedVersions } from '../../counting/domain/counted-versions';

/** What is asked about a definition set that is not, or not yet, in force. */
export interface TrialQuestion {
  readonly period: Period;
  /** Without one, units of every level. */
  readonly level?: Level;
  readonly viewpoint: Viewpoint;
}

export interface OutcomeChangesQuestion extends TrialQuestion {
  readonly indicator: string;
  readonly from?: CountedOutcome;
  readonly to?: CountedOutcome;
  /** Flips to pass over, and how many to give at most. */
  readonly after: number;
  readonly limit: number;
}

/** A difference with its digest: equal questions on equal events give equal bytes. */
export type SealedDifference = Disclosed<Sealed<DefinitionDifference>>;

/** A trial as it was kept: who tried the set, and what was seen then. */
export interface KeptTrial {
  readonly by: string;
  readonly at: string;
  readonly difference: SealedDifference;
}

export interface OutcomeChangePage {
  readonly total: number;
  readonly flips: readonly OutcomeChange[];
  /** Where the next page begins; absent on the last. */
  readonly next?: number;
}

/** So often a version is read again when events came in between, so that both are seen at the same moment. */
const MOST_READINGS = 3;

export interface TrialPorts {
  readonly versions: CountedVersions;
  readonly book: DefinitionBook;
  readonly clock: Clock;
  readonly exit: Exit;
}

/**
 * Runs definition sets as a shadow over all history: nothing that is decided changes, and the difference is shown, to
 * staff: whoever counted the same people under two definitions could subtract one table from the other.
 */
export class TryDefinition {
  constructor(private readonly ports: TrialPorts) {}

  /** What another set would change against the one in force; undefined when there is no such set. */
  async difference(id: string, question: TrialQuestion): Promise<SealedDifference | undefined> {
    const two = await this.twoVersions(id, question.viewpoint);
    if (two === undefined) return undefined;
    const { period, level, viewpoint } = question;
    const difference = differenceBetween(two.before, two.after, {
      period,
      ...(level === undefined ? undefined : { level }),
      asOf: viewpoint.asOf,
      ...(viewpoint.knownAt === undefined ? undefined : { knownAt: formatInstant(viewpoint.knownAt) }),
    });
    return this.ports.exit.forStaff(sealed(difference));
  }

  /** Whose decisions would come out otherwise, a page of them; undefined when there is no such set. */
  async flips(id: string, question: OutcomeChangesQuestion): Promise<OutcomeChangePage | undefined> {
    const two = await this.twoVersions(id, question.viewpoint);
    if (two === undefined) return undefined;
    const { period, indicator, after, limit } = question;
    const cases = { before: two.before.cases, after: two.after.cases };
    const all = outcomeChangesOf(cases, period, indicator, question);
    const end = after + limit;
    return { total: all.length, flips: all.slice(after, end), ...(end < all.length ? { next: end } : undefined) };
  }

  /** Tries a proposed set and keeps the difference with the proposal; a refusal when it was approved or rejected. */
  async keepTrial(
    id: string,
    by: string,
    question: TrialQuestion,
  ): Promise<SealedDifference | { readonly refused: ProposalRefusal } | undefined> {
    const difference = await this.difference(id, question);
    for (;;) {
      const booked = await this.ports.book.find(id);
      if (difference === undefined || booked === undefined) return undefined;
      const step: ProposalStep = {
        step: 'tried',
        by,
        at: formatInstant(this.ports.clock.now()),
        difference: difference.digest,
      };
      const refused = refusalOf(booked.steps, step);
      if (refused !== undefined) return { refused };
      if (await this.ports.book.add(id, step, booked.steps.length, canonicalJson(difference))) return difference;
    }
  }

  /** The trials kept with a proposed set, oldest first; undefined when none of that id was proposed. */
  async keptTrials(id: string): Promise<KeptTrial[] | undefined> {
    this.ports.exit.requireExact();
    const booked = await this.ports.book.find(id);
    if (booked === undefined) return undefined;
    const kept: KeptTrial[] = [];
    for (const [place, { step, by, at }] of booked.steps.entries()) {
      const difference = step === 'tried' ? await this.ports.book.differenceAt(id, place) : undefined;
      if (difference !== undefined) kept.push({ by, at, difference: JSON.parse(difference) as SealedDifference });
    }
    return kept;
  }

  /** Every option of a policy of the set in force, side by side. */
  async sensitivity(
    options: readonly string[],
    policy: string,
    { period, level = 'denmark', viewpoint }: TrialQuestion,
  ): Promise<Disclosed<readonly SensitivityRow[]>> {
    this.ports.exit.requireExact();
    const { set, policy: chosen } = this.ports.versions.inForce.basis;
    const versions = new Map<string, Version>();
    for (const option of options) {
      const counted = this.ports.versions.under(set, { ...chosen, [policy]: option });
      // The live ones go on changing: the table is made of what is there at the end, in one go.
      versions.set(option, await versionOf(counted, viewpoint));
    }
    return this.ports.exit.forStaff(sensitivityRows(versions, { period, asOf: viewpoint.asOf }, level));
  }

  private async twoVersions(
    id: string,
    viewpoint: Viewpoint,
  ): Promise<{ before: Version; after: Version } | undefined> {
    this.ports.exit.requireExact();
    const tried = await this.ports.versions.find(id);
    if (tried === undefined) return undefined;
    for (let reading = 1; ; reading += 1) {
      const { cases, name } = await tried.counted.at(viewpoint);
      const before = await versionOf(this.ports.versions.inForce, viewpoint);
      const two = { before, after: { basis: tried.basis, cases } };
      if (reading === MOST_READINGS) return two;
      const again = await tried.counted.at(viewpoint);
      if (name !== undefined && name === again.name) return two;
    }
  }
}

async function versionOf({ counted, basis }: CountedVersion, viewpoint: Viewpoint): Promise<Version> {
  return { basis, cases: (await counted.at(viewpoint)).cases };
}
