import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';

let api: SpecApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

it('every answer carries the same security headers, the first, a later one and a refusal', async () => {
  const paths = ['/v1/me', '/v1/me', '/v1/nothing', '/health/live'];
  for (const path of paths) {
    const { headers } = await api.as('regisseur').get(path);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"), 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin', 'cache-control': 'no-store',
    });
  }
});
