import type { PersonKey } from '../kernel/clinical-event';
import { SettingsError, type Settings } from '../platform/config/settings';
import { isLoopback } from '../platform/http/host-check';
import type { Clock } from '../ports/clock';
import { BearerTokens } from './adapters/bearer-tokens';
import { CodeFlow } from './adapters/code-flow';
import { DemoIssuer } from './adapters/demo-issuer';
import { HttpSignIn } from './adapters/http-sign-in';
import { Issuer } from './adapters/issuer';
import { SignInWays } from './adapters/sign-in-ways';
import type { SignIn } from './application/sign-in';
import { Sessions } from './application/sessions';

/** What signing in needs of the program. */
interface SigningIn {
  readonly settings: Pick<Settings, 'mode' | 'http' | 'signIn'>;
  readonly clock: Clock;
  readonly keyOf: (digits: string) => PersonKey;
  /** What commands on this machine show; only where a store has an owner. */
  readonly ownerToken?: string | undefined;
  /** Says who asks in place of tokens and sessions; only in tests. */
  readonly standIn?: SignIn | undefined;
}

/**
 * How people and systems sign in: with the issuer that is set, else with the built-in one of demo users. Throws
 * `SettingsError` where none is set and others than this machine could reach the program.
 */
export function signInOver({ settings, clock, keyOf, ownerToken, standIn }: SigningIn): SignInWays {
  const { mode, http, signIn } = settings;
  const byTokens = (tokens: BearerTokens): SignIn => standIn ?? new HttpSignIn(tokens, sessions, ownerToken);
  const sessions = new Sessions(clock);
  const now = (): number => clock.now();
  if (signIn.issuer !== undefined) {
    const issuer = new Issuer(signIn.issuer);
    const tokens = new BearerTokens(() => issuer.trusted(), keyOf, now);
    return new SignInWays(byTokens(tokens), sessions, { flow: new CodeFlow(issuer, keyOf) });
  }
  if (mode === 'distributed' || !isLoopback(http.host)) {
    throw new SettingsError(
      'Nobody can sign in: set REHABSPOR_OIDC_ISSUER to your OpenID Connect issuer. Demo users are there only for one ' +
        'process on a loopback address.',
    );
  }
  const demo = new DemoIssuer(keyOf, now);
  const tokens = new BearerTokens(() => demo.trusted(), keyOf, now);
  return new SignInWays(byTokens(tokens), sessions, { demo });
}
