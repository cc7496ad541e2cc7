/**
 * The keys that CPR numbers and refused events rest sealed under, by version. Version 0 is derived from the one secret,
 * for what was sealed before there were others.
 *
 * Promises: a version stands for one key for ever; a key that is new to the service is known once it is asked for.
 */
export abstract class KeyService {
  /** The version that is sealed under from now on. */
  abstract currentVersion(): number;

  /** The secret of a version; undefined where the service has none, or no more. */
  abstract keyFor(version: number): Buffer | undefined;
}
