import { maskCpr } from '../../../kernel/cpr-text';
import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { elementOf, elementsOf, textOf, type Element } from './element';
import type { Reading } from './reading';
import { RefusedHere } from './said';

const HISTORY = '/_history/';
const BY_IDENTIFIER = '?identifier=';

/**
 * The resource a reference leads to: one that is contained, one of the delivery, or, where it names its target by
 * `identifier`, one of which only that is known. Undefined where nothing is referred to; throws where the target is not
 * in the delivery.
 */
export function linked(reference: unknown, holder: Element, path: string, reading: Reading): Element | undefined {
  const element = elementOf(reference);
  if (element === undefined) return undefined;
  const address = textOf(element['reference']);
  const found = address === undefined ? undefined : at(address, holder, reading);
  if (found !== undefined) return found;
  const identifier = elementOf(element['identifier']);
  if (identifier !== undefined) return { resourceType: textOf(element['type']), identifier: [identifier] };
  if (address === undefined) return undefined;
  throw new RefusedHere(path, FHIR_REFUSED_WORDS.reference({ reference: maskCpr(address) }));
}

function at(address: string, holder: Element, reading: Reading): Element | undefined {
  if (address.startsWith('#')) {
    const id = address.slice(1);
    const contained = holder['contained'];
    const found = elementsOf(contained).find((one) => one['id'] === id);
    return found === undefined ? undefined : { ...found, contained }; // It refers to its neighbours.
  }
  const query = address.indexOf(BY_IDENTIFIER);
  if (query > 0) return identified(address.slice(0, query), address.slice(query + BY_IDENTIFIER.length));
  const version = address.indexOf(HISTORY);
  return reading.scope.find(version < 0 ? address : address.slice(0, version));
}

/** What a conditional reference of a transaction (`Patient?identifier=system|value`) says of its target. */
function identified(resourceType: string, token: string): Element | undefined {
  const bar = token.indexOf('|');
  return bar < 0
    ? undefined
    : { resourceType, identifier: [{ system: token.slice(0, bar), value: token.slice(bar + 1) }] };
}
