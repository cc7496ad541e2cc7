/** A code (SKS, NPU, ATC) as codes are compared: without blanks around it and in upper case (interface.md §1). */
export function comparableCode(code: string): string {
  for (let at = 0; at < code.length; at += 1) {
    const letter = code.charCodeAt(at);
    const isPlain = (letter >= 0x30 && letter <= 0x39) || (letter >= 0x41 && letter <= 0x5a);
    if (!isPlain) return code.trim().toUpperCase();
  }
  return code; // As nearly all are sent: capitals and digits.
}

/** True when two units are the same but for their letters' case. */
export function isSameUnit(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** True when the code, which is comparable, is one of the given ones or a child of one: codes match by prefix (domain.md §2). */
export function hasPrefix(code: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (code.startsWith(prefix)) return true;
  return false;
}
