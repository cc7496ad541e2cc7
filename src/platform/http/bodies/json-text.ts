import { Problem } from '../problem';

/** Deeper than anything that is sent here; what walks a value never runs out of stack. */
const DEEPEST = 200;

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 44, 91, 92, 93, 123, 125];

/** Parses a body as JSON; throws a `Problem` 400, which does not repeat it, when it is none or nested too deeply. */
export function parseBody(text: string): unknown {
  let depth = 0;
  eachMark(text, (mark) => {
    depth += mark === OPEN_LIST || mark === OPEN_OBJECT ? 1 : mark === COMMA ? 0 : -1;
    if (depth > DEEPEST)
      throw new Problem(400, `The body is nested more than ${DEEPEST} levels deep; send it flatter.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'The body is not JSON; it may be cut off. Send one whole JSON value.');
  }
}

/** The elements of a JSON array, each as it was written; `text` is one that parsed. */
export function elementsOf(text: string): string[] {
  const elements: string[] = [];
  let depth = 0;
  let from = 0;
  eachMark(text, (mark, at) => {
    if (mark === OPEN_LIST || mark === OPEN_OBJECT) {
      depth += 1;
      if (depth === 1) from = at + 1;
      return;
    }
    if (mark !== COMMA) depth -= 1;
    if (depth > (mark === COMMA ? 1 : 0)) return;
    elements.push(text.slice(from, at).trim());
    from = at + 1;
  });
  return elements.length === 1 && elements[0] === '' ? [] : elements;
}

/** Calls back at each bracket and comma that stands in no string. */
function eachMark(text: string, found: (mark: number, at: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1) {
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
      }
    } else if (
      code === COMMA ||
      code === OPEN_LIST ||
      code === OPEN_OBJECT ||
      code === CLOSE_LIST ||
      code === CLOSE_OBJECT
    ) {
      found(code, at);
    }
  }
}
