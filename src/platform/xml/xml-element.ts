/** An element with all that is in it; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** What a file is told by, in its order: elements that are gone into, and elements gathered whole. */
export type XmlPart =
  | { readonly is: 'begun' | 'ended'; readonly name: string; readonly namespace: string }
  | { readonly is: 'element'; readonly parent: string; readonly element: XmlElement };

/** Whether an element is gathered whole; asked of each by its parent, from the outermost inwards. */
export type IsGathered = (name: string, parent: string) => boolean;

/** What may be gathered at once. */
export interface XmlBounds {
  readonly depth: number;
  /** Of one element that is gathered: all elements in it. */
  readonly elements: number;
  /** Of one text, one tag or one element that is gathered. */
  readonly characters: number;
}

/** Why a file is not read to its end. */
export type NoXml = 'broken' | 'cut-off' | 'empty' | 'doctype' | 'too-deep' | 'too-large' | 'encoding';

/** Thrown for a whole file. */
export class XmlFault extends Error {
  constructor(
    readonly why: NoXml,
    readonly line: number,
  ) {
    super(`XML: ${why} at line ${line}.`);
    this.name = 'XmlFault';
  }
}
