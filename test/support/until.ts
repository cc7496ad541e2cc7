const PAUSE_MS = 5;

/** Resolves once the condition holds; fails with what was waited for when it never does. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  mostMs = 10_000,
  pauseMs = PAUSE_MS,
): Promise<void> {
  const end = Date.now() + mostMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${mostMs} ms in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
