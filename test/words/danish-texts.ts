import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { catalogue, textsOf } from './catalogue';

const ROOT = join(__dirname, '..', '..');
const DANISH_LETTER = /[æøå]/i;

/** A Danish text and where it stands. */
export interface DanishText {
  readonly at: string;
  readonly text: string;
}

/** The files of a folder that end so, with the folders in it. */
const files = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The catalogue in Danish. */
export function danishOfCatalogue(): DanishText[] {
  return textsOf(catalogue('da')).map(({ path, text }) => ({ at: `contracts/words/da: ${path}`, text }));
}

/** What the other contracts and their examples say in Danish: whatever stands under `da`. */
export function danishOfContracts(): DanishText[] {
  const yaml = files('contracts', '.yaml').filter((file) => !file.startsWith(join('contracts', 'words')));
  return [...yaml, ...files(join('contracts', 'examples'), '.json')].flatMap((file) =>
    textsOf(parse(read(file)))
      .filter(({ path }) => /(^|\.)da$/.test(path))
      .map(({ path, text }) => ({ at: `${file} ${path}`, text })),
  );
}

/** Texts in the source that are Danish by where they stand (`da:`, the first of `both`) or by a letter. */
export function danishOfSource(): (DanishText & { readonly isBilingual: boolean })[] {
  return [...files('src', '.ts'), ...files('src', '.tsx')]
    .filter((file) => !file.startsWith(join('src', 'kernel', 'words')) && !file.endsWith('.generated.ts'))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
      const found: (DanishText & { readonly isBilingual: boolean })[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
          const text = node.getText(source).slice(1, -1);
          if (text === '') return;
          const isBilingual = standsForDanish(node);
          const at = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
          if (isBilingual || DANISH_LETTER.test(text)) found.push({ at, text, isBilingual });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

function standsForDanish(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && parent.name.getText() === 'da';
  return ts.isCallExpression(parent) && parent.expression.getText() === 'both' && parent.arguments[0] === node;
}

/** The documents, of which a part may be Danish. */
export function documents(): DanishText[] {
  return ['README.md', ...files('docs', '.md')].map((file) => ({ at: file, text: read(file) }));
}
