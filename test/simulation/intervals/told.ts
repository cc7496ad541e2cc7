import type { IndicatorDefinition } from '../../../src/kernel/definition';
import type { IndicatorDecision, PossibleOutcome } from '../../../src/kernel/decision';
import type { Story } from './story';
import type { AskedSector } from './world';

type Told = Pick<IndicatorDecision, 'outcome' | 'reason' | 'denominator' | 'trouble' | 'possible'>;

const BOTH: readonly PossibleOutcome[] = ['met', 'not-met'];

/** The decision on a story of which the silent tell nothing (interface.md §3, Would we know). */
export function toldOf(definition: IndicatorDefinition, story: Story, silent: ReadonlySet<AskedSector>): Told {
  const { sources, denominator } = definition;
  const inTrouble = sources.filter((sector) => silent.has(sector));
  const organisation = `${inTrouble[0] ?? ''}:one`;
  const trouble =
    inTrouble.length === 0 ? undefined : { trouble: { reason: 'SOURCE_SILENT', organisation, days: 90 } as const };
  const heard = story.from.filter((sector) => !silent.has(sector));
  const asked = denominator.rule === 'fact' ? denominator.sources : sources;
  const says = story.fact === undefined ? 'in' : silent.has(story.fact.from) ? 'nothing' : story.fact.says;
  if (says === 'out' || (says === 'nothing' && !asked.some((sector) => silent.has(sector)))) {
    return { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR', ...trouble };
  }
  const could = couldBe(definition, story, heard.length > 0, inTrouble.length > 0);
  if (says === 'nothing') {
    return {
      outcome: 'unknown',
      reason: 'SOURCE_SILENT',
      denominator: 'unknown',
      ...trouble,
      possible: [...could, 'out'],
    };
  }
  const possible = could.length > 1 ? { possible: could } : undefined;
  if (heard.length === 0 && could.length > 1)
    return { outcome: 'unknown', reason: 'SOURCE_SILENT', ...trouble, ...possible };
  return { outcome: story.isMet ? 'met' : 'not-met', ...trouble, ...possible };
}

/** What it could be inside the denominator, with what is heard and what could still have been said. */
function couldBe(
  definition: IndicatorDefinition,
  { isMet }: Story,
  isHeard: boolean,
  isInTrouble: boolean,
): readonly PossibleOutcome[] {
  const isSettled = definition.value === undefined ? isHeard || !isInTrouble : !isInTrouble;
  return isSettled ? [isMet ? 'met' : 'not-met'] : BOTH;
}
