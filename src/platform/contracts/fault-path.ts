import type { ErrorObject } from 'ajv/dist/2020';

/** The dotted path, from the root of what was validated, of the field at fault; empty for the root itself. */
export function faultPath(error: ErrorObject): string {
  const steps = error.instancePath.split('/').slice(1).map(unescapeStep);
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params as Record<string, unknown>;
  const field = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return (typeof field === 'string' ? [...steps, field] : steps).join('.');
}

/** JSON Pointer (RFC 6901) writes `~` and `/` as `~0` and `~1`. */
function unescapeStep(step: string): string {
  return step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
}
