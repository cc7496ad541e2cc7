import type { Organisation } from '../../../kernel/organisation';
import { GATEWAY_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { elementOf, elementsOf, extensionOf, textOf, type Element } from '../fhir/element';
import { meaningOf } from '../fhir/fhir-terms';
import { linked } from '../fhir/reference';
import { notSaid, RefusedHere, saidBy, type Said } from '../fhir/said';
import { dayAt, dayNeeded, needed, present } from '../fhir/values';
import type { ActivityMeans } from './gateway-terms';
import { detailOf, keyOf, type GatewayReading } from './report';

/** True for a planned intervention: so it says, or it has no category and an intervention's code. */
export function isPlannedIntervention(plan: Element, { gateway }: GatewayReading): boolean {
  const profiles = elementOf(plan['meta'])?.['profile'];
  if (Array.isArray(profiles)) {
    if (profiles.includes(gateway.plannedIntervention)) return true;
    if (profiles.includes(gateway.carePlan)) return false;
  }
  return plan['category'] === undefined && detailOf(plan)?.['code'] !== undefined;
}

/** What sort of course a plan is of: `intervention` or `follow-up`. */
export function courseOf(plan: Element, { gateway }: GatewayReading): string | undefined {
  for (const category of elementsOf(plan['category'])) {
    const course = meaningOf(category, gateway.courses);
    if (course !== undefined) return course;
  }
  return undefined;
}

/**
 * A course of interventions as `municipality.start` once it has begun, and `municipality.end` once it has ended. Planned
 * interventions and follow-up are no courses of the registry; a plan sent by mistake takes both back.
 */
export function readPlan(plan: Element, source: Organisation, reading: GatewayReading): readonly Said[] {
  if (isPlannedIntervention(plan, reading)) return [notSaid('klgateway-140-planned-intervention')];
  const course = courseOf(plan, reading);
  if (course !== 'intervention') return [notSaid(`klgateway-140-care-plan ${course ?? 'without a known category'}`)];
  const detail = detailOf(plan);
  const activity = reading.gateway.activities.get(textOf(detail?.['status']) ?? 'unknown') ?? { begun: 'maybe' };
  if (plan['status'] === 'entered-in-error' || activity.begun === 'never') {
    const retracted = { is: 'registration', source, status: 'retracted', values: {} } as const;
    return [
      { ...retracted, kind: 'municipality.start' },
      { ...retracted, kind: 'municipality.end' },
    ];
  }
  const said = saidBy(
    () => startOf(plan, activity, source, reading),
    () => endOf(plan, activity, source, reading),
  );
  return said.length > 0 ? said : [notSaid('klgateway-140-care-plan that is not known to have begun')];
}

function startOf(
  plan: Element,
  { begun }: ActivityMeans,
  source: Organisation,
  reading: GatewayReading,
): Said | undefined {
  if (begun !== 'yes' && reading.report?.delivered.has(keyOf(plan)) !== true) return undefined;
  const request = requestOf(plan, reading);
  const values = present({
    courseId: keyOf(plan),
    startedOn: dayNeeded(elementOf(plan['period'])?.['start'], 'period.start'),
    referredOn: dayAt(request?.['authoredOn'], 'extension[basedOnServiceRequest].authoredOn'),
    plannedSessions: sessionsOf(plan),
  });
  return { is: 'registration', kind: 'municipality.start', source, status: 'active', values };
}

function endOf(
  plan: Element,
  activity: ActivityMeans,
  source: Organisation,
  reading: GatewayReading,
): Said | undefined {
  const { gateway } = reading;
  const ended = activity.end ?? gateway.plans.get(textOf(plan['status']) ?? '');
  if (ended === undefined) return undefined;
  const endedOn = dayAt(elementOf(plan['period'])?.['end'], 'period.end');
  if (endedOn === undefined) throw new RefusedHere('period.end', GATEWAY_REFUSED_WORDS.noEnd);
  const why = extensionOf(requestOf(plan, reading) ?? {}, gateway.extensions.statusReason)?.['valueCodeableConcept'];
  const values = present({
    courseId: keyOf(plan),
    endedOn,
    outcome: ended === 'completed' ? ended : (meaningOf(why, gateway.transfers) ?? ended),
    reason: meaningOf(detailOf(plan)?.['statusReason'], gateway.reasons),
    plannedSessions: sessionsOf(plan),
  });
  return { is: 'registration', kind: 'municipality.end', source, status: 'active', values };
}

/** The referral (GGOP) that a plan answers to. */
const requestOf = (plan: Element, reading: GatewayReading): Element | undefined =>
  linked(
    extensionOf(plan, reading.gateway.extensions.basedOnServiceRequest)?.['valueReference'],
    plan,
    'extension[basedOnServiceRequest]',
    reading,
  );

/** How many times are granted. */
function sessionsOf(plan: Element): unknown {
  const repeat = elementOf(elementOf(detailOf(plan)?.['scheduledTiming'])?.['repeat']);
  return repeat === undefined ? undefined : needed(repeat['count'] ?? undefined, 'activity[0].detail.scheduledTiming');
}
