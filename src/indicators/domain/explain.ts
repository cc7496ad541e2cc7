import { daysBetween } from '../../kernel/day';
import type { Evidence, IndicatorDecision } from '../../kernel/decision';
import type { Bilingual, IndicatorDefinition } from '../../kernel/definition';
import { readingText, type ExplainedIndicator } from './reading-text';
import * as words from './wording';
import { both } from './wording';

/**
 * Says in Danish and English, in words a nurse understands, what an indicator came to and why. Speaks only of
 * what the decision cites and stands on, so that unrelated facts never change the words.
 */
export function explain(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const verdict = verdictText(decision, indicator);
  const findings = findingsText(decision);
  const trouble = troubleText(decision);
  return both(verdict.da + findings.da + trouble.da, verdict.en + findings.en + trouble.en);
}

function verdictText(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const { definition } = indicator;
  const { subject } = definition;
  const from = words.spokenDay(decision.window.from);
  const to = words.spokenDay(decision.window.to);
  switch (decision.outcome) {
    case 'met':
    case 'not-met': {
      const head = decision.outcome === 'met' ? both('Opfyldt: ', 'Met: ') : both('Ikke opfyldt: ', 'Not met: ');
      if (decision.value !== undefined) {
        const value = valueText(decision, indicator);
        return both(`${head.da}${value.da}.`, `${head.en}${value.en}.`);
      }
      if (decision.outcome === 'met') {
        const evidence = evidenceText(decision);
        return both(`${head.da}${subject.da} ${evidence.da}`, `${head.en}${subject.en} ${evidence.en}`);
      }
      return both(
        `${head.da}der er ikke registreret ${subject.da} fra ${from.da} til ${to.da}, og kilderne har indberettet.`,
        `${head.en}no ${subject.en} was recorded from ${from.en} to ${to.en}, and the sources did report.`,
      );
    }
    case 'pending': {
      const open = both(
        `Afventer: vinduet er åbent til og med ${to.da}`,
        `Pending: the window is open through ${to.en}`,
      );
      if (decision.value === undefined) {
        return both(`${open.da}, og der mangler ${subject.da}.`, `${open.en}, and ${subject.en} is still missing.`);
      }
      const value = valueText(decision, indicator);
      const sofar = decision.provisional === 'met' ? both('opfyldt', 'met') : both('ikke opfyldt', 'not met');
      return both(`${open.da}; foreløbigt ${sofar.da}: ${value.da}.`, `${open.en}; so far ${sofar.en}: ${value.en}.`);
    }
    case 'excluded':
      return decision.reason === 'DIED_IN_WINDOW'
        ? both(`Udgår: patienten døde inden ${to.da}.`, `Excluded: the patient died by ${to.en}.`)
        : both(`Udgår: patienten udvandrede inden ${to.da}.`, `Excluded: the patient emigrated by ${to.en}.`);
    case 'not-applicable':
      return decision.reason === 'UNDER_18'
        ? both(
            `Ikke relevant: patienten var under 18 år på indeksdagen ${from.da}.`,
            `Not applicable: the patient was under 18 on the index day ${from.en}.`,
          )
        : both(
            `Ikke relevant: indikatoren gælder ${definition.denominatorText.da}.`,
            `Not applicable: the indicator is about ${definition.denominatorText.en}.`,
          );
    case 'unknown':
      return unknownText(decision, definition);
  }
}

function unknownText(decision: IndicatorDecision, definition: IndicatorDefinition): Bilingual {
  const { subject } = definition;
  if (decision.denominator === 'unknown') {
    return both(
      `Uoplyst: det vides ikke, om patienten hører til ${definition.denominatorText.da}.`,
      `Unknown: it is not known whether the patient belongs to ${definition.denominatorText.en}.`,
    );
  }
  if (decision.reason === 'NO_VALUE') {
    const from = words.spokenDay(decision.window.from);
    const to = words.spokenDay(decision.window.to);
    return both(
      `Uoplyst: der er ingen værdi for ${subject.da} fra ${from.da} til ${to.da}.`,
      `Unknown: there is no value of ${subject.en} from ${from.en} to ${to.en}.`,
    );
  }
  return both(
    `Uoplyst: der er ikke modtaget ${subject.da}, men vi ville ikke have vidst det.`,
    `Unknown: no ${subject.en} was received, but we would not have known.`,
  );
}

function evidenceText(decision: IndicatorDecision): Bilingual {
  const decisive = decision.decisive[0] as Evidence;
  const day = words.spokenDay(decisive.on);
  const place = words.place(decisive.sector);
  const form = words.formOf(decisive.what);
  const count = decision.also.length;
  const also =
    count === 0
      ? both('.', '.')
      : both(
          `; ${count} ${count === 1 ? 'anden registrering' : 'andre registreringer'} ville også have opfyldt den.`,
          `; ${count} other ${count === 1 ? 'record' : 'records'} would have met it too.`,
        );
  return both(`${day.da} ${place.da}${form.da}${also.da}`, `on ${day.en} ${place.en}${form.en}${also.en}`);
}

/** The value with its date, place and age at the end of the window. */
function valueText(decision: IndicatorDecision, indicator: ExplainedIndicator): Bilingual {
  const decisive = decision.decisive.at(-1) as Evidence;
  const reading = readingText(decision.value ?? {}, indicator);
  const day = words.spokenDay(decisive.on);
  const place = words.place(decisive.sector);
  const age = daysBetween(decisive.on, decision.window.to);
  const days = age === 1 ? both('dag', 'day') : both('dage', 'days');
  return both(
    `${reading.da}, ${day.da} ${place.da} (${age} ${days.da} før vinduets udløb)`,
    `${reading.en}, on ${day.en} ${place.en} (${age} ${days.en} before the window's end)`,
  );
}

const NOTHING = both('', '');

/** One sentence a kind of finding, in the order they first stand. */
function findingsText({ findings }: IndicatorDecision): Bilingual {
  if (findings.length === 0) return NOTHING;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const texts = codes.flatMap((code) => words.FINDING_TEXTS[code] ?? []);
  return both(` Bemærk: ${texts.map(({ da }) => da).join('; ')}.`, ` Note: ${texts.map(({ en }) => en).join('; ')}.`);
}

function troubleText({ trouble }: IndicatorDecision): Bilingual {
  if (trouble === undefined) return NOTHING;
  const who = words.reporter(trouble.organisation);
  return trouble.reason === 'SOURCE_NOT_CONNECTED'
    ? both(
        ` ${capital(who.da)} (${trouble.organisation}) var ikke tilsluttet hele perioden; ${trouble.days} dage mangler.`,
        ` ${capital(who.en)} (${trouble.organisation}) was not connected all the time; ${trouble.days} days are missing.`,
      )
    : both(
        ` ${capital(who.da)} (${trouble.organisation}) indberettede ikke i ${trouble.days} dage af perioden.`,
        ` ${capital(who.en)} (${trouble.organisation}) did not report on ${trouble.days} days of the period.`,
      );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
