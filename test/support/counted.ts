import type { IndicatorDecision, Outcome, OutcomeReason, PossibleOutcome } from '../../src/kernel/decision';
import type { Organisation, Sector } from '../../src/kernel/organisation';
import { recordKeyOf } from './shown';
import { Cases } from '../../src/counting/domain/cases';

const [LONG_AFTER, NEVER] = ['2098-12-31', '2099-12-31'];

/** A decision as a test about counting says it: where, when and how it came out. */
export interface CountedDecision {
  readonly indicator: string;
  /** The index day, by which it belongs to a period. */
  readonly day: string;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly mark: {
    readonly outcome: Outcome;
    readonly reason?: OutcomeReason;
    readonly denominatorUnknown?: boolean;
    readonly disturbed?: boolean;
    /** Disturbed by a source that was never connected; without it by one that fell silent. */
    readonly unconnected?: boolean;
    /** Its window never ends; without it it ends on the index day. */
    readonly isOpen?: boolean;
    readonly sector?: Sector;
    /** Without it an unknown decision could be met or not met, and out where its denominator is unknown. */
    readonly possible?: readonly PossibleOutcome[];
  };
  /** Organisations that documented it, first the one that decided. */
  readonly documentedBy?: readonly { readonly organisation: Organisation; readonly sector: Sector }[];
}

/** Columns of decisions, each on a pathway of its own, long after. */
export function casesOf(decisions: readonly CountedDecision[], indicators?: readonly string[]): Cases {
  const cases = new Cases(
    indicators ?? [...new Set(decisions.map(({ indicator }) => indicator))],
    LONG_AFTER,
    recordKeyOf,
  );
  decisions.forEach((counted, at) => {
    const person = `p_${String(at).padStart(22, '0')}`;
    const { hospital, municipality, day } = counted;
    cases.setPathways(person, [
      { number: 1, indexDay: day, hospital, ...(municipality === undefined ? undefined : { municipality }) },
    ]);
    cases.setDecision(person, decisionOf(counted));
  });
  return cases;
}

function possibleOf(mark: CountedDecision['mark']): readonly PossibleOutcome[] | undefined {
  if (mark.possible !== undefined || mark.outcome !== 'unknown') return mark.possible;
  return mark.denominatorUnknown === true ? ['met', 'not-met', 'out'] : ['met', 'not-met'];
}

const troubleOf = ({ unconnected }: CountedDecision['mark']) =>
  unconnected === true ? ('SOURCE_NOT_CONNECTED' as const) : ('SOURCE_SILENT' as const);

/** A whole decision that counts as said. */
function decisionOf({ indicator, day, hospital, mark, documentedBy }: CountedDecision): IndicatorDecision {
  const contributors =
    documentedBy ??
    (mark.sector === undefined ? [] : [{ organisation: `${mark.sector}:somebody`, sector: mark.sector }]);
  const evidence = contributors.map(({ organisation, sector }, at) => ({
    source: organisation,
    event: `e${at}`,
    record: `r${at}`,
    sector,
    on: day,
    what: indicator,
  }));
  const possible = possibleOf(mark);
  return {
    pathway: 1,
    indexDay: day,
    indicator,
    number: 1,
    outcome: mark.outcome,
    ...(mark.reason === undefined ? undefined : { reason: mark.reason }),
    ...(mark.denominatorUnknown === true ? { denominator: 'unknown' as const } : undefined),
    ...(mark.disturbed === true
      ? { trouble: { reason: troubleOf(mark), organisation: hospital, days: 20 } }
      : undefined),
    ...(possible === undefined ? undefined : { possible }),
    window: { from: day, to: mark.isOpen === true ? NEVER : day },
    decisive: evidence.slice(0, 1),
    also: evidence.slice(1),
    findings: [],
  };
}
