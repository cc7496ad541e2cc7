/** A field of an event's data as its contract in `contracts/schemas/source` says. */
export interface EventField {
  readonly name: string;
  readonly type: 'day' | 'whole' | 'number' | 'choice' | 'yes-no' | 'text' | 'other';
  readonly isMandatory: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
  /** Only where `kind` is this. */
  readonly ofKind?: string;
}
