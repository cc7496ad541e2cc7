import { SettingsError } from '../config/settings';

/** Keys by version, and the one in use. */
export interface KeyList {
  readonly current: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

const LEAST_BYTES = 32;
const MOST_VERSION = 65_535;

/**
 * Reads `{"current": 2, "keys": {"1": "…", "2": "…"}}`, each key at least 32 bytes as base64. Throws `SettingsError` that
 * names `from` and repeats nothing that stands there.
 */
export function readKeyList(text: string, from: string): KeyList {
  const said = parsed(text);
  const entries = Object.entries(said?.keys ?? {});
  const keys = new Map(entries.map(([version, key]) => [Number(version), Buffer.from(String(key), 'base64')]));
  const isSound =
    said !== undefined &&
    entries.length > 0 &&
    entries.every(([version]) => /^[1-9]\d{0,4}$/.test(version) && Number(version) <= MOST_VERSION) &&
    [...keys.values()].every(({ length }) => length >= LEAST_BYTES) &&
    typeof said.current === 'number' &&
    keys.has(said.current);
  if (isSound) return { current: said.current, keys };
  throw new SettingsError(
    `${from} must be {"current": version, "keys": {"version": "key"}}: versions from 1 to ${MOST_VERSION}, keys of at least ` +
      `${LEAST_BYTES} bytes as base64, the current one among them.`,
  );
}

function parsed(
  text: string,
): { readonly current?: unknown; readonly keys?: Readonly<Record<string, unknown>> } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
