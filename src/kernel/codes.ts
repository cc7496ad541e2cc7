/** True when the code is one of the given ones or a child of one: codes match by prefix (domain.md §2). */
export function hasPrefix(code: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (code.startsWith(prefix)) return true;
  return false;
}
