import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import * as client from 'openid-client';
import { Settings } from '#platform';

/** What must survive the trip to the issuer and back. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** The OpenID Connect issuer of the municipality (or the embedded one); discovered on first use, so that the API starts without it. */
@Injectable()
export class Issuer {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(private readonly settings: Settings) {}

  async metadata(): Promise<{ issuer: string; jwksUri: string }> {
    const { issuer, jwks_uri: jwksUri } = (await this.configuration()).serverMetadata();
    if (!jwksUri) throw new Error('the issuer publishes no keys');
    return { issuer, jwksUri };
  }

  /** Authorization code with PKCE. */
  async startSignIn(returnTo: string): Promise<{ url: URL; attempt: SignInAttempt }> {
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), returnTo };
    const url = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.callbackUrl,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  /** Throws when the issuer or the attempt does not fit. */
  async finishSignIn(query: string, attempt: SignInAttempt): Promise<{ subject: string; idToken: string | undefined }> {
    const tokens = await client.authorizationCodeGrant(await this.configuration(), new URL(`${this.callbackUrl}${query}`), {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const subject = tokens.claims()?.[this.settings.OIDC_SUBJECT_CLAIM];
    if (typeof subject !== 'string') throw new Error('the issuer did not say who signed in');
    return { subject, idToken: tokens.id_token };
  }

  async signOutUrl(idToken: string | null): Promise<string> {
    const configuration = await this.configuration();
    const home = new URL('/afgemeld', this.settings.PUBLIC_URL).href;
    if (!configuration.serverMetadata().end_session_endpoint) return home;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: home, ...(idToken && { id_token_hint: idToken }) }).href;
  }

  private get callbackUrl(): string {
    return new URL('/sign-in/callback', this.settings.PUBLIC_URL).href;
  }

  private configuration(): Promise<client.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, NODE_ENV } = this.settings;
    // Only outside production may an issuer speak plain HTTP: the embedded one on this machine.
    const execute = NODE_ENV === 'production' ? [] : [client.allowInsecureRequests];
    this.discovered ??= client.discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { execute });
    // Not remembered: the next request looks whether the issuer is back.
    return this.discovered.catch(() => {
      this.discovered = undefined;
      throw new ServiceUnavailableException();
    });
  }
}
