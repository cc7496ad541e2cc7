// Writes src/kernel/words from contracts/words/{da,en}, one module for each file; with --check it writes nothing and
// fails where a module is not what the catalogue says.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'src', 'kernel', 'words');
const PLURALS = ['one', 'other'];

/** Every file of a language by its name, without the ending: a section of the catalogue. */
function catalogue(language) {
  const folder = join(ROOT, 'contracts', 'words', language);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(/\.yaml$/, ''), parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
const isGroup = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isPlural = (value) => isGroup(value) && Object.keys(value).join() === PLURALS.join();
const nameOf = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`);
const constantOf = (group) => `${group.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_WORDS`;
const quoted = (text) => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
const namesIn = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

const fillingOf = (names) => `Filling<${names.map(quoted).join(' | ')}>`;

/** `'a'`, or a template that says what is filled in as its language writes it. */
function textOf(text, language) {
  if (namesIn(text).length === 0) return quoted(text);
  const say = { da: 'inDanish', en: 'inEnglish' }[language];
  return `\`${text.replace(/[\\`$]/g, (sign) => `\\${sign}`).replace(/\{(\w+)\}/g, `\${${say}(said.$1)}`)}\``;
}

function pluralOf({ one, other }, language) {
  return `isOne(said.count, '${language}') ? ${textOf(one, language)} : ${textOf(other, language)}`;
}

/** What stands at a place of the catalogue as TypeScript; throws where the languages do not have the same there. */
function codeOf(da, en, path) {
  const differ = (why) => new Error(`${path.join('.')}: Danish and English have different ${why}.`);
  const sameKeys = (why) => {
    if (!isGroup(en) || Object.keys(da).join() !== Object.keys(en).join()) throw differ(why);
  };
  if (Array.isArray(da)) {
    if (!Array.isArray(en) || da.length !== en.length) throw differ('lines');
    return `[${da.map((line, at) => codeOf(line, en[at], [...path, String(at)])).join(', ')}]`;
  }
  if (isPlural(da)) {
    sameKeys('plurals');
    const [names, others] = [da, en].map((forms) => namesIn(Object.values(forms).join()).filter((n) => n !== 'count'));
    if (names.join() !== others.join()) throw differ('{names}');
    const filling = names.length === 0 ? '' : ` & ${fillingOf(names)}`;
    return `(said: { readonly count: number }${filling}): Bilingual => both(${pluralOf(da, 'da')}, ${pluralOf(en, 'en')})`;
  }
  if (isGroup(da)) {
    sameKeys('keys');
    return `{ ${Object.keys(da)
      .map((key) => `${nameOf(key)}: ${codeOf(da[key], en[key], [...path, key])}`)
      .join(', ')} }`;
  }
  if (typeof da !== 'string' || typeof en !== 'string') throw differ('kinds of text');
  const [names, others] = [namesIn(da), namesIn(en)];
  if (names.join() !== others.join()) throw differ('{names}');
  const both = `both(${textOf(da, 'da')}, ${textOf(en, 'en')})`;
  if (names.length === 0) return both;
  return `(said: ${fillingOf(names)}): Bilingual => ${both}`;
}

/** A section as a module: every group is a constant. */
function moduleOf(section, da, en) {
  const body = Object.keys(da)
    .map((group) => `export const ${constantOf(group)} = ${codeOf(da[group], en[group], [section, group])};`)
    .join('\n\n');
  const localised = ['inDanish', 'inEnglish', 'isOne', 'Filling'].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body),
  );
  const imports = [
    body.includes(': Bilingual')
      ? `import { both, type Bilingual } from '../language';`
      : `import { both } from '../language';`,
    ...(localised.length === 0
      ? []
      : [
          `import { ${localised.map((name) => (name === 'Filling' ? 'type Filling' : name)).join(', ')} } from '../localised';`,
        ]),
  ];
  return `// Made from contracts/words by npm run generate:words: change the words there.\n${imports.join('\n')}\n\n${body}\n`;
}

const [da, en] = [catalogue('da'), catalogue('en')];
if (Object.keys(da).join() !== Object.keys(en).join()) throw new Error('Danish and English have different files.');
const style = { ...(await resolveConfig(join(FOLDER, 'codes.ts'))), parser: 'typescript' };
const modules = new Map();
for (const section of Object.keys(da))
  modules.set(`${section}.ts`, await format(moduleOf(section, da[section], en[section]), style));

mkdirSync(FOLDER, { recursive: true });
const present = readdirSync(FOLDER);
const stale = [
  ...present.filter((file) => !modules.has(file)),
  ...[...modules].flatMap(([file, text]) =>
    present.includes(file) && readFileSync(join(FOLDER, file), 'utf8') === text ? [] : [file],
  ),
];
if (process.argv.includes('--check')) {
  if (stale.length > 0)
    throw new Error(`Not what the catalogue says: ${stale.join(', ')}. Run npm run generate:words.`);
} else {
  for (const file of stale) {
    const text = modules.get(file);
    if (text === undefined) rmSync(join(FOLDER, file));
    else writeFileSync(join(FOLDER, file), text);
  }
}
