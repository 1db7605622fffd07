export const CLIENT_ID = 'naast';

/** A token for a persona without a browser, for curl and scripts; only with the secret of this installation. */
export const PERSONA_GRANT = 'urn:naast:demo-persona';

/** The resource that access tokens are for, and how the issuer makes them. */
export const API_RESOURCE = 'urn:naast:api';
export const API_SERVER = { audience: 'naast-api', scope: '', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } } as const;
