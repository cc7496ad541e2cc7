import type { Evidence } from '../../kernel/decision';
import type { Fact } from '../../kernel/pathway';

/** What a fact was, in a word or two: its kind, and how it was delivered where that is known. */
function whatOf(fact: Fact): string {
  switch (fact.kind) {
    case 'laboratory':
      return 'ldl';
    case 'dispensing':
      return fact.atc;
    default:
      return 'form' in fact && fact.form !== undefined ? `${fact.kind}, ${fact.form}` : fact.kind;
  }
}

/** A fact as a decision cites it. */
export function evidenceOf(fact: Fact): Evidence {
  const { source, event, record, sector, on } = fact;
  return { source, event, record, sector, on, what: whatOf(fact) };
}
