import type { Look } from '../kernel/look';

/** What of a look is kept as one text beside what it is found by. */
type Said = Omit<Look, 'at' | 'subject' | 'organisation'>;

/** What a look says beside its moment, who looked and for which organisation, as JSON. */
export function packLook({ at: _at, subject: _subject, organisation: _organisation, ...said }: Look): string {
  return JSON.stringify(said satisfies Said);
}

/** The look again; undefined where the text was damaged so that it is no JSON of an object. */
export function unpackLook(
  said: string,
  { at, subject, organisation }: Pick<Look, 'at' | 'subject'> & { readonly organisation: string | null },
): Look | undefined {
  try {
    const look = {
      at,
      subject,
      ...(organisation === null ? undefined : { organisation }),
      ...JSON.parse(said),
    } as Look;
    return Array.isArray(look.persons) ? look : undefined;
  } catch {
    return undefined;
  }
}
