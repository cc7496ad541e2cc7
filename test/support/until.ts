const PAUSE_MS = 5;
/** So long even a machine with much else to do does not take. */
const MOST_MS = 60_000;

/** Resolves once the condition holds; fails with what was waited for when it never does. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  mostMs = MOST_MS,
  pauseMs = PAUSE_MS,
): Promise<void> {
  const end = Date.now() + mostMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${mostMs} ms in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
