/** What global setup leaves to global teardown, which is loaded apart from it. */
interface Running {
  /** What was set in the environment, with what was there before. */
  readonly before: Readonly<Record<string, string | undefined>>;
  readonly stops: readonly (() => Promise<void>)[];
}

const held = globalThis as { rehabsporTestServers?: Running | undefined };

/** Sets the environment of the tests and remembers how to end what they use. */
export function keepRunning(environment: Readonly<Record<string, string>>, stops: Running['stops']): void {
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  held.rehabsporTestServers = { before, stops };
}

/** Ends what is running and restores the environment, so that a second run in this process starts anew. */
export async function stopRunning(): Promise<void> {
  const running = held.rehabsporTestServers;
  if (running === undefined) return;
  held.rehabsporTestServers = undefined;
  for (const [name, value] of Object.entries(running.before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await Promise.all(running.stops.map((stop) => stop()));
}
