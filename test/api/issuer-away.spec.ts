import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';

describe('while the sign-in service is away', () => {
  let api: SpecApi;
  beforeAll(async () => {
    // Port 9 discards: nobody answers there.
    api = await startApi({ settings: { OIDC_ISSUER: 'http://127.0.0.1:9' } });
  });
  afterAll(() => api.close());

  it.each(['/v1/me', '/v1/today'])('a bearer at %s hears that it is not their fault', async (path) => {
    const answer = await api.as('regisseur').get(path);
    expect(answer.status).toBe(503);
    expect(answer.body.detail).toBe('Naast of de inlogdienst is even niet bereikbaar. Probeer het zo weer.');
  });

  it('who wants to sign in too, and the rest of the house stands', async () => {
    expect((await api.as(undefined).get('/sign-in')).status).toBe(503);
    expect((await api.as(undefined).get('/health/ready')).status).toBe(200);
  });
});
