import { nearestTo } from '../../kernel/nearest';
import { identifierOf, SCHEMES, schemeText, type Organisation, type Scheme } from '../../kernel/organisation';
import type { OrganisationList } from '../../kernel/organisation-list';

/** How sources are written, for those who wrote one otherwise. */
export const SOURCES_WRITTEN = '`hospital:<SOR>`, `municipality:0461`, `general-practice:<ydernummer>`';

/** True for a source of no kind that is rather one written wrongly: a bare number or name, an address, a scheme with a slip. */
export function isMiswritten(source: Organisation): boolean {
  const scheme = schemeText(source);
  if (scheme === undefined || scheme === '') return true;
  return scheme === 'urn' || identifierOf(source).startsWith('//') || nearestTo(scheme, SCHEMES) !== undefined;
}

/**
 * The listed hospital or municipality that was meant by a source written wrongly, by its code or its name; undefined when
 * none comes near. `sender` is the scheme that may send the event.
 */
export function sourceMeant(
  source: Organisation,
  sender: Scheme,
  { hospitals, municipalities }: OrganisationList,
): { readonly source: Organisation; readonly name: string } | undefined {
  const written = identifierOf(source).trim();
  const hospitalScheme = sender === 'danheart' ? 'danheart' : 'hospital';
  for (const [scheme, listed] of [
    [hospitalScheme, hospitals],
    ['municipality', municipalities],
  ] as const) {
    const byCode = listed.get(written);
    if (byCode !== undefined) return { source: `${scheme}:${written}`, name: byCode.name };
  }
  const codeByName = new Map<string, Organisation>();
  for (const [code, { name }] of municipalities) codeByName.set(name, `municipality:${code}`);
  for (const [code, { name }] of hospitals) codeByName.set(name, `${hospitalScheme}:${code}`);
  const name = nearestTo(written, codeByName.keys());
  return name === undefined ? undefined : { source: codeByName.get(name) as Organisation, name };
}
