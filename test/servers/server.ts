/** Who runs a server: someone else, a container engine, or this machine from artifacts of package registries. */
type Origin = 'environment' | 'container' | 'local';

/** Takes a server down and up again, as an outage would: same address, same data. */
export interface Restart {
  /** Signals the server (SIGTERM unless told) and resolves when it has ended. */
  down(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves when the server answers again. */
  up(): Promise<void>;
}

interface Server {
  readonly origin: Origin;
  /** Product and version, for people. */
  readonly version: string;
  /** Ends the server and removes its data; does nothing to one given by the environment. */
  stop(): Promise<void>;
  /** Undefined where the server is not ours to take down (environment). */
  readonly restart?: Restart;
}

export interface KafkaServer extends Server {
  /** `host:port` each. */
  readonly brokers: readonly string[];
}

export interface MongoServer extends Server {
  /** A `mongodb://` address. */
  readonly url: string;
}

/** PEM files of a test's own making. */
export interface CertificateFiles {
  /** What a client trusts. */
  readonly authority: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** A Kafka that offers one listener of each kind; `brokers` is the SASL_SSL one. */
export interface SecuredKafka extends KafkaServer {
  /** `host:port` each; `ssl` demands the client certificate, the SASL ones the user. */
  readonly listeners: {
    readonly plaintext: string;
    readonly ssl: string;
    readonly saslPlaintext: string;
    readonly saslSsl: string;
  };
  /** Valid with the mechanisms PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512. */
  readonly user: { readonly username: string; readonly password: string };
  readonly certificates: CertificateFiles;
}

/** A server whose `url` says TLS and names the authority. */
export interface SecuredMongo extends MongoServer {
  /** The same server without TLS. */
  readonly plainUrl: string;
  readonly certificates: CertificateFiles;
}

/** Why there is no server, in words that name the remedy. */
export interface Skipped {
  readonly skipped: string;
}

export type Say = (text: string) => void;
