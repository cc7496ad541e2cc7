import type { CountAxis } from '../../../src/disclosure/domain/count-axis';

/** What stands along one side of a table, with its sums told as a reader knows them. */
export interface Side {
  readonly items: readonly string[];
  readonly sums: readonly Sum[];
  /** The classes people are in, as the items that count them; `everyone` is left out. */
  readonly divisions: readonly (readonly (readonly string[])[])[];
  readonly everyone: string;
}

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}${at}`);

/** Items and their total. */
export function flat(name: string, count: number): Side {
  const items = numbered(name, count);
  const everyone = `${name}s`;
  return {
    items: [...items, everyone],
    sums: [{ total: everyone, parts: items }],
    divisions: [items.map((item) => [item])],
    everyone,
  };
}

/** One item and nothing else. */
export function single(name: string): Side {
  return { items: [name], sums: [], divisions: [], everyone: name };
}

/** Items in groups, the groups' totals and the total of all. */
export function grouped(name: string, groups: number, count: number, everyone = `${name}s`): Side {
  const items = numbered(name, count);
  const groupNames = numbered(`${name}-group`, Math.min(groups, count));
  const groupOf = (at: number): string => groupNames[at % groupNames.length] as string;
  return {
    items: [...items, ...groupNames, everyone],
    sums: [
      ...groupNames.map((total) => ({ total, parts: items.filter((_, at) => groupOf(at) === total) })),
      { total: everyone, parts: groupNames },
    ],
    divisions: [items.map((item, at) => [item, groupOf(at)])],
    everyone,
  };
}

/** Two ways of grouping the same people: where treated, where resident. */
export function twice(a: Side, b: Side): Side {
  return {
    items: [...new Set([...a.items, ...b.items])],
    sums: [...a.sums, ...b.sums],
    divisions: [...a.divisions, ...b.divisions],
    everyone: a.everyone,
  };
}

/** Two sides as one: every item of the one with every item of the other. */
export function crossed(a: Side, b: Side): Side {
  const name = (one: string, other: string): string => `${one}×${other}`;
  const everyone = name(a.everyone, b.everyone);
  const classes = (a.divisions[0] ?? []).flatMap((ofA) =>
    (b.divisions[0] ?? []).map((ofB) =>
      [...ofA, a.everyone]
        .flatMap((one) => [...ofB, b.everyone].map((other) => name(one, other)))
        .filter((item) => item !== everyone),
    ),
  );
  return {
    items: a.items.flatMap((one) => b.items.map((other) => name(one, other))),
    sums: [
      ...a.items.flatMap((one) =>
        b.sums.map(({ total, parts }) => ({ total: name(one, total), parts: parts.map((part) => name(one, part)) })),
      ),
      ...b.items.flatMap((other) =>
        a.sums.map(({ total, parts }) => ({
          total: name(total, other),
          parts: parts.map((part) => name(part, other)),
        })),
      ),
    ],
    divisions: [classes],
    everyone,
  };
}

/** The side as the product is told it. */
export function axisOf({ items, divisions, everyone }: Side): CountAxis {
  const placeOf = (item: string): number => items.indexOf(item);
  const parts = new Set(divisions.flat(2));
  return {
    items: items.map((key) => ({ key, weight: key === everyone ? 10 : parts.has(key) ? 1 : 3 })),
    everyone: [placeOf(everyone)],
    divisions: divisions.map((classes) => classes.map((ofClass) => ofClass.map(placeOf))),
  };
}
