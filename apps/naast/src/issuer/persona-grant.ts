import { errors, type Provider } from 'oidc-provider';
import { findPersona } from '../personas.js';
import { API_RESOURCE, API_SERVER, PERSONA_GRANT } from './names.js';

export function registerPersonaGrant(provider: Provider): void {
  provider.registerGrantType<{ persona?: string }>(
    PERSONA_GRANT,
    async (ctx) => {
      const persona = findPersona(ctx.oidc.params.persona ?? '');
      if (!persona) throw new errors.InvalidGrant('unknown persona');
      const { client } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: persona.key });
      const token = new provider.AccessToken({
        client,
        accountId: persona.key,
        grantId: await grant.save(),
        gty: PERSONA_GRANT,
        resourceServer: new provider.ResourceServer(API_RESOURCE, API_SERVER),
      });
      ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
    },
    ['persona'],
  );
}
