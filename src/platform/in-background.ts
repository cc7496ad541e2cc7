type End = () => Promise<void>;

/** Something begun in the background. */
export interface InBackground {
  /** Resolves only with a failure that no waiting cures. */
  readonly failed: Promise<Error>;
  /** Waits until it has begun, and ends it. */
  end(): Promise<void>;
}

/** Begins something that takes a while; `begin` resolves with how to end it, or with nothing when it gave up. */
export function inBackground(begin: () => Promise<End | undefined>): InBackground {
  const begun = begin();
  const failed = new Promise<Error>((resolve) => {
    begun.catch((error: unknown) => resolve(error as Error));
  });
  return {
    failed,
    end: async () => {
      const end = await begun.catch(() => undefined);
      await end?.();
    },
  };
}
