import type { Coded, Standing } from '../fhir/fhir-terms';

/** Whether a course has begun, and how it ended, by the status of its activity. */
export interface ActivityMeans {
  /** `maybe`: where the report holds a finished contact of the course. */
  readonly begun: 'yes' | 'maybe' | 'never';
  readonly end?: string;
}

/** What the codes of KL Gateway's rehabilitation guide mean here (contracts/formats/kl-gateway), ready to be looked up. */
export interface GatewayTerms {
  readonly profiles: string;
  readonly carePlan: string;
  readonly plannedIntervention: string;
  readonly extensions: Readonly<
    Record<'basedOnCarePlan' | 'basedOnServiceRequest' | 'deliveryType' | 'statusReason', string>
  >;
  readonly municipalities: ReadonlyMap<string, string>;
  readonly activities: ReadonlyMap<string, ActivityMeans>;
  readonly plans: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, Standing>;
  readonly courses: Coded;
  readonly interventions: Coded;
  readonly contactForms: Coded;
  readonly deliveryForms: Coded;
  readonly reasons: Coded;
  readonly transfers: Coded;
}
