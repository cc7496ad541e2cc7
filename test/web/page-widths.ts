/** What a browser would need for the page's table, worked out without one: a letter is taken to be this wide. */
const LETTER_EM = 0.57;
const BASE_PX = 16;

/** How a medium sets the table, in pixels. */
export interface Setting {
  readonly cell: number;
  /** `small` and lists. */
  readonly small: number;
  /** Both sides of a cell. */
  readonly padding: number;
  /** The least width of cells that hold words, in pixels. */
  readonly words: number;
}

/** The declarations of a selector in a style sheet or a part of it, the last one's. */
export function declared(css: string, selector: string, property: string): string | undefined {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selectors]) =>
    (selectors ?? '').split(',').some((one) => one.trim() === selector),
  );
  const found = rules.flatMap(([, , body]) => [
    ...(body ?? '').matchAll(new RegExp(`(?:^|[;\\s])${property}:\\s*([^;]+);`, 'g')),
  ]);
  return found.at(-1)?.[1];
}

/** What a style sheet says in a medium (`''`: everywhere). */
export function inMedium(css: string, medium: string): string {
  const blocks = [...css.matchAll(/@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g)];
  if (medium === '') return blocks.reduce((rest, [block]) => rest.replace(block, ''), css);
  return blocks.flatMap(([, name, body]) => (name?.trim() === medium ? [body ?? ''] : [])).join('\n');
}

/** The cells of the table, row by row, as markup with the class of each. */
export const cellsOf = (page: string): { readonly side: string; readonly markup: string }[][] =>
  [...page.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b([^>]*)>([^]*?)<\/t[hd]>/g)].map(([, tag = '', markup = '']) => ({
      side: /class="([^"]*)"/.exec(tag)?.[1] ?? '',
      markup,
    })),
  );

/** The least width of the table: of each column its widest piece that cannot be broken. */
export function leastWidth(page: string, css: string, setting: Setting): number {
  const rows = cellsOf(page);
  const widthOf = (column: number): number => {
    const widths = rows.map((row) => {
      const { side = '', markup = '' } = row[column] ?? {};
      const least = side === 'words' ? setting.words - setting.padding : 0;
      return Math.max(least, pieceWidth(markup, isKeptTogether(css, side), css, setting));
    });
    return Math.max(...widths) + setting.padding;
  };
  return (rows[0] ?? []).reduce((sum, _, column) => sum + widthOf(column), 0);
}

const isKeptTogether = (css: string, name: string): boolean =>
  name !== '' && declared(inMedium(css, ''), `.${name}`, 'white-space') === 'nowrap';

function pieceWidth(markup: string, isWhole: boolean, css: string, { cell, small }: Setting): number {
  const pieces = markup.split(/(?=<(?:small|li|ul|strong)\b)|(?<=<\/(?:small|li|ul|strong)>)/);
  return Math.max(
    ...pieces.map((piece) => {
      const isSmall = /^<(small|li|ul)/.test(piece);
      const inside = [...piece.matchAll(/class="(\w+)"/g)].some(([, name = '']) => isKeptTogether(css, name));
      const list = /^<(li|ul)/.test(piece) && (isKeptTogether(css, 'reasons') || isKeptTogether(css, 'shares'));
      const text = piece.replaceAll(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').trim();
      const isOne = (isWhole && !piece.includes('class="loose"')) || inside || list;
      const longest = isOne ? text.length : Math.max(...text.split(/\s+/).map((word) => word.length));
      return longest * LETTER_EM * (isSmall ? small : cell);
    }),
  );
}

/** A length of a style sheet in pixels. */
export function pixels(length: string): number {
  const [, amount = '', unit = ''] = /^([\d.]+)(rem|mm|pt|px)$/.exec(length) ?? [];
  const each = { rem: BASE_PX, mm: 96 / 25.4, pt: 96 / 72, px: 1 }[unit];
  if (each === undefined) throw new Error(`${length} is no length that is known here`);
  return Number(amount) * each;
}
