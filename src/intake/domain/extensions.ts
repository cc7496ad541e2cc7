import { STATED_DEFAULTS, type StatedDefaults } from '../../kernel/clinical-event';

/** The members of an event that intake reads; others are extension attributes of CloudEvents and such. */
const READ = new Set(['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'datacontenttype', 'data']);

/** Those of them that stand in every sound event: specversion, id, source, type, time, data. */
const ALWAYS_READ = 6;

/** What the data of an event are unless it says otherwise (CloudEvents 1.0, JSON format §3.1.1). */
export const JSON_CONTENT = 'application/json';

/** The members of an event beside those that intake reads; undefined when there are none. */
export function extensionsOf(event: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const stated = (event['datacontenttype'] === JSON_CONTENT ? 1 : 0) + (event['receivedtime'] === undefined ? 0 : 1);
  if (Object.keys(event).length === ALWAYS_READ + stated) return undefined; // It has nothing else.
  let extensions: Record<string, unknown> | undefined;
  for (const name in event) {
    const value = event[name];
    if (value === null || value === undefined) continue;
    if (READ.has(name) && (name !== 'datacontenttype' || value === JSON_CONTENT)) continue;
    // Without a prototype, so that `__proto__` is a name like any other.
    (extensions ??= Object.create(null) as Record<string, unknown>)[name] = value;
  }
  return extensions;
}

/** Which members a source stated that go without saying. */
export function statedBy(
  contentType: unknown,
  { version, status }: Readonly<Record<string, unknown>>,
): StatedDefaults | undefined {
  const which = (version === 1 ? 1 : 0) + (status === 'active' ? 2 : 0) + (contentType === JSON_CONTENT ? 4 : 0);
  return STATED_DEFAULTS[which - 1];
}
