import { Provider } from 'oidc-provider';
import type { Secrets } from '../secrets.js';
import { issuerConfiguration } from './configuration.js';
import { registerPersonaGrant } from './persona-grant.js';
import { signInRoutes } from './sign-in.js';

export function createProvider(issuer: string, publicUrl: string, secrets: Secrets): Provider {
  const provider = new Provider(issuer, issuerConfiguration(publicUrl, secrets));
  registerPersonaGrant(provider);
  provider.use(signInRoutes(provider, publicUrl));
  return provider;
}
