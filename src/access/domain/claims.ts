import type { PersonKey } from '../../kernel/clinical-event';
import { readCpr } from '../../kernel/cpr';
import { schemeOf, type Organisation, type Scheme } from '../../kernel/organisation';
import { ROLES, type Purpose, type Reader, type Role } from './reader';

/** What an issuer says of somebody; `docs/operating.md` names the claims. */
export type Claims = Readonly<Record<string, unknown>>;

/** What an issuer says of somebody cannot be used; the message says what is missing. */
export class ClaimsError extends Error {}

/** What health staff's organisations are, by role. */
const STAFF: Readonly<Partial<Record<Role, Scheme>>> = {
  hospital: 'hospital',
  municipality: 'municipality',
  'general-practice': 'general-practice',
};

/** Programs are these. */
const SYSTEMS: readonly Role[] = ['source', 'operator'];

const PURPOSE_OF: Readonly<Record<Role, Purpose>> = {
  registry: 'quality',
  hospital: 'treatment',
  municipality: 'treatment',
  'general-practice': 'treatment',
  administration: 'administration',
  auditor: 'control',
  patient: 'own',
  source: 'own',
  operator: 'operation',
  public: 'quality',
};

/** Whoever has not signed in. */
export const PUBLIC_READER: Reader = {
  subject: 'public',
  name: 'public',
  kind: 'person',
  roles: ['public'],
  purpose: PURPOSE_OF.public,
};

/**
 * Who somebody is by an issuer's claims `sub`, `name`, `roles`, `organisation` and `cpr` (patients); everyone is the
 * public too. Roles that there are none of here are passed over. Throws `ClaimsError` where a role lacks what it needs:
 * an organisation of its kind, or a patient's number.
 */
export function readerOf(claims: Claims, keyOf: (digits: string) => PersonKey): Reader {
  const subject = textIn(claims, 'sub');
  if (subject === undefined) throw new ClaimsError('It names nobody (`sub`).');
  const named = claims['roles'];
  const roles = ROLES.filter((role) => role !== 'public' && Array.isArray(named) && named.includes(role));
  const organisation = textIn(claims, 'organisation');
  const digits = roles.includes('patient') ? readCpr(textIn(claims, 'cpr') ?? '')?.digits : undefined;
  requireFitting(roles, organisation, digits);
  return {
    subject,
    name: textIn(claims, 'name') ?? textIn(claims, 'preferred_username') ?? subject,
    kind: roles.length > 0 && roles.every((role) => SYSTEMS.includes(role)) ? 'system' : 'person',
    roles: [...roles, 'public'],
    ...(organisation === undefined ? undefined : { organisation }),
    ...(digits === undefined ? undefined : { person: keyOf(digits) }),
    purpose: PURPOSE_OF[roles[0] ?? 'public'],
  };
}

function requireFitting(roles: readonly Role[], organisation: Organisation | undefined, digits?: string): void {
  const scheme = schemeOf(organisation ?? '');
  for (const role of roles) {
    const wanted = STAFF[role];
    if (wanted !== undefined && scheme !== wanted) {
      throw new ClaimsError(`The role ${role} needs an \`organisation\` that begins with ${wanted}:.`);
    }
    if (role === 'source' && scheme === undefined) {
      throw new ClaimsError('The role source needs the `organisation` that it reports as, such as municipality:0461.');
    }
    if (role === 'patient' && digits === undefined) throw new ClaimsError('The role patient needs a `cpr`.');
  }
}

function textIn(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
