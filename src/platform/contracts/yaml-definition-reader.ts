import type { ErrorObject } from 'ajv/dist/2020';
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { DefinitionSet } from '../../kernel/definition';
import { DefinitionReader, type DefinitionFault, type ReadDefinition } from '../../ports/definition-reader';
import { brokenTexts } from './broken-texts';
import { faultPath } from './fault-path';
import type { SchemaValidators } from './schema-validators';

/** What a schema cannot say of a set. */
export type FaultsOfSet = (set: DefinitionSet) => readonly { readonly path: string; readonly remedy: string }[];

/** Reads definition sets written as YAML (or JSON, which is YAML) by the contracts' schema. */
export class YamlDefinitionReader extends DefinitionReader {
  constructor(
    private readonly schemas: SchemaValidators,
    private readonly faultsOfSet: FaultsOfSet,
  ) {
    super();
  }

  override read(text: string): ReadDefinition {
    const lines = new LineCounter();
    const document = documentOf(text, lines);
    if (document === undefined) return { faults: [{ path: '', remedy: 'is nested too deeply' }] };
    if (document.errors.length > 0) {
      return {
        faults: document.errors.slice(0, MOST_FAULTS).map(({ pos, code }) => ({
          line: lines.linePos(pos[0]).line,
          path: '',
          remedy: `is not YAML here (${code.toLowerCase().replaceAll('_', ' ')})`,
        })),
      };
    }
    const twice = repeatedKeys(document).slice(0, MOST_FAULTS);
    if (twice.length > 0) {
      return { faults: twice.map((at) => ({ line: lines.linePos(at).line, path: '', remedy: REPEATED })) };
    }
    const at = (path: string): DefinitionFault['line'] => lineOf(document, lines, path);
    const content = contentOf(document);
    if (content === undefined) return { faults: [{ path: '', remedy: 'has too many references to anchors' }] };
    const validate = this.schemas.validator('definition-set');
    if (!validate(content)) {
      return { faults: placed((validate.errors ?? []).filter(isItself).map(faultOf), at) };
    }
    const set = content as DefinitionSet;
    const broken = brokenTexts(content).map((path) => ({ path, remedy: 'holds half of a character' }));
    const faults = [...broken, ...this.faultsOfSet(set)];
    return faults.length === 0 ? { set } : { faults: placed(faults, at) };
  }
}

const MOST_FAULTS = 100;
const REPEATED = 'is not YAML here (duplicate key)';

/**
 * Undefined when the text is nested too deeply to be read. The library compares each key of a map with every other, in time
 * quadratic in their number; `repeatedKeys` does so afterwards.
 */
function documentOf(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where keys stand that came before in the same map. */
function repeatedKeys(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = `${typeof key.value} ${String(key.value)}`;
        if (seen.has(name)) found.push(key.range?.[0] ?? 0);
        seen.add(name);
      }
    },
  });
  return found;
}

/** Undefined when the document would grow out of all bounds. */
function contentOf(document: Document.Parsed): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

/** Errors that only say that a branch failed stand beside those that say why. */
const isItself = ({ keyword }: ErrorObject): boolean => !['if', 'anyOf', 'allOf'].includes(keyword);

function faultOf(error: ErrorObject): { path: string; remedy: string } {
  const { allowedValues } = error.params as { allowedValues?: readonly unknown[] };
  const values = allowedValues === undefined ? '' : ` (${allowedValues.join(', ')})`;
  return { path: faultPath(error), remedy: `${error.message ?? 'does not follow the schema'}${values}` };
}

/** Each fault once, with its line. */
function placed(
  faults: readonly { readonly path: string; readonly remedy: string }[],
  lineAt: (path: string) => number | undefined,
): DefinitionFault[] {
  const once = new Map(faults.map((fault) => [`${fault.path} ${fault.remedy}`, fault]));
  return [...once.values()].slice(0, MOST_FAULTS).map(({ path, remedy }) => {
    const line = lineAt(path);
    return { ...(line === undefined ? undefined : { line }), path, remedy };
  });
}

/** The line of what stands at the path, or of the nearest thing around it that is there. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: string): number | undefined {
  const steps = path === '' ? [] : path.split('.');
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(steps.slice(0, depth), true);
    const { range } = (node ?? {}) as { range?: readonly [number, number, number] | null };
    if (range !== undefined && range !== null) return lines.linePos(range[0]).line;
  }
  return undefined;
}
