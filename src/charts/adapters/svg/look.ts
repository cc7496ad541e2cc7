/** Sizes in user units; a chart scales to whatever space it is given. */
export const WIDTH = 960;
export const PLOT = { left: 64, right: 24, top: 74 };

/** Each at least 3 : 1 on white (text 4.5 : 1); none says anything that a shape or word does not say too. */
export const INK = '#1d2733';
export const QUIET = '#5b6673';
export const GRID = '#dfe4ea';
export const LINE = '#20558a';
export const INNER = '#5c7fa3';
export const OUTER = '#20558a';
export const ALERT = '#b3261e';
export const WARN = '#a15c00';
export const TARGET = '#1b7f5c';

export const FONT = 'system-ui, -apple-system, "Segoe UI", Arial, sans-serif';
