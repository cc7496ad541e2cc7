import type { ClinicalEventOf, Intervention } from '../../kernel/clinical-event';
import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { PopulationDefinition } from '../../kernel/definition';
import type { Hindrance } from '../../kernel/finding';
import { schemeText } from '../../kernel/organisation';
import type { DiagnosisLinks } from './links';

type Procedure = ClinicalEventOf<'hospital.procedure'>;
type Referral = ClinicalEventOf<'hospital.referral'>;

export type HospitalService = 'participation' | 'diet' | 'smoking-cessation';

/** The rehabilitation service a procedure code stands for, by prefix; undefined for every other procedure. */
export function serviceOf(sent: string, { services }: PopulationDefinition): HospitalService | undefined {
  const code = comparableCode(sent);
  if (hasPrefix(code, services.participation)) return 'participation';
  if (hasPrefix(code, services.diet)) return 'diet';
  return hasPrefix(code, services['smoking-cessation']) ? 'smoking-cessation' : undefined;
}

/** Which services the referrals in force of one person name, by source, contact and day. */
export class ServiceReferrals {
  /** Gathered when first asked for: most persons' services say what they are. */
  private named: ReadonlyMap<string, ReadonlySet<Intervention>> | undefined;

  constructor(private readonly referrals: readonly Referral[]) {}

  /** A referral on the same contact and day that names the service makes an unsaid purpose a referral; never for participation. */
  speakOf({ source, data }: Procedure, service: HospitalService): boolean {
    if (data.purpose !== undefined) return data.purpose === 'referral';
    if (service === 'participation' || data.contactId === undefined) return false;
    this.named ??= namedIn(this.referrals);
    const named = this.named.get(`${source}\n${data.contactId}\n${data.performedOn}`);
    return named?.has(service satisfies Intervention) === true;
  }
}

function namedIn(referrals: readonly Referral[]): ReadonlyMap<string, ReadonlySet<Intervention>> {
  const all = new Map<string, Set<Intervention>>();
  for (const { source, data } of referrals) {
    const place = `${source}\n${data.contactId ?? ''}\n${data.referredOn}`;
    const named = all.get(place) ?? new Set();
    for (const intervention of data.interventions) named.add(intervention);
    all.set(place, named);
  }
  return all;
}

/**
 * Every reason why a hospital service does not count, in the order they apply: R02 delivered elsewhere,
 * R13/R14 a referral only, R10/R11 no diagnosis. The first one decides, unless a policy waives it.
 */
export function hindrancesOf(
  procedure: Procedure,
  service: HospitalService,
  referrals: ServiceReferrals,
  links: DiagnosisLinks,
): readonly Hindrance[] {
  const hindrances: Hindrance[] = [];
  const { performedBy } = procedure.data;
  if (performedBy !== undefined && schemeText(performedBy) !== 'hospital') hindrances.push('DELIVERED_ELSEWHERE');
  if (referrals.speakOf(procedure, service)) hindrances.push('REFERRAL_ONLY');
  const missing = links.hindranceOf(procedure);
  if (missing !== undefined) hindrances.push(missing);
  return hindrances;
}
