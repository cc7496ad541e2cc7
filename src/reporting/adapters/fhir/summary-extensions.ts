import { extensionUrl } from '../../../kernel/fhir-extension';
import type { ShownRow } from '../../../disclosure/domain/shown-row';

/** A part of an extension, or nothing where its number is none. */
type Part = object | undefined;

const count = (url: string, value: number): Part => ({ url, valueInteger: value });
const percent = (url: string, value: number | null | undefined): Part =>
  value === null || value === undefined ? undefined : { url, valueDecimal: value };

/** An extension of parts; none where it has none of them. */
function extension(name: string, parts: readonly Part[]): object[] {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? [] : [{ url: extensionUrl(name), extension: present }];
}

/**
 * What stands beside a summary's score, in the order it is read: where the estimate comes from, its interval, the
 * bounds, what was reported, the unknown and the still open. Percentages are of a hundred; one that is none is left out.
 */
export function summaryExtensions(row: ShownRow): object[] {
  const { estimate, estimateFrom, fewOrganisations, bounds, reported, unknown, stillOpen, onceClosed } = row;
  return [
    { url: extensionUrl('estimate-from'), valueCode: estimateFrom },
    ...extension('interval', [percent('lower', estimate.interval?.lower), percent('upper', estimate.interval?.upper)]),
    ...(fewOrganisations === true ? [{ url: extensionUrl('few-organisations'), valueBoolean: true }] : []),
    ...extension('bounds', [percent('lower', bounds.lower), percent('upper', bounds.upper)]),
    ...extension('share', [
      count('numerator', reported.numerator),
      count('denominator', reported.denominator),
      percent('percent', reported.percent),
      percent('lower', reported.interval?.lower),
      percent('upper', reported.interval?.upper),
    ]),
    ...extension('unknown', [
      count('count', unknown),
      percent('percent', row.unknownPercent),
      count('denominatorUnknown', row.denominatorUnknown),
      ...Object.entries(row.unknownReasons).map(([reason, of]) => ({
        url: 'reason',
        extension: [{ url: 'code', valueCode: reason }, count('count', of)],
      })),
    ]),
    ...extension('still-open', [
      count('metSoFar', stillOpen.metSoFar),
      count('pending', stillOpen.pending),
      percent('onceClosedLower', onceClosed.lower),
      percent('onceClosedUpper', onceClosed.upper),
    ]),
  ];
}
