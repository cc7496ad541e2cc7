import { contentDigestOf } from '../../intake/domain/content';
import type { SoundEvent } from '../../intake/domain/source-event';
import type { ClinicalEvent } from '../../kernel/clinical-event';
import { readExactJson } from '../../kernel/exact-json';
import type { Sealing } from '../../ports/sealing';

/** The digest of what an event of the log says, as intake made it when the event came; throws when what is sealed does not open. */
export function loggedContents(fields: Sealing, secret: string): (event: ClinicalEvent) => string {
  return (event) => contentDigestOf({ event, ...openedFields(event, fields) }, secret);
}

function openedFields({ sealed }: ClinicalEvent, fields: Sealing): Pick<SoundEvent, 'kept' | 'extensions'> {
  if (sealed === undefined) return {};
  const opened = readExactJson(fields.open(Buffer.from(sealed, 'base64')).toString('utf8'));
  const [kept = {}, extensions = {}] = opened as Readonly<Record<string, unknown>>[];
  const isThere = (one: object): boolean => Object.keys(one).length > 0;
  return { ...(isThere(kept) ? { kept } : undefined), ...(isThere(extensions) ? { extensions } : undefined) };
}
