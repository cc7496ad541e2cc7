/** A part of a resource as it was sent: nothing is known of it but that it is an object. */
export type Element = Readonly<Record<string, unknown>>;

const NONE: readonly Element[] = [];

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The element that stands there, or undefined where something else does. */
export const elementOf = (value: unknown): Element | undefined => (isElement(value) ? value : undefined);

/** The elements of a list; none where no list stands. */
export function elementsOf(value: unknown): readonly Element[] {
  if (!Array.isArray(value)) return NONE;
  return value.every(isElement) ? value : (value as readonly unknown[]).filter(isElement);
}

/** The text that stands there, or undefined where none does. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The codings of a concept, or of a single coding. */
export function codingsOf(concept: unknown): readonly Element[] {
  const element = elementOf(concept);
  return element === undefined ? NONE : elementsOf(element['coding']);
}

/** The first extension with an address. */
export function extensionOf(element: Element, url: string): Element | undefined {
  const extensions = element['extension'];
  if (!Array.isArray(extensions)) return undefined;
  for (const extension of extensions as readonly unknown[]) {
    if (isElement(extension) && extension['url'] === url) return extension;
  }
  return undefined;
}
