import { daysBetween } from '../../kernel/day';
import type { Evidence, IndicatorDecision } from '../../kernel/decision';
import { joined, NOTHING, type Bilingual } from '../../kernel/language';
import { dayText } from '../../kernel/localised';
import type { OrganisationNames } from '../../kernel/organisation-names';
import {
  EVIDENCE_WORDS,
  FINDING_WORDS,
  OTHERWISE_WORDS,
  PLACE_WORDS,
  REMARK_WORDS,
  VERDICT_WORDS,
} from '../../kernel/words/explanations';
import { readingText, type ExplainedIndicator } from './reading-text';
import { formOf, reporter } from './wording';

/**
 * Says in Danish and English, in words a nurse understands, what an indicator came to and why, and what it could be
 * otherwise. Speaks only of what the decision cites and stands on, so that unrelated facts never change the words; that
 * a source reported is never said, since one that was never connected may not be known as missing.
 */
export function explain(
  decision: IndicatorDecision,
  indicator: ExplainedIndicator,
  names: OrganisationNames,
): Bilingual {
  return joined([
    verdictText(decision, indicator),
    otherwiseText(decision),
    findingsText(decision),
    troubleText(decision, names),
  ]);
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
        ? nothingText(decision)({ subject, from: from(), to: to() })
        : VERDICT_WORDS.notMetByValue({ value: valueText(decision, indicator) });
    case 'pending': {
      if (decision.denominator === 'unknown') return VERDICT_WORDS.pendingOpen({ to: to(), denominator });
      if (decision.value === undefined) {
        const latest = decision.decisive.at(-1);
        if (latest === undefined) return VERDICT_WORDS.pending({ to: to(), subject });
        return VERDICT_WORDS.pendingCannotTell({ to: to(), subject, ...whereabouts(latest) });
      }
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
      if (decision.reason === 'VALUE_CANNOT_TELL') {
        return VERDICT_WORDS.cannotTell({ subject, ...whereabouts(decision.decisive.at(-1) as Evidence) });
      }
      return decision.reason === 'NO_VALUE'
        ? VERDICT_WORDS.noValue({ subject, from: from(), to: to() })
        : VERDICT_WORDS.notHeard({ subject });
  }
}

const nothingText = ({ trouble }: IndicatorDecision) =>
  trouble === undefined ? VERDICT_WORDS.nothingRecorded : VERDICT_WORDS.nothingMissed;

/** What it could be beside what was decided, had sources in trouble reported; an unknown outcome says the most itself. */
function otherwiseText({ outcome, denominator, possible = [] }: IndicatorDecision): Bilingual {
  if (outcome === 'excluded') return possible.includes('met') ? OTHERWISE_WORDS.mayHaveHappened : NOTHING;
  if (outcome === 'met' || outcome === 'not-met') return possible.length > 1 ? OTHERWISE_WORDS.otherValue : NOTHING;
  if (outcome !== 'unknown' || denominator === undefined) return NOTHING;
  if (!possible.includes('met')) return OTHERWISE_WORDS.insideNotMet;
  return possible.includes('not-met') ? OTHERWISE_WORDS.insideEither : OTHERWISE_WORDS.insideMet;
}

const whereabouts = ({ on, sector }: Evidence) => ({ day: dayText(on), place: PLACE_WORDS[sector] });

function evidenceText({ decisive, also }: IndicatorDecision): Bilingual {
  const first = decisive[0] as Evidence;
  return EVIDENCE_WORDS.evidence({
    ...whereabouts(first),
    form: formOf(first.what),
    also: also.length === 0 ? EVIDENCE_WORDS.alone : EVIDENCE_WORDS.also({ count: also.length }),
  });
}

/** The value with its date, place and age at the end of the window. */
function valueText(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const last = decision.decisive.at(-1) as Evidence;
  return EVIDENCE_WORDS.value({
    reading: readingText(decision.value ?? {}, indicator),
    ...whereabouts(last),
    count: daysBetween(last.on, decision.window.to),
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

function troubleText({ trouble }: IndicatorDecision, names: OrganisationNames): Bilingual {
  if (trouble === undefined) return NOTHING;
  const { organisation, days, reason } = trouble;
  const who = reporter(organisation);
  const isNamed = who.da === names.of(organisation).da; // A register is.
  const said = { who, organisation: isNamed ? organisation : names.withCode(organisation), days };
  return reason === 'SOURCE_NOT_CONNECTED' ? REMARK_WORDS.notConnected(said) : REMARK_WORDS.silent(said);
}
