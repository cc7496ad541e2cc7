import type { Evidence } from '../../kernel/decision';
import type { Fact } from '../../kernel/pathway';

/** What a fact was, in a word or two: the code of a dispensing, else its kind and how it was delivered where that is known. */
function whatOf(fact: Fact): string {
  if (fact.kind === 'dispensing') return fact.atc;
  return 'form' in fact && fact.form !== undefined ? `${fact.kind}, ${fact.form}` : fact.kind;
}

/** A fact as a decision cites it, by the name of the measure it was read as where it is one. */
export function evidenceOf(fact: Fact, measure: string | undefined): Evidence {
  const { source, event, record, sector, on } = fact;
  return { source, event, record, sector, on, what: measure ?? whatOf(fact) };
}
