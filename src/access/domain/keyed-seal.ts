import { Seal, SealError } from './seal';

/** Keys by version, as a key service gives them. */
export interface VersionedKeys {
  currentVersion(): number;
  keyFor(version: number): Buffer | undefined;
}

/** The one secret as the only key there is. */
export const onlyKey = (secret: Buffer): VersionedKeys => ({
  currentVersion: () => 0,
  keyFor: (version) => (version === 0 ? secret : undefined),
});

const VERSION_BYTES = 2;

/** Seals under the key in use and opens what any known key sealed: two bytes say its version, before what `Seal` makes. */
export class KeyedSeal {
  private readonly seals = new Map<number, Seal>();

  /** `purpose` keeps the keys of different uses apart. */
  constructor(
    private readonly keys: VersionedKeys,
    private readonly purpose: string,
  ) {}

  seal(plain: string | Uint8Array): Buffer {
    const version = this.keys.currentVersion();
    const header = Buffer.alloc(VERSION_BYTES);
    header.writeUInt16BE(version);
    return Buffer.concat([header, this.sealOf(version).seal(plain)]);
  }

  /** Opens what `seal` made; throws `SealError` when it cannot, or its key is not there. */
  open(sealed: Uint8Array): Buffer {
    if (sealed.length < VERSION_BYTES) throw new SealError('A sealed value is cut short.');
    return this.sealOf(versionOf(sealed)).open(sealed.subarray(VERSION_BYTES));
  }

  /** Whether it was sealed under the key in use. */
  isCurrent(sealed: Uint8Array): boolean {
    return sealed.length >= VERSION_BYTES && versionOf(sealed) === this.keys.currentVersion();
  }

  private sealOf(version: number): Seal {
    const known = this.seals.get(version);
    if (known !== undefined) return known;
    const secret = this.keys.keyFor(version);
    if (secret === undefined) {
      throw new SealError(
        `A sealed value cannot be opened: it was sealed under version ${version} of the keys, which is not there ` +
          '(REHABSPOR_KEY_FILE, REHABSPOR_KEY_COMMAND).',
      );
    }
    const seal = new Seal(secret, this.purpose);
    this.seals.set(version, seal);
    return seal;
  }
}

const versionOf = (sealed: Uint8Array): number => (sealed[0] as number) * 256 + (sealed[1] as number);
