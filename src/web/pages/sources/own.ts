import type { Crumb } from '../../site/page';
import type { Visit } from '../../site/visit';

/** Whether a reader sends and mends as an organisation: its own alone. */
export const isOwn = ({ reader, may }: Visit, organisation: string): boolean =>
  reader?.organisation === organisation && may('resendOwnRejected');

/** A source's own page, above those of what it sent. */
export const sourceCrumb = ({ nameOf }: Visit, organisation: string): Crumb => ({
  title: nameOf(organisation),
  href: `/kilder/${organisation}`,
});
