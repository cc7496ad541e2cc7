import { addDays } from '../../kernel/day';
import type { FeedFinding, FeedTrouble } from '../../kernel/feed-alarm';
import type { Organisation } from '../../kernel/organisation';
import { judgement, type Judgement } from './judge';
import { lowerTail } from './lower-tail';
import type { Quiet } from './quietness';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** What a silence explains. */
const IN_A_SILENCE: ReadonlySet<FeedTrouble> = new Set(['late', 'partial', 'halved']);

/**
 * Adds what only a group can tell: hospitals of one region that fall quiet together are silent, even where each alone
 * might still be chance. `groupOf` gives an organisation’s group, undefined for one that stands alone.
 */
export function judgeTogether(
  judgements: readonly Judgement[],
  groupOf: (organisation: Organisation) => string | undefined,
  parameters: FeedParameters,
): Judgement[] {
  const groups = new Map<string, Judgement[]>();
  for (const one of judgements) {
    const group = groupOf(one.organisation);
    if (group === undefined || one.quiet?.cadence !== 'daily') continue;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const silent = new Map<Organisation, FeedFinding>();
  for (const [group, members] of groups) {
    for (const finding of silentTogether(group, members, parameters)) silent.set(finding.organisation, finding);
  }
  return judgements.map((one) => {
    const finding = silent.get(one.organisation);
    if (finding === undefined || one.findings.some(({ state }) => state === 'silent')) return one;
    const others = one.findings.filter(({ state }) => !IN_A_SILENCE.has(state));
    return judgement(one, [finding, ...others]);
  });
}

/** So much of what was expected may still come: stragglers. Of whoever sends little, one event. */
const STRAGGLERS = 0.1;
const ONE_STRAGGLER = 1;
const LONGEST_RUN = 30;

/** The members that are silent, over the days on which so little from all of them together is least like chance. */
function silentTogether(group: string, members: readonly Judgement[], parameters: FeedParameters): FeedFinding[] {
  let [lowest, run] = [parameters.togetherProbability, 0];
  for (let days = parameters.leastSilentDays; days <= LONGEST_RUN; days += 1) {
    const probability = chanceOfAll(members.map(quietOf), days);
    if (probability > lowest) continue;
    [lowest, run] = [probability, days];
  }
  if (run === 0) return [];
  return members.flatMap((one) => {
    const { expected, received } = quietOf(one).over(run);
    if (received > Math.max(ONE_STRAGGLER, STRAGGLERS * expected)) return [];
    const since = addDays(one.day, 1 - run);
    return [
      {
        organisation: one.organisation,
        state: 'silent',
        since,
        expected,
        received,
        probability: lowest,
        together: group,
      },
    ];
  });
}

/** The probability that no more comes from all together on the last days; 1 where more than stragglers came. */
function chanceOfAll(members: readonly Quiet[], days: number): number {
  let [expected, received, variance, evidence] = [0, 0, 0, 0];
  for (const member of members) {
    const { expected: own, received: came } = member.over(days);
    const known = member.spread();
    expected += own;
    received += came;
    variance += own * known.dispersion;
    evidence += known.evidence;
  }
  if (members.length < 2 || expected === 0 || received > STRAGGLERS * expected) return 1;
  return Math.min(1, days * lowerTail(received, expected, variance / expected, evidence));
}

const quietOf = ({ quiet }: Judgement): Quiet => quiet as Quiet;
