import type { Sessions } from '../application/sessions';
import type { SignIn } from '../application/sign-in';
import type { CodeFlow } from './code-flow';
import type { DemoIssuer } from './demo-issuer';

/** How one signs in here: at an issuer, or as a demo user. */
export class SignInWays {
  readonly flow: CodeFlow | undefined;
  readonly demo: DemoIssuer | undefined;

  constructor(
    readonly signIn: SignIn,
    readonly sessions: Sessions,
    { flow, demo }: { readonly flow?: CodeFlow; readonly demo?: DemoIssuer },
  ) {
    this.flow = flow;
    this.demo = demo;
  }
}
