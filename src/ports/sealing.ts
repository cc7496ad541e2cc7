/** Seals what must rest encrypted. */
export abstract class Sealing {
  /** What rests: unreadable without the program's secret. */
  abstract seal(plain: string | Uint8Array): Buffer;

  /** Opens what `seal` made; throws when it is damaged or was sealed under another secret. */
  abstract open(sealed: Uint8Array): Buffer;

  /** Whether it was sealed under the key that is sealed under now. */
  abstract isCurrent(sealed: Uint8Array): boolean;
}

/** Seals under a key of a person's own. */
export type PersonalSealing = (key: Buffer) => Sealing;

/** What came of sealing a page of what rests anew: how many were under another key, and after which the next page begins. */
export interface Resealed<Place> {
  readonly seen: number;
  readonly resealed: number;
  /** Absent where no page follows. */
  readonly next?: Place;
}
