import type { PersonKey } from '../../kernel/clinical-event';
import type { Organisation } from '../../kernel/organisation';

/**
 * What somebody is here. `registry`: the registry's own staff. `hospital`, `municipality`, `general-practice`: health
 * staff. `administration`: administration and management. `auditor`: whoever controls looks. `patient`: a person of whom
 * something was reported. `source`: a system that reports. `operator`: who runs the program. `public`: everyone else.
 */
export const ROLES = [
  'registry',
  'hospital',
  'municipality',
  'general-practice',
  'administration',
  'auditor',
  'patient',
  'source',
  'operator',
  'public',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What somebody looks for. `treatment`: of a patient. `quality`: improving care. `administration`: running it. `control`:
 * of looks. `own`: at what is theirs. `operation`: of the program.
 */
export const PURPOSES = ['treatment', 'quality', 'administration', 'control', 'own', 'operation'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Whoever asks, as the sign-in knows them. */
export interface Reader {
  /** The issuer's name of them, the same at each sign-in; `public` of whoever has not signed in. */
  readonly subject: string;
  /** What they are called where people read it. */
  readonly name: string;
  readonly kind: 'person' | 'system';
  readonly roles: readonly Role[];
  /** Whom they act for; of a source the only one it may report as. */
  readonly organisation?: Organisation;
  /** Of a patient, themselves. */
  readonly person?: PersonKey;
  readonly purpose: Purpose;
}
