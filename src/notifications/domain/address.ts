/** Names and addresses of this machine, as `URL` writes them. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * What is wrong with an address to send to, and what to do; undefined when it may be sent to. `allowed` are the hosts the
 * settings name: `name` for its scheme's own port, `name:port`, or `name:*` for any port. Nothing else is ever sent to, so
 * that nobody can have the program ask for what only it can reach.
 */
export function addressFault(text: string, allowed: readonly string[]): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return 'must be an address that begins with https://';
  const { protocol, hostname, port, username, password, hash } = url;
  if (username !== '' || password !== '' || hash !== '') return 'must hold no user, password or part behind #';
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return 'must begin with https://; only an address of this machine goes without';
  }
  const names = port === '' ? [hostname, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [`${hostname}:${port}`];
  const isAllowed = [...names, `${hostname}:*`].some((name) => allowed.includes(name));
  return isAllowed ? undefined : 'must be at a host that REHABSPOR_WEBHOOK_HOSTS names';
}
