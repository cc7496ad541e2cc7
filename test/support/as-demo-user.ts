/** The header by which requests to a server with the built-in issuer are a demo user's. */
export async function asDemoUser(url: string, user: 'operator' | 'registry'): Promise<{ authorization: string }> {
  const response = await fetch(`${url}/sign-in/demo/${user}/token`, { method: 'POST' });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return { authorization: `Bearer ${token}` };
}
