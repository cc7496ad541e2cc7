import type { Organisation } from '../../../kernel/organisation';
import type { Staging } from '../../../kernel/staging';

/** What rows of other tables need of a contact or a course. */
export interface Link {
  /** `REFUSED` where the row that would say it could not be read. */
  readonly cpr: string;
  /** Blank where it is not told. */
  readonly source: Organisation;
  readonly startedOn: string;
}

/** Stands where rows of one contact or course say different things. */
export const SEVERAL = '*';

/** Stands for the number of a contact that could not be read. */
export const REFUSED = '!';

const BETWEEN = '\t';

/** Puts a link under a key. What rows of one key say differently is told so whatever their order. */
export function stageLink(staging: Staging, space: number, key: string, link: Link): void {
  const text = [link.cpr, link.source, link.startedOn].join(BETWEEN);
  if (staging.add(space, key, text)) return;
  const before = staging.get(space, key) ?? text;
  if (before === text) return;
  const parts = before.split(BETWEEN);
  const merged = text.split(BETWEEN).map((part, at) => mergedPart(parts[at] ?? '', part));
  const after = merged.join(BETWEEN);
  if (after !== before) staging.set(space, key, after);
}

/** What is not told does not speak against what is. */
function mergedPart(before: string, part: string): string {
  if (before === part || part === '') return before;
  return before === '' ? part : SEVERAL;
}

export function stagedLink(staging: Staging, space: number, key: string): Link | undefined {
  const text = staging.get(space, key);
  if (text === undefined) return undefined;
  const [cpr = '', source = '', startedOn = ''] = text.split(BETWEEN);
  return { cpr, source, startedOn };
}
