import type { EventKind } from '../../../kernel/event-kinds';
import type { Bilingual } from '../../../kernel/language';
import type { Organisation } from '../../../kernel/organisation';

/** What a resource says of a registration. */
export interface Registration {
  readonly is: 'registration';
  readonly kind: EventKind;
  readonly source: Organisation;
  readonly status: 'active' | 'retracted';
  readonly values: Readonly<Record<string, unknown>>;
}

/** What of a resource has no place here, in FHIR's words. */
export interface NotSaid {
  readonly is: 'unmapped';
  readonly what: string;
}

/** Why a resource, or a part of it, cannot be taken: thrown where it is found, told with the path there. */
export class RefusedHere extends Error {
  constructor(
    readonly path: string,
    readonly reason: Bilingual,
  ) {
    super(reason.en);
  }
}

export type Said = Registration | NotSaid | RefusedHere;

export const notSaid = (what: string): NotSaid => ({ is: 'unmapped', what });

/** What the parts of a resource say, each for itself: one that is refused stops no other. */
export function saidBy(...parts: readonly (() => Said | undefined)[]): readonly Said[] {
  const said: Said[] = [];
  for (const part of parts) {
    const one = attempt(part);
    if (one !== undefined) said.push(one);
  }
  return said;
}

function attempt(part: () => Said | undefined): Said | undefined {
  try {
    return part();
  } catch (error) {
    if (error instanceof RefusedHere) return error;
    throw error;
  }
}
