import type { Claims } from './claims';

/** Somebody the built-in issuer knows: made up, for trying on one machine. */
export interface DemoUser {
  /** As what they sign in. */
  readonly name: string;
  readonly title: string;
  readonly claims: Claims;
}

const HOSPITAL = 'hospital:330901000016003';
const MUNICIPALITY = 'municipality:0461';
const PRACTICE = 'general-practice:123456';
/** The constructed number of the FAQ's patient. */
const PATIENT = '1502779995';

const person = (name: string, title: string, role: string, more: Claims = {}): DemoUser => ({
  name,
  title,
  claims: { roles: [role], ...more },
});

const source = (name: string, organisation: string): DemoUser => ({
  name,
  title: `${organisation} (system)`,
  claims: { roles: ['source'], organisation },
});

/** One of each role, a second one of the registry, since two approve together, and the systems of four sources. */
export const DEMO_USERS: readonly DemoUser[] = [
  person('registry', 'Rie, registret', 'registry'),
  person('registry-2', 'Rolf, registret', 'registry'),
  person('hospital', 'Henrik, hospital', 'hospital', { organisation: HOSPITAL }),
  person('municipality', 'Kirsten, kommune', 'municipality', { organisation: MUNICIPALITY }),
  person('practice', 'Per, almen praksis', 'general-practice', { organisation: PRACTICE }),
  person('administration', 'Ane, ledelse', 'administration', { organisation: MUNICIPALITY }),
  person('auditor', 'Karl, kontrol', 'auditor'),
  person('patient', 'Petra, patient', 'patient', { cpr: PATIENT }),
  person('operator', 'Dorte, drift', 'operator'),
  source('hospital-system', HOSPITAL),
  source('municipality-system', MUNICIPALITY),
  source('practice-system', PRACTICE),
  source('registration-system', 'person:civil-registration'),
];
