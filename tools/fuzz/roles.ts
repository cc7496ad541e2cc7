import { asked } from './server';
import type { Known } from './population';

/** By role the demo user that has it; the public asks without a token. */
export const USERS: Readonly<Record<string, string | undefined>> = {
  registry: 'registry',
  hospital: 'hospital',
  municipality: 'municipality',
  'general-practice': 'practice',
  administration: 'administration',
  auditor: 'auditor',
  patient: 'patient',
  source: 'hospital-system',
  operator: 'operator',
  public: undefined,
};
/** Who may see every pseudonym. */
const SEES_ALL: readonly string[] = ['registry', 'auditor'];
/** Who sees those whom their organisation has a relation with. */
export const HEALTH_STAFF: readonly string[] = ['hospital', 'municipality', 'general-practice'];
const PATIENT = '1502779995';
/** The organisations that roles act for. */
const ORGANISATIONS: Readonly<Record<string, string>> = {
  hospital: 'hospital:330901000016003',
  municipality: 'municipality:0461',
  'general-practice': 'general-practice:123456',
  source: 'hospital:330901000016003',
};

/** The person keys that a role's organisation told of. */
export const ownOf = (role: string, { own }: Known): readonly string[] => own[ORGANISATIONS[role] ?? ''] ?? [];

/** The person keys that a role may see. */
export async function rightsOf(
  role: string,
  url: string,
  token: string | undefined,
  known: Known,
): Promise<readonly string[]> {
  const { keys } = known;
  const all = Object.values(keys);
  if (SEES_ALL.includes(role)) return all;
  if (role === 'patient') return all.filter((key) => key === keys[PATIENT]);
  if (role === 'source') return ownOf(role, known);
  if (!HEALTH_STAFF.includes(role)) return [];
  const seen: string[] = [];
  for (const key of all) {
    const found = await asked(`${url}/api/v1/persons/${key}/pathways`, token).catch(() => undefined);
    if (found !== undefined) seen.push(key);
  }
  return seen;
}
