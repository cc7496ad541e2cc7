import { PUBLIC_READER } from '../domain/claims';
import type { Present } from '../domain/present';
import type { Reader } from '../domain/reader';

/** Who asks at present. */
export const readerIn = (present: Present): Reader => present.grant()?.reader ?? PUBLIC_READER;
