// A certified OpenID Connect issuer (oidc-provider) as a process of its own: `node oidc-provider.mjs RETURN_TO`. It signs
// in whomever its form is filled in with, by the name of a role and an organisation: `municipality municipality:0461`.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const returnTo = process.argv[2];
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const claimsOf = (name) => {
    const [role, organisation] = name.split(' ');
    return { sub: name, name: `Signed in as ${role}`, roles: [role], ...(organisation && { organisation }) };
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'rehabspor-pages',
        client_secret: 'secret of the pages',
        redirect_uris: [returnTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
      {
        client_id: 'system-of-0461',
        client_secret: 'secret of the system',
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
      },
    ],
    cookies: { keys: ['of tests'] },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'organisation'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    extraTokenClaims: (_context, token) =>
      token.kind === 'ClientCredentials' ? { roles: ['source'], organisation: 'municipality:0461' } : undefined,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'api', audience: 'rehabspor', accessTokenFormat: 'jwt' }),
      },
    },
  });
  server.on('request', provider.callback());
  process.stdout.write(`issuer ${issuer}\n`);
});
process.on('disconnect', () => process.exit());
