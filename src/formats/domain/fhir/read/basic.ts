import { elementOf, extensionOf, textOf } from '../element';
import { codeIn } from '../fhir-terms';
import { codeSystem } from '../own-extensions';
import type { ReadResource } from '../reading';
import { extensionUrl } from '../../../../kernel/fhir-extension';
import { notOf, isOf } from '../reporter';
import { notSaid } from '../said';
import { dayAt, present } from '../values';

const OWN = new Set([codeSystem('basic')]);

/** A Basic as `person.status`, where it is one that we wrote; any other is told as not taken. */
export const readBasic: ReadResource = (basic, { terms, source }) => {
  if (codeIn(basic['code'], OWN) !== 'person-status') return [notSaid('Basic')];
  if (source === undefined || !isOf('person', source)) return [notOf(basic, source ?? '')];
  const said = (name: string) => extensionOf(basic, extensionUrl(name));
  const values = present({
    state: textOf(said('person-state')?.['valueCode']),
    from: dayAt(said('state-from')?.['valueDate'], 'extension'),
    municipality: codeIn(said('municipality')?.['valueCodeableConcept'], new Set([terms.municipalityCodes])),
    replaces: textOf(elementOf(said('replaces')?.['valueIdentifier'])?.['value']),
  });
  return [{ is: 'registration', kind: 'person.status', source, status: 'active', values }];
};
