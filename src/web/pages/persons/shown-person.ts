import type { Bilingual } from '../../../kernel/language';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Visit } from '../../site/visit';

/** A decision of a person as the API answers it (schema `Decision`). */
export interface ShownDecision extends Omit<Shapes['IndicatorDecision'], 'possible'> {
  readonly possible?: readonly Shapes['PossibleOutcome'][];
  readonly definition: string;
  readonly asOf: string;
  readonly explanation: Bilingual;
}

export interface ShownPerson extends Omit<Shapes['Person'], 'decisions'> {
  readonly decisions: readonly ShownDecision[];
}

/** One person from a viewpoint; the generated client knows only the part that decisions share with their changes. */
export async function readPerson(
  { api }: Pick<Visit, 'api'>,
  person: string,
  query: { readonly asOf?: string; readonly knownAt?: string } = {},
): Promise<ShownPerson> {
  const shown = await answered(api.GET('/api/v1/persons/{person}/pathways', { params: { path: { person }, query } }));
  return shown as unknown as ShownPerson;
}
