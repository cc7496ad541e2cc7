import { SECTOR_ORDER } from '../../kernel/organisation';
import type { CountAxis, ItemSet } from './count-axis';
import { EVERYONE, FIGURE_ITEMS, REASONS, type FigureItem } from './figure-items';
import { withShifts } from './shift';

/** The counts of a row as an axis: how its sums hang together, and what they are. */
export interface FigureAxis extends CountAxis {
  readonly items: readonly FigureItem[];
}

/** What there is anywhere in a table beside the usual classes: without it they are not among the tables thought of. */
interface Kinds {
  /** Met or not met by a value that could be another. */
  readonly uncertain: boolean;
  /** Denominator unknown. */
  readonly open: boolean;
  /** Excluded, and could be met. */
  readonly couldBeMet: boolean;
}

const PLACE = new Map(FIGURE_ITEMS.map(({ key }, at) => [key, at]));
const placesOf = (...keys: readonly string[]): ItemSet => keys.map((key) => PLACE.get(key) as number);

const AXES = new Map<string, FigureAxis>();

/** The axis of a table with these counts of everyone, one for each item: always the same for the same kinds of people. */
export function figureAxisOf(everyone: ArrayLike<number>): FigureAxis {
  const count = (key: string): number => everyone[PLACE.get(key) as number] as number;
  const kinds = {
    uncertain: count('-uncertain-met') + count('-uncertain-not-met') > 0,
    open: count('denominatorUnknown') > 0,
    couldBeMet: count('-outside-met') > 0,
  };
  const name = JSON.stringify(kinds);
  const axis = AXES.get(name) ?? axisOf(kinds);
  AXES.set(name, axis);
  return axis;
}

/**
 * Whoever was met is so by a sector's fact and with or without a source in trouble, which the row does not tell
 * together. What someone could be besides (`possible`) hangs on what they are (interface.md §3).
 */
function axisOf(kinds: Kinds): FigureAxis {
  const classes = [
    ...SECTOR_ORDER.flatMap((sector) => metClasses(`sectors.${sector}`, kinds)),
    ...notMetClasses(kinds),
    ...REASONS.inDenominator.map((reason) => [
      ...[`unknownReasons.${reason}`, '-in-denominator', 'unknown'],
      ...['bounds.mostMet', 'bounds.mostNotMet'],
    ]),
    ...REASONS.denominatorUnknown.flatMap((reason) =>
      openClasses(kinds).map((could) => [...[`unknownReasons.${reason}`, 'denominatorUnknown', 'unknown'], ...could]),
    ),
    ['excluded', '-outside-not-met'],
    ...(kinds.couldBeMet ? [['excluded', 'bounds.mostMet', '-outside-met', '-outside-any']] : []),
    ['stillOpen.metSoFar'],
    ['stillOpen.pending'],
    ['notApplicable'],
  ];
  return withShifts({
    items: FIGURE_ITEMS,
    everyone: placesOf(EVERYONE.key),
    divisions: [classes.map((keys) => placesOf(...keys))],
  });
}

const DISTURBED = ['-disturbed', 'reported.denominator'];
const UNDISTURBED_MET = ['reported.numerator', 'undisturbed.numerator'];
const MET_FOR_SURE = ['bounds.leastMet', 'bounds.mostMet'];
const NOT_MET_FOR_SURE = ['bounds.leastNotMet', 'bounds.mostNotMet'];

function metClasses(sector: string, { uncertain }: Kinds): string[][] {
  const disturbed = [sector, 'reported.numerator', '-disturbed-met', ...DISTURBED];
  return [
    [sector, ...UNDISTURBED_MET, 'undisturbed.denominator', 'reported.denominator', ...MET_FOR_SURE],
    [...disturbed, '-settled-met', ...MET_FOR_SURE],
    ...(uncertain ? [[...disturbed, '-uncertain-met', 'bounds.mostMet', 'bounds.mostNotMet']] : []),
  ];
}

function notMetClasses({ uncertain }: Kinds): string[][] {
  const disturbed = ['-not-met', '-disturbed-not-met', ...DISTURBED];
  return [
    ['-not-met', '-undisturbed-not-met', 'undisturbed.denominator', 'reported.denominator', ...NOT_MET_FOR_SURE],
    [...disturbed, '-settled-not-met', ...NOT_MET_FOR_SURE],
    ...(uncertain ? [[...disturbed, '-uncertain-not-met', 'bounds.mostMet', 'bounds.mostNotMet']] : []),
  ];
}

/** Beside out: met, not met, or both. */
function openClasses({ open }: Kinds): string[][] {
  const both = ['bounds.mostMet', 'bounds.mostNotMet', '-open-not-met', '-outside-met', '-outside-any'];
  const one = [
    ['bounds.mostMet', '-open-met', '-outside-met'],
    ['bounds.mostNotMet', '-open-not-met', '-outside-not-met'],
  ];
  return open ? [both, ...one] : [both];
}
