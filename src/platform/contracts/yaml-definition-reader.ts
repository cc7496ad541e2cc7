import type { ErrorObject } from 'ajv/dist/2020';
import { LineCounter, parseDocument, type Document } from 'yaml';
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
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
      return {
        faults: document.errors.map(({ pos, code }) => ({
          line: lines.linePos(pos[0]).line,
          path: '',
          remedy: `is not YAML here (${code.toLowerCase().replaceAll('_', ' ')})`,
        })),
      };
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
  return [...once.values()].map(({ path, remedy }) => {
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
