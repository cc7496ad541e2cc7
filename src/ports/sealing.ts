/** Seals what must rest encrypted. */
export abstract class Sealing {
  /** What rests: unreadable without the program's secret. */
  abstract seal(plain: string | Uint8Array): Buffer;

  /** Opens what `seal` made; throws when it is damaged or was sealed under another secret. */
  abstract open(sealed: Uint8Array): Buffer;
}
