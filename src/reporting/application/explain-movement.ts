import type { ChangeDecomposition } from '../../ports/change-decomposition';
import type { FrozenReport } from '../../ports/report-book';
import { formatInstant, parseInstant } from '../../kernel/instant';
import type { Disclosed } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';
import { attribute } from '../domain/movement/attribute';
import { makeMovement, reversed, type Asked, type Movement } from '../domain/movement/movement';
import { MovementTally } from '../domain/movement/movement-tally';
import type { FrozenQuestion } from '../domain/frozen/frozen-content';
import { readBasis } from '../domain/frozen/basis-text';
import type { ReportQuestion } from '../domain/report';
import type { ReportBasis } from '../../counting/domain/report-basis';
import { usualContext, type Context, type Level } from '../../kernel/unit';
import { othersTurn } from '../../kernel/others-turn';

/** A report to move from or to: what it asked, from where and under what. */
export interface MovingReport extends Omit<ReportQuestion, 'level' | 'context' | 'interval'> {
  readonly knownAt: number;
  readonly basis: ReportBasis;
}

/** So long others wait at most while everyone is gone through. */
const MS_AT_A_TIME = 100;

/** Which numbers of two reports are compared. */
export interface Compared {
  readonly level: Level;
  readonly context?: Context;
}

/**
 * Explains the difference between two reports: one pass over everyone, each change given its one cause. From a report
 * to one that knew less, or as much on an earlier day, it is the same way taken back.
 */
export class ExplainMovement {
  constructor(
    private readonly decomposition: ChangeDecomposition,
    private readonly exit: Exit,
  ) {}

  /** Why one frozen report says something else than another, counted exactly: for staff. */
  async explain(from: FrozenTexts, to: FrozenTexts, compared: Compared): Promise<Disclosed<Movement>> {
    this.exit.requireExact();
    const start = movingReport(from);
    const end = from.basis === to.basis ? { ...movingReport(to), basis: start.basis } : movingReport(to);
    return this.exit.forStaff(await this.between(start, end, compared));
  }

  async between(from: MovingReport, to: MovingReport, compared: Compared): Promise<Movement> {
    const isBack = from.knownAt > to.knownAt || (from.knownAt === to.knownAt && from.asOf > to.asOf);
    return isBack ? reversed(await this.forward(to, from, compared)) : this.forward(from, to, compared);
  }

  private async forward(
    from: MovingReport,
    to: MovingReport,
    { level, context = usualContext(level) }: Compared,
  ): Promise<Movement> {
    const tally = new MovementTally();
    const view = ({ period, asOf, basis: { organisations } }: MovingReport) => ({
      ...{ period, level, context, organisations, asOf },
    });
    const [fromView, toView] = [view(from), view(to)];
    let yieldedAt = performance.now();
    for await (const page of this.decomposition.between(standpointOf(from), standpointOf(to))) {
      for (const { start, steps } of page) attribute(tally, start, steps, fromView, toView);
      if (performance.now() - yieldedAt < MS_AT_A_TIME) continue;
      await othersTurn();
      yieldedAt = performance.now();
    }
    return makeMovement(tally, {
      from: askedBy(from),
      to: askedBy(to),
      level,
      context,
      fromBasis: from.basis,
      toBasis: to.basis,
    });
  }
}

type FrozenTexts = Pick<FrozenReport, 'question' | 'basis'>;

/** A frozen report as one to move from or to. */
function movingReport({ question, basis }: Pick<FrozenTexts, 'question' | 'basis'>): MovingReport {
  const { period, asOf, knownAt } = JSON.parse(question) as FrozenQuestion;
  return { period, asOf, knownAt: parseInstant(knownAt) as number, basis: readBasis(basis) };
}

const standpointOf = ({ asOf, knownAt, basis: { set, policy } }: MovingReport) => ({ asOf, knownAt, set, policy });

const askedBy = ({ period, asOf, knownAt, basis: { id, policy } }: MovingReport): Asked => ({
  period,
  asOf,
  knownAt: formatInstant(knownAt),
  definition: id,
  policy,
});
