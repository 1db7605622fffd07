import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';

describe('who am I', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('tells a regisseur who they are and for which municipality they work', async () => {
    const answer = await api.as('regisseur').get('/v1/me');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { name: 'Jelle Hoekstra' }, municipality: { name: 'Groningen' }, roles: ['regisseur'] });
    expect(answer.headers['api-version']).toBe('1.0.0');
  });

  it('asks someone without a token to sign in, in Dutch and as a problem', async () => {
    const answer = await api.as(undefined).get('/v1/me');
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 401, title: 'Je bent niet ingelogd' });
  });

  it('refuses a token that somebody made up', async () => {
    const answer = await api.as(undefined).call('GET', '/v1/me', { headers: { authorization: 'Bearer a.b.c' } });
    expect(answer.status).toBe(401);
  });
});
