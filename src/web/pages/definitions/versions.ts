import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Visit } from '../../site/visit';

export type Entry = Shapes['DefinitionEntry'];
export type Full = Shapes['DefinitionInFull'];

/** `dhrd-2023/3` as a set and its version. */
export function partsOf(definition: string): { readonly set: string; readonly version: string } {
  const [set = '', version = ''] = definition.split('/');
  return { set, version };
}

/** The address of a definition's page. */
export const pageOf = (definition: string): string => {
  const { set, version } = partsOf(definition);
  return `/definitioner/${encodeURIComponent(set)}/${encodeURIComponent(version)}`;
};

/** A definition in full. */
export const fullOf = ({ api }: Visit, definition: string): Promise<Full> =>
  answered(api.GET('/api/v1/definitions/{set}/{version}', { params: { path: partsOf(definition) } }));

/** The definition that another is compared with: the version before it, else the one in force; undefined of the first. */
export function before(definition: string, entries: readonly Entry[]): string | undefined {
  const { set, version } = partsOf(definition);
  const earlier = entries
    .map((entry) => ({ ...partsOf(entry.definition), definition: entry.definition }))
    .filter((other) => other.set === set && Number(other.version) < Number(version))
    .sort((one, other) => Number(one.version) - Number(other.version));
  const inForce = entries.find((entry) => entry.inForce && entry.definition !== definition);
  const isOther = !entries.some((entry) => entry.definition === definition && entry.standing === 'given');
  return earlier.at(-1)?.definition ?? (isOther ? inForce?.definition : undefined);
}

/** A version that no set of that name has yet. */
export const nextVersion = (set: string, entries: readonly Entry[]): number =>
  1 +
  Math.max(
    0,
    ...entries
      .map(({ definition }) => partsOf(definition))
      .flatMap((one) => (one.set === set ? [Number(one.version)] : [])),
  );
