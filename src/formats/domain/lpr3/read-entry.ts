import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr-reports';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import { attributeOf, childrenNamed, elementAt, ofTemplate, templatesOf, type ReportElement } from './element';
import { entryRows } from './entry-rows';
import type { Lpr3Terms } from './lpr3-terms';
import type { ReportDeletion, ReportEntry } from './report-entry';

type Read = ReportEntry | ReportDeletion;

/**
 * What an entry of a report says, by its templates; throws `RowFault` with the path within the entry, and `RowUnmapped`
 * for what is followed nowhere here.
 */
export function readEntry(entry: ReportElement, terms: Lpr3Terms): Read {
  const element = elementOf(entry);
  if (element === undefined) throw new RowUnmapped('entry');
  const { inner, isWrapped } = innerOf(element, terms);
  const kind = ofTemplate(inner, terms.templates);
  if (kind === undefined) throw new RowUnmapped(templateNamed(element, terms));
  if (kind === 'deletion') return deletion(inner);
  const path = isWrapped ? `${element.name}/entryRelationship/${inner.name}` : element.name;
  const { id, otherIds } = idsOf(inner, terms, path);
  const links = linksOf(isWrapped ? [element, inner] : [inner], terms, id);
  return { kind, id, otherIds, ...links, path, rows: entryRows(kind, inner, terms) };
}

/** What an entry that is no deletion is known by, also where it cannot be read. */
export function entryId(entry: ReportElement, terms: Lpr3Terms): string | undefined {
  const element = elementOf(entry);
  if (element === undefined) return undefined;
  const { inner } = innerOf(element, terms);
  const kind = ofTemplate(inner, terms.templates);
  return kind === undefined || kind === 'deletion' ? undefined : namesOf(inner, terms)[0];
}

const elementOf = (entry: ReportElement): ReportElement | undefined =>
  entry.children.find(({ name }) => name !== 'templateId');

/** Results stand in an act that points for them. */
function innerOf(
  element: ReportElement,
  terms: Lpr3Terms,
): { readonly inner: ReportElement; readonly isWrapped: boolean } {
  const isWrapper = templatesOf(element).some((one) => terms.wrappers.includes(one));
  const inner = isWrapper ? results(element, terms) : undefined;
  return { inner: inner ?? element, isWrapped: inner !== undefined };
}

function results(wrapper: ReportElement, { templates }: Lpr3Terms): ReportElement | undefined {
  return childrenNamed(wrapper, 'entryRelationship')
    .flatMap(({ children }) => children)
    .find((child) => ofTemplate(child, templates) === 'results');
}

function templateNamed(element: ReportElement, { templatePrefix }: Lpr3Terms): string {
  const own = templatesOf(element).find((one) => one.startsWith(templatePrefix));
  return own === undefined ? element.name : `templateId ${own}`;
}

function idsOf(element: ReportElement, terms: Lpr3Terms, path: string): { id: string; otherIds: readonly string[] } {
  const [id, ...otherIds] = namesOf(element, terms);
  if (id === undefined) throw new RowFault(REASONS.noId, `${path}/id`);
  return { id, otherIds };
}

/** The one that lasts first. Ids are known by their extension: the roots before it have changed over the years. */
function namesOf(element: ReportElement, { roots }: Lpr3Terms): readonly string[] {
  const ids = childrenNamed(element, 'id').filter((one) => nameOf(one) !== '');
  const isInternal = (one: ReportElement): boolean => roots.internal.includes(attributeOf(one, 'root'));
  const inOrder = [...ids.filter((one) => !isInternal(one)), ...ids.filter(isInternal)];
  return [...new Set(inOrder.map(nameOf))];
}

const nameOf = (id: ReportElement): string => attributeOf(id, 'extension').toLowerCase();

function linksOf(
  elements: readonly ReportElement[],
  terms: Lpr3Terms,
  own: string,
): Pick<ReportEntry, 'contact' | 'course' | 'others'> {
  const links: { contact?: string; course?: string } = {};
  const others: string[] = [];
  for (const target of elements.flatMap(pointedAt)) {
    const id = childrenNamed(target, 'id')
      .map(nameOf)
      .find((one) => one !== '');
    if (id === undefined || id === own) continue;
    const kind = ofTemplate(target, terms.references);
    if (kind === undefined) {
      if (ofTemplate(target, terms.templates) === undefined) others.push(id);
    } else links[kind] ??= id;
  }
  return { ...links, others };
}

/** What an element points at, but for what it replaces, which its own id tells. */
function pointedAt(element: ReportElement): readonly ReportElement[] {
  return element.children
    .filter(({ name }) => name === 'entryRelationship' || name === 'reference')
    .filter((one) => attributeOf(one, 'typeCode') === 'REFR')
    .flatMap(({ children }) => children);
}

/** What is deleted stands in what the deletion refers to; an id of its own is no part of it. */
function deletion(element: ReportElement): ReportDeletion {
  const targets = childrenNamed(element, 'reference')
    .flatMap(({ children }) => children)
    .map((target) => nameOf(elementAt(target, 'id') ?? target))
    .filter((id) => id !== '');
  if (targets.length === 0) throw new RowFault(REASONS.noTarget, `${element.name}/reference`);
  return { kind: 'deletion', targets: [...new Set(targets)], path: element.name };
}
