import type { Organisation } from '../../../kernel/organisation';
import { elementOf, elementsOf, textOf, type Element } from '../fhir/element';
import { meaningOf, meaningOfCoding } from '../fhir/fhir-terms';
import { notSaid, type Said } from '../fhir/said';
import { dayNeeded, present, toldConcept } from '../fhir/values';
import { courseOf, isPlannedIntervention } from './care-plan';
import { detailOf, keyOf, parentNeeded, planNeeded, type GatewayReading } from './report';

/**
 * A finished contact as `municipality.intervention`: what it delivers is said by the planned intervention it is based on,
 * or by those of its course in the report; a course of §140 alone is training, the only service there is under it.
 */
export function readContact(encounter: Element, source: Organisation, reading: GatewayReading): readonly Said[] {
  const kind = 'municipality.intervention';
  const standing = reading.gateway.contacts.get(textOf(encounter['status']) ?? '') ?? 'passed';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  if (standing === 'passed') return [notSaid(`klgateway-140-encounter ${String(encounter['status'])}`)];
  const plan = planNeeded(encounter, reading);
  if (plan === undefined) return [notSaid('klgateway-140-encounter of no plan')];
  const planned = isPlannedIntervention(plan, reading);
  const course = planned ? parentNeeded(plan, reading) : plan;
  if (course !== undefined && courseOf(course, reading) === 'follow-up') {
    return [notSaid('klgateway-140-encounter of follow-up')];
  }
  const interventions = planned ? [plan] : (reading.report?.planned.get(keyOf(plan)) ?? []);
  const intervention = planned ? interventionOf(plan, reading) : (onlyOne(interventions, reading) ?? 'training');
  if (intervention === undefined) return [notSaid(toldConcept('klgateway-140-encounter', detailOf(plan)?.['code']))];
  const values = present({
    courseId: course === undefined ? undefined : keyOf(course),
    kind: intervention,
    form: formOf(encounter, interventions, reading),
    deliveredOn: dayNeeded(elementOf(encounter['period'])?.['start'], 'period.start'),
  });
  return [{ is: 'registration', kind, source, status: 'active', values }];
}

const interventionOf = (planned: Element, { gateway }: GatewayReading): string | undefined =>
  meaningOf(detailOf(planned)?.['code'], gateway.interventions);

/** What all of them are; undefined where they are several things, or none that is known. */
function onlyOne(planned: readonly Element[], reading: GatewayReading): string | undefined {
  const kinds = new Set(planned.map((one) => interventionOf(one, reading)).filter((kind) => kind !== undefined));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** How it was delivered: by the contact's class, else by the one way in which all that is planned is delivered. */
function formOf(encounter: Element, planned: readonly Element[], { gateway }: GatewayReading): string | undefined {
  const byClass = meaningOfCoding(elementOf(encounter['class']) ?? {}, gateway.contactForms);
  if (byClass !== undefined) return byClass;
  const forms = new Set<string>();
  for (const one of planned) {
    for (const extension of elementsOf(detailOf(one)?.['extension'])) {
      const isType = extension['url'] === gateway.extensions.deliveryType;
      const form = isType ? meaningOf(extension['valueCodeableConcept'], gateway.deliveryForms) : undefined;
      if (form !== undefined) forms.add(form);
    }
  }
  return forms.size === 1 ? [...forms][0] : undefined;
}
