import { present, textOf, type SettingReading, type SettingText } from './setting-readers';

/** How people and systems sign in. */
export interface SignInSettings {
  /** Where pages are reached from outside, for the way back from the issuer; absent: as they are asked for. */
  readonly url?: string;
  /** Who says who somebody is; absent: the built-in issuer of demo users, on loopback alone. */
  readonly issuer?: IssuerSettings;
}

export interface IssuerSettings {
  /** As it stands in `iss`. */
  readonly issuer: string;
  /** Where the issuer describes itself, when it is reached elsewhere than it calls itself. */
  readonly metadata?: string;
  /** As what this program is known to it. */
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Whom tokens of systems must be for. */
  readonly audience: string;
}

const AUDIENCE = 'rehabspor';
const CLIENT_ID = 'rehabspor-pages';

export const SIGN_IN_SETTING_TEXTS: readonly SettingText[] = [
  {
    name: 'REHABSPOR_OIDC_ISSUER',
    fallback: '(built-in demo users)',
    says: 'OpenID Connect issuer; must be set unless everything is on a loopback address',
  },
  {
    name: 'REHABSPOR_OIDC_METADATA',
    fallback: '(by the issuer’s name)',
    says: 'address of the issuer’s /.well-known/openid-configuration, when services reach it elsewhere',
  },
  { name: 'REHABSPOR_OIDC_CLIENT_ID', fallback: CLIENT_ID, says: 'as what the pages are known to the issuer' },
  { name: 'REHABSPOR_OIDC_CLIENT_SECRET', fallback: '(none)', says: 'secret of that client' },
  { name: 'REHABSPOR_OIDC_AUDIENCE', fallback: AUDIENCE, says: 'whom access tokens must be for (aud)' },
  {
    name: 'REHABSPOR_URL',
    fallback: '(as asked)',
    says: 'address people reach the pages at, for the way back from sign-in',
  },
];

/** How people and systems sign in; what is wrong is added to the faults. */
export function signInIn(reading: SettingReading): SignInSettings {
  const url = addressIn(reading, 'REHABSPOR_URL');
  const issuer = addressIn(reading, 'REHABSPOR_OIDC_ISSUER');
  const metadata = addressIn(reading, 'REHABSPOR_OIDC_METADATA');
  const clientId = textOf(reading, 'REHABSPOR_OIDC_CLIENT_ID') ?? CLIENT_ID;
  const audience = textOf(reading, 'REHABSPOR_OIDC_AUDIENCE') ?? AUDIENCE;
  if (clientId === audience) {
    // What is told to the pages of somebody's sign-in must not do as a key to the API.
    reading.faults.push('REHABSPOR_OIDC_AUDIENCE and REHABSPOR_OIDC_CLIENT_ID must differ');
  }
  if (metadata !== undefined && !metadata.includes('/.well-known/')) {
    reading.faults.push('REHABSPOR_OIDC_METADATA must be an address with /.well-known/ in it');
  }
  const clientSecret = textOf(reading, 'REHABSPOR_OIDC_CLIENT_SECRET');
  return {
    ...present({ url: url?.replace(/\/$/, '') }),
    ...(issuer === undefined
      ? undefined
      : { issuer: { issuer, clientId, audience, ...present({ metadata, clientSecret }) } }),
  };
}

function addressIn(reading: SettingReading, name: string): string | undefined {
  const text = textOf(reading, name);
  if (text !== undefined && !(/^https?:\/\/[^/]/.test(text) && URL.canParse(text))) {
    reading.faults.push(`${name} must begin with https:// or http://`);
    return undefined;
  }
  return text;
}
