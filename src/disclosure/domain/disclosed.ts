import { marked, type Marked } from './mark';

export type { Marked };

/** A value that may be written for people, in the view it was made for: what every writer demands. */
export type Disclosed<T> = T & Marked;

/** A count that may be written for people. */
export type ShownCount = Disclosed<number>;

/** What is made of nothing but something that may be shown may be shown too. */
export const madeOf = <T extends object>(_shown: Marked | readonly Marked[], value: T): Disclosed<T> => marked(value);
