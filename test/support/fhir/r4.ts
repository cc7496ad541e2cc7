import Ajv2020 from 'ajv/dist/2020';
import { R4_SCHEMA } from './r4-schema';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(R4_SCHEMA);

interface Resource {
  readonly resourceType?: string;
  readonly contained?: readonly { readonly id?: string }[];
  readonly entry?: readonly { readonly fullUrl?: string; readonly resource?: Resource }[];
}

/** Everything in which a resource is not FHIR R4: structure, required codes, and contained resources nobody refers to. */
export function r4Faults(resource: unknown): string[] {
  const structure = validate(resource) ? [] : (validate.errors ?? []);
  return [
    ...structure.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`),
    ...bundleFaults(resource as Resource),
    ...containedFaults(resource as Resource),
  ];
}

/** bdl-7: an address stands once. */
function bundleFaults({ entry = [] }: Resource): string[] {
  const urls = entry.map(({ fullUrl }) => fullUrl);
  return [
    ...(new Set(urls).size === urls.length ? [] : ['An address stands twice in the bundle.']),
    ...entry.flatMap(({ resource }) => (resource === undefined ? [] : containedFaults(resource))),
  ];
}

/** dom-3: what is contained is referred to from the resource; a local reference leads to what is contained. */
function containedFaults(resource: Resource): string[] {
  const text = JSON.stringify({ ...resource, contained: undefined });
  const referred = [...text.matchAll(/"reference":"#([^"]+)"/g)].map(([, id]) => id);
  const contained = (resource.contained ?? []).map(({ id }) => id);
  if (resource.resourceType === 'Bundle') return [];
  return [
    ...contained.filter((id) => !referred.includes(id)).map((id) => `${id} is contained but not referred to.`),
    ...referred.filter((id) => !contained.includes(id)).map((id) => `#${id} is referred to but not contained.`),
  ];
}
