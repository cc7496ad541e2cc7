import { fork } from 'node:child_process';
import { join } from 'node:path';

/** A certified issuer in a process of its own. */
export interface CertifiedIssuer {
  readonly issuer: string;
  stop(): void;
}

/** Starts it; people come back to `returnTo`. */
export function certifiedIssuer(returnTo: string): Promise<CertifiedIssuer> {
  const child = fork(join(__dirname, 'oidc-provider.mjs'), [returnTo], { silent: true, execArgv: [] });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The issuer ended with ${code}: ${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const issuer = /^issuer (\S+)$/m.exec(text)?.[1];
      if (issuer !== undefined) resolve({ issuer, stop: () => void child.kill() });
    });
  });
}

/** Keeps cookies by name, as far as one server sets them, and follows no redirects. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  async ask(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { host, origin } = new URL(address);
    const kept = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, kept);
    const response = await fetch(address, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { origin, cookie: [...kept].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? undefined : { body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] as string).split(/=(.*)/);
      kept.set(name, value);
    }
    return response;
  }

  cookie(address: string, name: string): string | undefined {
    return this.cookies.get(new URL(address).host)?.get(name);
  }

  /** Signs in at the issuer as somebody, from the address it was led to; gives where the issuer leads back to. */
  async signInAt(address: string, name: string, returnTo: string): Promise<string> {
    let at = address;
    for (let steps = 0; steps < 20; steps += 1) {
      if (at.startsWith(returnTo)) return at;
      const answer = await this.ask(at);
      const led = answer.headers.get('location');
      if (led !== null) {
        at = new URL(led, at).href;
        continue;
      }
      const page = await answer.text();
      const prompt = page.includes('value="login"') ? 'login' : 'consent';
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? at;
      const sent = await this.ask(new URL(action, at).href, { prompt, login: name, password: 'any' });
      at = new URL(sent.headers.get('location') ?? '', at).href;
    }
    throw new Error(`The issuer leads nowhere from ${address}.`);
  }
}
