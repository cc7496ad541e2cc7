import type { Grant } from '../../access/domain/present';
import type { View } from '../../kernel/view';

/** As what numbers are shown: by what a request was granted, never more than `most`; without a request `most`. */
export const viewFor = (grant: Grant | undefined, most: View): View =>
  grant?.view === 'published' || grant?.view === 'open' ? 'published' : most;
