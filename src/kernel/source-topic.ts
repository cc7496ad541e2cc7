import { schemeOf, type Organisation, type Scheme } from './organisation';

/** A topic that one source alone writes to: `source.municipality.0461` is that of `municipality:0461`. */
const OWN = /^source\.([a-z-]+)\.([A-Za-z0-9_-]+)$/;

/** Whose topic it is, by its name without a prefix; undefined for one that several sources share, or for none of theirs. */
export function senderOf(topic: string): Organisation | undefined {
  const [, scheme, identifier] = OWN.exec(topic) ?? [];
  const organisation = `${scheme}:${identifier}`;
  return schemeOf(organisation) === undefined ? undefined : organisation;
}

/** True for a topic that sources write to, alone or with others; by its name without a prefix. */
export const isOfSources = (topic: string): boolean => topic.startsWith('source.');

/** The topics of sources of some kinds, as they begin: `source.municipality.` of municipalities. */
export const ownTopicsBegin = (scheme: Scheme): string => `source.${scheme}.`;
