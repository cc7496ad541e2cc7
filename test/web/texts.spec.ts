import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const files = readdirSync(join(ROOT, 'src', 'web'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

/** Words that stand in markup, or in an attribute that people read or hear, instead of in the catalogue. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, 'src', 'web', file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isRead =
      ts.isJsxAttribute(node) &&
      /^(title|alt|placeholder|aria-label|aria-description)$/.test(node.name.getText(source));
    const text = ts.isJsxText(node)
      ? node.text
      : isRead && node.initializer !== undefined && ts.isStringLiteral(node.initializer)
        ? node.initializer.text
        : '';
    if (/\p{L}{2}/u.test(text)) found.push(`${file}: ${text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('all that pages say stands in the catalogue', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap(wordsIn)).toEqual([]);
});

test('no page has a style or a script in its markup', () => {
  const written = files.map((file) => [file, readFileSync(join(ROOT, 'src', 'web', file), 'utf8')] as const);

  for (const [file, text] of written)
    expect([file, /\sstyle=|\son[A-Z]\w+=|dangerouslySetInnerHTML=\{\{ __html: [^}]*asked/.test(text)]).toEqual([
      file,
      false,
    ]);
});
