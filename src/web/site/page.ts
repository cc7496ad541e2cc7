import type { ComponentChildren } from 'preact';
import type { Bilingual } from '../../kernel/language';

/** Where a page stands above another. */
export interface Crumb {
  readonly title: string;
  readonly href: string;
}

/** What a page shows within the frame that all share. */
export interface Page {
  readonly title: string;
  /** Below the title, what the page is for, in a sentence. */
  readonly lead?: string;
  readonly main: ComponentChildren;
  /** The pages above it, from the first on; absent on those the navigation names. */
  readonly crumbs?: readonly Crumb[];
  readonly status?: number;
  /** Its contents change by themselves: a browser asks for it again every so many seconds while nobody types in it. */
  readonly renewedAfterSeconds?: number;
  /** Scripts beside the one that all pages have: names of files in `assets`, without `.js`. */
  readonly scripts?: readonly string[];
}

/** On to another page, after something was done. */
export interface LedOn {
  readonly to: string;
}

/** A file instead of a page. */
export interface PageFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What a page answers a visit with. */
export type PageAnswer = Page | LedOn | PageFile;

/** A name in the navigation, and where it leads. */
export interface Place {
  readonly title: Bilingual;
  readonly href: string;
  /** The operation of the API that the page stands on: whoever sees nothing of it is not led there. */
  readonly operation?: string;
  /** Only for those who have signed in with one of these roles. */
  readonly roles?: readonly string[];
}
