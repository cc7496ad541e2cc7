import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { readYaml } from '../../src/platform/contracts/read-yaml';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { danishOfCatalogue, danishOfContracts, danishOfSource, documents, type DanishText } from './danish-texts';

interface Term {
  readonly term: string;
  readonly not: readonly string[];
  readonly english?: boolean;
}

const { terms } = readYaml<{ terms: readonly Term[] }>(contractsPath('words', 'terms.yaml'), loadSchemas(), 'terms');

const danishInSource = danishOfSource();

/** Where a text has another word than the term. */
const otherWords = (texts: readonly DanishText[], asked: readonly Term[]): string[] =>
  asked.flatMap(({ term, not }) => {
    const other = new RegExp(`(?<![\\p{L}-])(${not.join('|')})`, 'iu');
    return texts.filter(({ text }) => other.test(text)).map(({ at, text }) => `${at}: ${term}, not "${text}"`);
  });

/** Where a term has a capital although it does not begin a text, a sentence or what follows a colon. */
const capitals = (texts: readonly DanishText[]): string[] =>
  terms.flatMap(({ term }) => {
    const capital = new RegExp(`[\\p{L}\\d,;)] ${term.charAt(0).toUpperCase()}${term.slice(1)}`, 'u');
    return texts.filter(({ text }) => capital.test(text)).map(({ at, text }) => `${at}: ${term} in "${text}"`);
  });

describe('a thing has one term', () => {
  test('in the catalogue', () => {
    expect(otherWords(danishOfCatalogue(), terms)).toEqual([]);
    expect(capitals(danishOfCatalogue())).toEqual([]);
  });

  test('in the contracts and their examples', () => {
    expect(otherWords(danishOfContracts(), terms)).toEqual([]);
    expect(capitals(danishOfContracts())).toEqual([]);
  });

  test('in the source', () => {
    expect(otherWords(danishInSource, terms)).toEqual([]);
    expect(capitals(danishInSource)).toEqual([]);
  });

  test('in the documents', () => {
    const onlyDanish = terms.filter(({ english }) => english !== true);
    expect(otherWords(documents(), onlyDanish)).toEqual([]);
  });
});

test('what is said in both languages stands in the catalogue and nowhere in the source', () => {
  expect(danishInSource.filter(({ isBilingual }) => isBilingual)).toEqual([]);
});

test('a term is not one of the words it stands for', () => {
  expect(
    otherWords(
      terms.map(({ term }) => ({ at: 'terms.yaml', text: term })),
      terms,
    ),
  ).toEqual([]);
});

test('the search finds another word, a compound beginning with it and a capital inside a sentence', () => {
  const said = (text: string): DanishText[] => [{ at: 'here', text }];
  expect(otherWords(said('Dekningsgrad'), terms)).toHaveLength(1);
  expect(otherWords(said('givet på hospitalet'), terms)).toHaveLength(1);
  expect(otherWords(said('inden for kontrolgrænserne'), terms)).toEqual([]);
  expect(capitals(said('udført på Sygehuset'))).toHaveLength(1);
  expect(capitals(said('Sygehus: Sygehuset ved det'))).toEqual([]);
});
