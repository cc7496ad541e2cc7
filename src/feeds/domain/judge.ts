import { dayNumber, type Day } from '../../kernel/day';
import { FEED_TROUBLES, type FeedFinding, type FeedState } from '../../kernel/feed-alarm';
import type { Organisation } from '../../kernel/organisation';
import { isClosed } from './closed-channel';
import type { History } from './history';
import { judgeHalved } from './halved';
import { missingParts } from './missing-parts';
import { oddDays } from './odd-days';
import { judgeQuiet } from './quiet';
import type { Quiet } from './quietness';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** How an organisation delivers as of the end of a day, and why that is said. */
export interface Judgement {
  readonly organisation: Organisation;
  readonly day: Day;
  readonly state: FeedState;
  /** What is wrong, the worst first; empty when nothing is. */
  readonly findings: readonly FeedFinding[];
  /** Absent while too little came to expect anything. */
  readonly quiet?: Quiet;
}

/** Judges an organisation by what it delivered through the end of a day; later days of the history are not looked at. */
export function judge(history: History, day: Day, parameters: FeedParameters): Judgement {
  const until = dayNumber(day) - history.first;
  const { organisation } = history;
  if (isClosed(organisation, day)) return { organisation, day, state: 'closed', findings: [] };
  const quiet = judgeQuiet(history, until, parameters);
  const findings: FeedFinding[] = [];
  if (quiet !== undefined && quiet.state !== 'connected') {
    const { state, since, expected, received, probability } = quiet;
    findings.push({
      organisation,
      state,
      since,
      expected,
      received,
      ...(probability === undefined ? undefined : { probability }),
    });
  }
  if (quiet !== undefined && quiet.state !== 'silent') {
    for (const part of missingParts(history, until, parameters)) {
      findings.push({ organisation, state: 'partial', received: 0, ...part });
    }
    const halved = quiet.state === 'connected' ? judgeHalved(history, until, parameters) : undefined;
    if (halved !== undefined) findings.push({ organisation, state: 'halved', ...halved });
  }
  for (const odd of oddDays(history, until, parameters)) findings.push({ organisation, ...odd });
  return judgement({ organisation, day, ...(quiet === undefined ? undefined : { quiet }) }, findings);
}

/** The judgement that findings amount to. */
export function judgement(about: Omit<Judgement, 'state' | 'findings'>, findings: readonly FeedFinding[]): Judgement {
  const worstFirst = [...findings].sort((a, b) => FEED_TROUBLES.indexOf(a.state) - FEED_TROUBLES.indexOf(b.state));
  const worst = worstFirst.map(({ state: found }) => found).find((found) => found !== 'made-good');
  const state = worst ?? (about.quiet === undefined ? 'learning' : 'connected');
  return { ...about, state, findings: worstFirst };
}
