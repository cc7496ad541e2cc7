const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;
/** Neither a name nor a note may carry a CPR number into what everybody reads. */
const LOOKS_LIKE_CPR = /(?<!\d)\d{6}-?\d{4}(?!\d)/;

/** What is asked of a text that stays in the book, and how to tell. */
export interface Said {
  readonly fits: (text: string) => boolean;
  readonly remedy: string;
}

const isSaid = (text: string, longest: number): boolean =>
  text.trim() !== '' && text.length <= longest && !LOOKS_LIKE_CPR.test(text);

export const NAME: Said = {
  fits: (text) => isSaid(text, LONGEST_NAME) && !/\p{Cc}/u.test(text),
  remedy: `must be a person’s name of at most ${LONGEST_NAME} characters, without a CPR number`,
};

export const NOTE: Said = {
  fits: (text) => isSaid(text, LONGEST_NOTE),
  remedy: `must be a text of at most ${LONGEST_NOTE} characters, without a CPR number`,
};
