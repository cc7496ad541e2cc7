import type { ContentMode } from '../../ports/webhook-book';
import type { DecisionEvent } from './cloud-event';

/** What is sent in one request. */
export interface Post {
  readonly events: readonly DecisionEvent[];
  /** Through which place everything is taken once this is; absent while more of the same change follows. */
  readonly through?: string;
}

/** The events of a change, and its place in the feed. */
interface ChangeToSend {
  readonly place: string;
  readonly events: readonly DecisionEvent[];
}

/**
 * Puts the events of changes into requests, in their order: each by itself, or at most `most` together. A request ends
 * with a whole change where it can, so that the place moves on with every request.
 */
export function postsOf(changes: readonly ChangeToSend[], mode: ContentMode, most: number): Post[] {
  const atOnce = mode === 'structured' ? 1 : most;
  const posts: Post[] = [];
  let together: DecisionEvent[] = [];
  let through: string | undefined;
  const close = (): void => {
    if (together.length > 0) posts.push({ events: together, ...(through === undefined ? undefined : { through }) });
    together = [];
  };
  for (const { place, events } of changes) {
    if (together.length + events.length > atOnce) close();
    for (let at = 0; events.length - at > atOnce; at += atOnce) posts.push({ events: events.slice(at, at + atOnce) });
    together.push(...events.slice(leftOver(events.length, atOnce)));
    through = place;
  }
  close();
  return posts;
}

/** Where the last request of a change begins that does not fit into one. */
const leftOver = (length: number, atOnce: number): number =>
  length === 0 ? 0 : Math.floor((length - 1) / atOnce) * atOnce;
