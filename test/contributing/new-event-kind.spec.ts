import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { EXAMPLE, followRecipe, KIND, STORAGE_CODE } from './made-up-kind';

const ROOT = contractsPath('..');
const PAGE = join(ROOT, 'docs', 'contributing', 'new-event-kind.md');
const DIGESTS = 'test/synthetic/generate-population.spec.ts';
const FOLDERS = ['contracts', 'docker', 'src', 'test', 'tools'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.tools.json', 'jest.config.js', '.prettierrc'];

/** The files that the page's numbered steps name. */
const steps = [...readFileSync(PAGE, 'utf8').matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => String(path));

test('a new kind of event touches at most eight files beside its examples, and each of them is there', () => {
  expect(steps.length).toBeLessThanOrEqual(8);
  expect(steps.filter((path) => !existsSync(join(ROOT, path.replace('<kind>', 'hospital.contact'))))).toEqual([]);
});

describe('the page, followed in a copy of the repository', () => {
  let copy = '';
  let examples: string[] = [];
  let population: (patients: number, seed?: number, years?: number) => string;
  /** A module of the copy; its types are those of the original. */
  const ofCopy = <T extends object>(path: string): T => jest.requireActual<T>(join(copy, path));
  /** What a tool says in the copy when it fails; empty when it does not. */
  const failure = (tool: string, ...given: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve(tool), ...given], {
      cwd: copy,
      encoding: 'utf8',
    });
    return status === 0 ? '' : stdout + stderr;
  };

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'rehabspor-recipe-'));
    for (const name of [...FOLDERS, ...FILES]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    examples = followRecipe(copy);
    population = ofCopy<typeof import('../synthetic/fixture')>('test/synthetic/fixture.ts').population;
    const digest = createHash('sha256')
      .update(population(50, 7, 2))
      .digest('hex');
    const spec = readFileSync(join(copy, DIGESTS), 'utf8');
    writeFileSync(join(copy, DIGESTS), spec.replace(/toBe\('[0-9a-f]{64}'\)/, `toBe('${digest}')`));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('changes the files it names and the examples, no others', () => {
    const changed = FOLDERS.flatMap((folder) => filesIn(join(copy, folder)))
      .map((file) => relative(copy, file))
      .filter((path) => !isSame(join(copy, path), join(ROOT, path)));

    expect(changed.sort()).toEqual([...steps.map((path) => path.replace('<kind>', KIND)), ...examples].sort());
  });

  it('is led by the compiler, which follows the kind through intake, stores, pathways and the synthetic population', () => {
    const files = [
      'src/intake/domain/source-event.ts',
      'src/platform/contracts/field-checks.ts',
      'src/platform/event-codec.ts',
      'src/pathways/domain/fold.ts',
      'src/synthetic/generate-population.ts',
    ];
    const project = {
      extends: './tsconfig.json',
      compilerOptions: { noEmit: true, types: ['node'] },
      include: ['src/**/*.d.ts'],
      files,
    };
    writeFileSync(join(copy, 'tsconfig.recipe.json'), JSON.stringify(project));
    expect(failure('typescript/bin/tsc', '-p', 'tsconfig.recipe.json')).toBe('');
  });

  it('passes the specs that hold for every kind: contracts, fields in their order, stored rows', () => {
    const contracts = 'test/contracts/(asyncapi|descriptions|event-data|examples|schemas).spec';
    const others = ['test/intake/fields.spec', 'test/ports/stored-rows.spec'];
    expect(failure('jest/bin/jest', '--ci', '--runInBand', '--silent', contracts, ...others)).toBe('');
  });

  it('has the new kind wherever kinds are read from the table', () => {
    const kinds = ofCopy<typeof import('../../src/kernel/event-kinds')>('src/kernel/event-kinds.ts');
    const { codeFamily } = ofCopy<typeof import('../../src/kernel/code-family')>('src/kernel/code-family.ts');
    const kind = kinds.kindOfType(EXAMPLE.type);

    expect(kind).toBe(KIND);
    expect(kinds.kindOfStorageCode(STORAGE_CODE)).toBe(KIND);
    expect(kind === undefined ? [] : [kinds.schemeOfKind(kind), kinds.SERVICE_DATE_FIELD[kind]]).toEqual([
      'municipality',
      'heldOn',
    ]);
    expect(kind === undefined ? '' : codeFamily(kind, EXAMPLE.data)).toBe('work');
    expect(population(300)).toContain(EXAMPLE.type);
  });

  it('answers its senders as it does all others', async () => {
    const { receiptsOf } = ofCopy<typeof import('../support/evaluate')>('test/support/evaluate.ts');
    const code = async (changes: object, data: object = {}) => {
      const [receipt] = await receiptsOf({ ...EXAMPLE, ...changes, data: { ...EXAMPLE.data, ...data } });
      return receipt?.code ?? receipt?.status;
    };

    expect(await code({})).toBe('accepted');
    expect(await code({ source: 'hospital:330901000016003' })).toBe('WRONG_CODE_SYSTEM_FOR_SECTOR');
    expect(await code({}, { topic: undefined })).toBe('INVALID_EVENT');
    expect(await code({}, { invitedBy: 'municipality:9999' })).toBe('UNKNOWN_ORGANISATION');
    expect(await code({}, { heldOn: '2025-01-01' })).toBe('SERVICE_DATE_IN_FUTURE');
  });

  it('masks CPR numbers in its free text and keeps apart what it does not know', () => {
    const { translate } = ofCopy<typeof import('../../src/intake/domain/translation')>(
      'src/intake/domain/translation.ts',
    );
    const summary = 'asked 1502779995';

    expect(translate(KIND as Parameters<typeof translate>[0], { ...EXAMPLE.data, summary, mood: 'good' })).toEqual({
      data: {
        courseId: 'H-77',
        heldOn: '2023-02-06',
        topic: 'work',
        invitedBy: 'hospital:330901000016003',
        summary: 'asked ••••••-••••',
      },
      kept: { summary, mood: 'good' },
    });
  });

  it('tells random stories of it, so that order and repetition are tried with it too', () => {
    const { anyEvents } = ofCopy<typeof import('../properties/random-events')>('test/properties/random-events.ts');
    const stories = fc.sample(anyEvents, { numRuns: 200, seed: 1 });
    expect(stories.flat().some(({ type }) => type === EXAMPLE.type)).toBe(true);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isSame(file: string, original: string): boolean {
  return existsSync(original) && readFileSync(file).equals(readFileSync(original));
}
