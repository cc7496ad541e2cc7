import type { Organisation } from '../../../kernel/organisation';
import { parseInstant } from '../../../kernel/instant';
import { elementOf, elementsOf, extensionOf, textOf, type Element } from '../fhir/element';
import type { Entry } from '../fhir/bundle';
import type { Reading } from '../fhir/reading';
import { linked } from '../fhir/reference';
import type { GatewayTerms } from './gateway-terms';

/** A delivery report: what its resources are read by together. */
interface Report {
  readonly municipality: Organisation | undefined;
  /** Plans and planned interventions of which the report holds a finished contact, by type and id. */
  readonly delivered: ReadonlySet<string>;
  /** The planned interventions of a plan, by its type and id. */
  readonly planned: ReadonlyMap<string, readonly Element[]>;
}

/** Reading within a report. */
export interface GatewayReading extends Reading {
  readonly gateway: GatewayTerms;
  readonly report?: Report;
}

/** The type and id of a resource, by which a report's resources know each other. */
export const keyOf = ({ resourceType, id }: Element): string => `${String(resourceType)}/${String(id)}`;

/** The reading of a Bundle's resources: as a report where it holds a citizen. */
export function reportReading(bundle: Element, entries: readonly Entry[], reading: GatewayReading): GatewayReading {
  const resources = entries.map(({ resource }) => resource).filter((resource) => resource !== undefined);
  const citizen = resources.find(({ resourceType }) => resourceType === 'Patient');
  if (citizen === undefined) return reading;
  const timestamp = textOf(bundle['timestamp']);
  const report: Report = {
    municipality: municipalityOf(citizen, reading),
    ...plansIn(resources, reading),
  };
  const isSound = timestamp !== undefined && parseInstant(timestamp) !== undefined;
  return { ...reading, report, ...(isSound && { time: timestamp }) };
}

/** Who keeps the record: the municipality of that SOR code, else who was named at the import. */
function municipalityOf(citizen: Element, { gateway, source }: GatewayReading): Organisation | undefined {
  const identifier = elementOf(elementOf(citizen['managingOrganization'])?.['identifier']);
  const code = gateway.municipalities.get(textOf(identifier?.['value']) ?? '');
  return code === undefined ? source : `municipality:${code}`;
}

function plansIn(resources: readonly Element[], reading: GatewayReading): Pick<Report, 'delivered' | 'planned'> {
  const delivered = new Set<string>();
  const planned = new Map<string, Element[]>();
  for (const resource of resources) {
    if (resource['resourceType'] === 'Encounter' && resource['status'] === 'finished') {
      const plan = planOf(resource, reading);
      if (plan !== undefined) for (const key of [plan, ...parentsOf(plan, reading)].map(keyOf)) delivered.add(key);
    } else if (resource['resourceType'] === 'CarePlan' && resource['status'] !== 'entered-in-error') {
      for (const parent of parentsOf(resource, reading)) {
        const key = keyOf(parent);
        planned.set(key, [...(planned.get(key) ?? []), resource]);
      }
    }
  }
  return { delivered, planned };
}

/** The plan or planned intervention that a contact delivers; undefined where it is not to be found. */
function planOf(encounter: Element, reading: GatewayReading): Element | undefined {
  const reference = elementOf(extensionOf(encounter, reading.gateway.extensions.basedOnCarePlan)?.['valueReference']);
  return found(reference, reading);
}

/** The plans that a planned intervention is part of. */
const parentsOf = (plan: Element, reading: GatewayReading): readonly Element[] =>
  elementsOf(plan['basedOn'])
    .map((reference) => found(reference, reading))
    .filter((parent) => parent !== undefined);

const found = (reference: Element | undefined, { scope }: Reading): Element | undefined => {
  const address = textOf(reference?.['reference']);
  return address === undefined ? undefined : scope.find(address);
};

/** The plan a contact delivers; throws where the reference leads nowhere. */
export const planNeeded = (encounter: Element, reading: GatewayReading): Element | undefined =>
  linked(
    extensionOf(encounter, reading.gateway.extensions.basedOnCarePlan)?.['valueReference'],
    encounter,
    'extension[basedOnCarePlan]',
    reading,
  );

/** The plan a planned intervention is part of; throws where the reference leads nowhere. */
export const parentNeeded = (planned: Element, reading: GatewayReading): Element | undefined =>
  linked(elementsOf(planned['basedOn'])[0], planned, 'basedOn[0]', reading);

/** The detail of a plan's only activity. */
export const detailOf = (plan: Element): Element | undefined => {
  const [activity] = elementsOf(plan['activity']);
  return elementOf(activity?.['detail']);
};
