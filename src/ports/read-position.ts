/** Tells how far the decisions' basis has come: equal positions, equal decisions from the same viewpoint. */
export abstract class ReadPosition {
  abstract current(): Promise<string>;
}
