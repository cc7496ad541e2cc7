/** What a schema cannot say of a definition set: `path` is dotted from the root. */
export interface SetFault {
  readonly path: string;
  readonly remedy: string;
}
