import type { Visit } from '../../site/visit';

/** Whether a reader sends and mends as an organisation: its own alone. */
export const isOwn = ({ reader, may }: Visit, organisation: string): boolean =>
  reader?.organisation === organisation && may('resendOwnRejected');
