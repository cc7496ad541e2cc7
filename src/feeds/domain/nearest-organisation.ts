import { identifierOf, schemeText, type Organisation } from '../../kernel/organisation';

const MOST_TOLD = 5;

/** The known organisations most like a name: of its scheme if there are such, the longest common beginning first. */
export function nearestOrganisations(name: string, known: readonly Organisation[]): readonly Organisation[] {
  const scheme = schemeText(name) ?? name;
  const likely = known.filter((organisation) => schemeText(organisation) === scheme);
  const identifier = identifierOf(name);
  return [...(likely.length > 0 ? likely : known)]
    .map((organisation) => ({ organisation, common: commonBeginning(identifier, identifierOf(organisation)) }))
    .sort((a, b) => b.common - a.common)
    .slice(0, MOST_TOLD)
    .map(({ organisation }) => organisation);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
