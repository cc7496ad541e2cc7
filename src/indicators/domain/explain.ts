import { daysBetween } from '../../kernel/day';
import type { Evidence, IndicatorDecision } from '../../kernel/decision';
import { joined, NOTHING, type Bilingual } from '../../kernel/language';
import { dayText } from '../../kernel/localised';
import {
  EVIDENCE_WORDS,
  FINDING_WORDS,
  PLACE_WORDS,
  REMARK_WORDS,
  VERDICT_WORDS,
} from '../../kernel/words/explanations';
import { readingText, type ExplainedIndicator } from './reading-text';
import { formOf, reporter } from './wording';

/**
 * Says in Danish and English, in words a nurse understands, what an indicator came to and why. Speaks only of
 * what the decision cites and stands on, so that unrelated facts never change the words.
 */
export function explain(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  return joined([verdictText(decision, indicator), findingsText(decision), troubleText(decision)]);
}

function verdictText(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const { subject, denominatorText: denominator } = indicator.definition;
  const from = (): Bilingual => dayText(decision.window.from);
  const to = (): Bilingual => dayText(decision.window.to);
  switch (decision.outcome) {
    case 'met':
      return decision.value === undefined
        ? VERDICT_WORDS.metByEvidence({ subject, evidence: evidenceText(decision) })
        : VERDICT_WORDS.metByValue({ value: valueText(decision, indicator) });
    case 'not-met':
      return decision.value === undefined
        ? VERDICT_WORDS.nothingRecorded({ subject, from: from(), to: to() })
        : VERDICT_WORDS.notMetByValue({ value: valueText(decision, indicator) });
    case 'pending': {
      if (decision.value === undefined) return VERDICT_WORDS.pending({ to: to(), subject });
      const value = valueText(decision, indicator);
      return decision.provisional === 'met'
        ? VERDICT_WORDS.pendingMet({ to: to(), value })
        : VERDICT_WORDS.pendingNotMet({ to: to(), value });
    }
    case 'excluded':
      return decision.reason === 'DIED_IN_WINDOW'
        ? VERDICT_WORDS.died({ to: to() })
        : VERDICT_WORDS.emigrated({ to: to() });
    case 'not-applicable':
      return decision.reason === 'UNDER_18'
        ? VERDICT_WORDS.under18({ from: from() })
        : VERDICT_WORDS.outsideDenominator({ denominator });
    case 'unknown':
      if (decision.denominator === 'unknown') return VERDICT_WORDS.denominatorUnknown({ denominator });
      return decision.reason === 'NO_VALUE'
        ? VERDICT_WORDS.noValue({ subject, from: from(), to: to() })
        : VERDICT_WORDS.notHeard({ subject });
  }
}

function evidenceText({ decisive, also }: IndicatorDecision): Bilingual {
  const { on, sector, what } = decisive[0] as Evidence;
  return EVIDENCE_WORDS.evidence({
    day: dayText(on),
    place: PLACE_WORDS[sector],
    form: formOf(what),
    also: also.length === 0 ? EVIDENCE_WORDS.alone : EVIDENCE_WORDS.also({ count: also.length }),
  });
}

/** The value with its date, place and age at the end of the window. */
function valueText(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const { on, sector } = decision.decisive.at(-1) as Evidence;
  return EVIDENCE_WORDS.value({
    reading: readingText(decision.value ?? {}, indicator),
    day: dayText(on),
    place: PLACE_WORDS[sector],
    count: daysBetween(on, decision.window.to),
  });
}

const FINDINGS: Readonly<Record<string, Bilingual>> = FINDING_WORDS;

/** One sentence a kind of finding, in the order they first stand. */
function findingsText({ findings }: IndicatorDecision): Bilingual {
  if (findings.length === 0) return NOTHING;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const texts = codes.flatMap((code) => FINDINGS[code] ?? []);
  return REMARK_WORDS.findings({ findings: joined(texts, '; ') });
}

function troubleText({ trouble }: IndicatorDecision): Bilingual {
  if (trouble === undefined) return NOTHING;
  const { organisation, days, reason } = trouble;
  const said = { who: reporter(organisation), organisation, days };
  return reason === 'SOURCE_NOT_CONNECTED' ? REMARK_WORDS.notConnected(said) : REMARK_WORDS.silent(said);
}
