import { GATEWAY_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { maskCpr } from '../../../kernel/cpr-text';
import { entriesOf } from '../fhir/bundle';
import { elementOf, type Element } from '../fhir/element';
import { notSaid, RefusedHere, type Said } from '../fhir/said';
import { readPlan } from './care-plan';
import { readContact } from './contact';
import type { GatewayTerms } from './gateway-terms';
import type { GatewayReading } from './report';

/** Types that only others are read by, or that say who the report is of. */
const LINKS: ReadonlySet<unknown> = new Set(['Patient', 'Organization']);

/** Reads a resource of a report (docs/formats/kl-gateway.md). */
export function readGateway(resource: Element, reading: GatewayReading): readonly Said[] {
  const type = resource['resourceType'];
  if (type === 'Patient' && resource['deceasedBoolean'] === true) return [notSaid('klgateway-140-citizen deceased')];
  if (LINKS.has(type)) return [];
  if (type !== 'CarePlan' && type !== 'Encounter') return [notSaid(toldType(resource, reading.gateway))];
  const { report } = reading;
  if (report === undefined) throw new RefusedHere('', GATEWAY_REFUSED_WORDS.outsideReport);
  if (report.municipality === undefined) throw new RefusedHere('subject', GATEWAY_REFUSED_WORDS.noMunicipality);
  return type === 'CarePlan'
    ? readPlan(resource, report.municipality, reading)
    : readContact(resource, report.municipality, reading);
}

/** A resource by its profile of the guide, else by its type. */
function toldType(resource: Element, { profiles }: GatewayTerms): string {
  const profile = profilesOf(resource).find((one) => one.startsWith(profiles));
  return maskCpr(profile === undefined ? String(resource['resourceType']) : profile.slice(profiles.length));
}

/** True for a Bundle of the guide: it has one of its profiles, or a resource within it has. */
export function isOfGateway(resource: Element, { profiles }: GatewayTerms): boolean {
  if (profilesOf(resource).some((profile) => profile.startsWith(profiles))) return true;
  return entriesOf(resource).some(({ resource: inside }) => {
    return inside !== undefined && isOfGateway(inside, { profiles } as GatewayTerms);
  });
}

function profilesOf(resource: Element): readonly string[] {
  const profiles = elementOf(resource['meta'])?.['profile'];
  return Array.isArray(profiles) ? profiles.filter((profile): profile is string => typeof profile === 'string') : [];
}
