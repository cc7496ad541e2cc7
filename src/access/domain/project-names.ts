import { createHmac } from 'node:crypto';
import type { PersonKey } from '../../kernel/clinical-event';

/** What a person is called in one project's files: 128 bits in base64url after `r_`. */
export type ProjectName = string;

/**
 * Names of persons for one project: HMAC-SHA256 of the person key under a key of the project's own, which is derived from
 * the one secret. The same person has the same name in all files of a project; without the secret nobody gets from it to
 * a person key, a CPR number or the name in another project.
 */
export function projectNames(secret: Buffer, project: string): (person: PersonKey) => ProjectName {
  const projects = createHmac('sha256', secret).update('research projects').digest();
  const key = createHmac('sha256', projects).update(project.normalize('NFC')).digest();
  return (person) => `r_${createHmac('sha256', key).update(person).digest().subarray(0, 16).toString('base64url')}`;
}
