/** An element of a report; names are without their prefix. */
export interface ReportElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReportElement[];
  readonly text: string;
}

export const childrenNamed = ({ children }: ReportElement, name: string): readonly ReportElement[] =>
  children.filter((child) => child.name === name);

/** The first element along a path of names. */
export function elementAt(element: ReportElement, ...path: readonly string[]): ReportElement | undefined {
  let at: ReportElement | undefined = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

/** An attribute without blanks around it; blank where it is absent. */
export const attributeOf = (element: ReportElement | undefined, name: string): string =>
  element?.attributes[name]?.trim() ?? '';

/** The templates an element is marked with. */
export const templatesOf = (element: ReportElement): readonly string[] =>
  childrenNamed(element, 'templateId').map((one) => attributeOf(one, 'root'));

/** What a map says of the first template of an element that it knows. */
export function ofTemplate<T>(element: ReportElement, known: ReadonlyMap<string, T>): T | undefined {
  for (const template of templatesOf(element)) {
    const found = known.get(template);
    if (found !== undefined) return found;
  }
  return undefined;
}
