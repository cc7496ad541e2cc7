import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr3';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import type { Cells } from '../register-tables/table-description';
import { attributeOf, childrenNamed, elementAt, ofTemplate, templatesOf, type ReportElement } from './element';
import { entryRows } from './entry-rows';
import type { Lpr3Terms } from './lpr3-terms';
import type { ReportDeletion, ReportEntry } from './report-entry';

type Read = ReportEntry | ReportDeletion;

/**
 * What an entry of a report says, by its templates; throws `RowFault` with the path within the entry, and `RowUnmapped`
 * for what is followed nowhere here. `otherLinks`: what stands around it and points for it.
 */
export function readEntry(entry: ReportElement, terms: Lpr3Terms): Read {
  const [element] = entry.children.filter(({ name }) => name !== 'templateId');
  if (element === undefined) throw new RowUnmapped('entry');
  const wrapped = templatesOf(element).some((one) => terms.wrappers.includes(one))
    ? results(element, terms)
    : undefined;
  const inner = wrapped ?? element;
  const kind = ofTemplate(inner, terms.templates);
  if (kind === undefined) throw new RowUnmapped(templateNamed(element, terms));
  if (kind === 'deletion') return deletion(inner);
  const path = wrapped === undefined ? element.name : `${element.name}/entryRelationship/${inner.name}`;
  const { id, otherIds } = idsOf(inner, terms, path);
  const pointing = wrapped === undefined ? [inner] : [element, inner];
  const links = linksOf(pointing, terms, id);
  return {
    kind,
    id,
    otherIds,
    ...links,
    path,
    rows: entryRows(kind, inner, terms).map((row) => linked(row, id, kind)),
  };
}

const linked = (row: Cells, id: string, kind: string): Cells =>
  kind === 'contact' ? { ...row, dw_ek_kontakt: id } : row;

function results(wrapper: ReportElement, { templates }: Lpr3Terms): ReportElement | undefined {
  return childrenNamed(wrapper, 'entryRelationship')
    .flatMap(({ children }) => children)
    .find((child) => ofTemplate(child, templates) === 'results');
}

function templateNamed(element: ReportElement, { templatePrefix }: Lpr3Terms): string {
  const own = templatesOf(element).find((one) => one.startsWith(templatePrefix));
  return own === undefined ? element.name : `templateId ${own}`;
}

/** Ids are known by their extension: the roots before it have changed over the years. */
function idsOf(
  element: ReportElement,
  { roots }: Lpr3Terms,
  path: string,
): { id: string; otherIds: readonly string[] } {
  const ids = childrenNamed(element, 'id').filter((one) => nameOf(one) !== '');
  const lasting = ids.find((one) => !roots.internal.includes(attributeOf(one, 'root'))) ?? ids[0];
  if (lasting === undefined) throw new RowFault(REASONS.noId, `${path}/id`);
  const id = nameOf(lasting);
  return { id, otherIds: [...new Set(ids.map(nameOf))].filter((other) => other !== id) };
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
