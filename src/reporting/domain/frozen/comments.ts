/** What the registry writes beside an indicator: what it sees, what it advises, and how an audit went. */
export const COMMENT_KINDS = ['commentary', 'recommendation', 'audit'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** A text beside an indicator of a report, frozen with it. */
export interface Comment {
  /** Its key. */
  readonly indicator: string;
  readonly kind: CommentKind;
  readonly text: string;
}

/** Comments as they are frozen: in their order, without blanks around the texts. */
export const tidyComments = (comments: readonly Comment[]): readonly Comment[] =>
  comments.map(({ indicator, kind, text }) => ({ indicator, kind, text: text.trim() }));

/** The place of the first comment about an indicator that is none of `keys`; undefined where there is none. */
export function misplacedComment(comments: readonly Comment[], keys: readonly string[]): number | undefined {
  const at = comments.findIndex(({ indicator }) => !keys.includes(indicator));
  return at === -1 ? undefined : at;
}
