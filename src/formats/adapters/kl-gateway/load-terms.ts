import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import type { Standing } from '../../domain/fhir/fhir-terms';
import type { ActivityMeans, GatewayTerms } from '../../domain/kl-gateway/gateway-terms';
import { coded, type Table } from '../fhir/load-terms';

/** contracts/formats/kl-gateway/terms.yaml, as it is written. */
interface WrittenTerms extends Pick<GatewayTerms, 'profiles' | 'carePlan' | 'plannedIntervention' | 'extensions'> {
  readonly municipalities: Readonly<Record<string, string>>;
  readonly activities: Readonly<Record<string, ActivityMeans>>;
  readonly plans: Readonly<Record<string, string>>;
  readonly contacts: Readonly<Record<string, Standing>>;
  readonly courses: Table;
  readonly interventions: Table;
  readonly contactForms: Table;
  readonly deliveryForms: Table;
  readonly reasons: Table;
  readonly transfers: Table;
}

let loaded: GatewayTerms | undefined;

/** What the guide's codes mean here; read once. */
export function gatewayTerms(): GatewayTerms {
  return (loaded ??= readTerms());
}

function readTerms(): GatewayTerms {
  const written = readPlainYaml<WrittenTerms>('formats', 'kl-gateway', 'terms.yaml');
  return {
    ...written,
    municipalities: new Map(Object.entries(written.municipalities)),
    activities: new Map(Object.entries(written.activities)),
    plans: new Map(Object.entries(written.plans)),
    contacts: new Map(Object.entries(written.contacts)),
    courses: coded(written.courses),
    interventions: coded(written.interventions),
    contactForms: coded(written.contactForms),
    deliveryForms: coded(written.deliveryForms),
    reasons: coded(written.reasons),
    transfers: coded(written.transfers),
  };
}
