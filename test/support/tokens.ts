import { CLIENT_ID, PERSONA_GRANT } from '../../apps/naast/src/issuer/names.js';

const tokens = new Map<string, Promise<string>>();

/** A bearer token of the stage's issuer, asked once per persona. */
export function tokenOf(persona: string): Promise<string> {
  const known = tokens.get(persona) ?? ask(persona);
  tokens.set(persona, known);
  return known;
}

async function ask(persona: string): Promise<string> {
  const secret = process.env['NAAST_TEST_CLIENT_SECRET'] ?? '';
  const answer = await fetch(`${process.env['NAAST_TEST_ISSUER']}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${encodeURIComponent(secret)}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: PERSONA_GRANT, persona }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token for ${persona}`);
  return token;
}
