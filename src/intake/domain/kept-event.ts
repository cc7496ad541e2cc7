import { holdsCpr, maskCpr } from '../../kernel/cpr-text';

type Members = Readonly<Record<string, unknown>>;

/** What a refused event said, as its sender is shown it, and where something stands that is not shown. */
export interface ShownEvent {
  readonly sent: Members;
  /** Paths of the members that hold what looks like a CPR number: they stay as they came unless they are changed. */
  readonly hidden: readonly string[];
}

/** What of an event is to be replaced: members of its own, and of its `data`; null takes one away. */
export interface EventChanges {
  readonly data?: Members;
  readonly [member: string]: unknown;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NUMBERS_OF_PERSONS = ['cpr', 'replaces'];

/** A refused event without the CPR numbers in it; undefined where what came is no JSON object. */
export function shownOf(event: unknown): ShownEvent | undefined {
  if (!isMembers(event)) return undefined;
  const { data, ...members } = event;
  const own = withoutCpr(members, '');
  if (!isMembers(data)) return own;
  const inner = withoutCpr(data, 'data.');
  return { sent: { ...own.sent, data: inner.sent }, hidden: [...own.hidden, ...inner.hidden] };
}

function withoutCpr(members: Members, before: string): ShownEvent {
  const isHidden = (name: string, value: unknown): boolean =>
    (before !== '' && NUMBERS_OF_PERSONS.includes(name)) || holdsCpr(name) || holdsCpr(JSON.stringify(value) ?? '');
  const entries = Object.entries(members);
  return {
    sent: Object.fromEntries(entries.filter(([name, value]) => !isHidden(name, value))),
    hidden: entries.filter(([name, value]) => isHidden(name, value)).map(([name]) => before + maskCpr(name)),
  };
}

/** An event with some of it replaced; what is not named stays as it came. Undefined where what came is no JSON object. */
export function changedEvent(event: unknown, { data, ...members }: EventChanges): Members | undefined {
  if (!isMembers(event)) return undefined;
  const before = event['data'];
  const changed = replaced(event, members);
  return data === undefined ? changed : { ...changed, data: replaced(isMembers(before) ? before : {}, data) };
}

/** Members with some of them replaced, and without those that are replaced by null. */
function replaced(members: Members, changes: Members): Members {
  const taken = Object.keys(changes).filter((name) => changes[name] === null);
  return Object.fromEntries(Object.entries({ ...members, ...changes }).filter(([name]) => !taken.includes(name)));
}
