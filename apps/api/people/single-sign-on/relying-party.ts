import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { MailError } from '#domain/mail-error';

/** As whom Pli is registered at an identity provider. */
export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What is kept of a visit at the identity provider until its person comes back. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the identity provider says it has before it. */
export interface Claims {
  readonly subject: string;
  readonly name: string | undefined;
  /** Undefined when it names none, or does not say that it has checked it. */
  readonly verifiedEmail: string | undefined;
}

const TIMEOUT_SECONDS = 10;

/**
 * Reads an identity provider's discovery document. Its own name (`iss`) must be the one asked for.
 * @throws MailError `issuer_refused` when the guard does not let us there, `identity_provider_unreachable` (later)
 */
export async function discover(of: Registration, fetch: CustomFetch): Promise<Configuration> {
  const url = new URL(of.issuer);
  try {
    return await discovery(url, of.clientId, of.clientSecret, clientAuth(of.clientSecret), {
      // Tokens are believed by their signature, not because of where they came from.
      execute: [enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [allowInsecureRequests] : [])],
      [customFetch]: fetch,
      timeout: TIMEOUT_SECONDS,
    });
  } catch (error) {
    throw refusalOfGuard(error) ?? unreachable(error);
  }
}

/** By which way the secret is shown is the provider's to say; by default in the header (OpenID Connect Core, 9). */
function clientAuth(secret: string): ClientAuth {
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret))(
      server,
      ...rest,
    );
  };
}

/** Where the browser goes, and what must come back with it: authorization code with PKCE (RFC 7636), state and nonce. */
export async function wayTo(server: Configuration, redirectUri: string): Promise<{ url: string; secrets: Secrets }> {
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(server, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    state: secrets.state,
    nonce: secrets.nonce,
  });
  return { url: forBrowser(url), secrets };
}

/**
 * Takes what the identity provider sent the browser back with, and asks who it is: state, nonce, issuer, audience, times and signature are checked
 * by the library.
 * @param answer what stood behind the `?`
 * @throws MailError `single_sign_on_refused`, `identity_provider_unreachable` (later), `issuer_refused`
 */
export async function claimsOf(
  server: Configuration,
  redirectUri: string,
  answer: string,
  { state, nonce, verifier }: Secrets,
): Promise<Claims> {
  const back = new URL(redirectUri);
  back.search = answer;
  try {
    const tokens = await authorizationCodeGrant(server, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (told === undefined) throw new Error('no ID token');
    // What the scopes ask for may stand in the token or be asked for with it (OpenID Connect Core, 5.4).
    const hasEmail = told.email !== undefined || server.serverMetadata().userinfo_endpoint === undefined;
    const more = hasEmail ? {} : await fetchUserInfo(server, tokens.access_token, told.sub);
    return claimsFrom({ ...more, ...told });
  } catch (error) {
    throw refusalOfGuard(error) ?? refusalOf(error);
  }
}

/** The provider's own place to sign out, which brings the browser back to us; undefined when it names none. */
export function wayOutOf(server: Configuration, signedOutUri: string): string | undefined {
  if (server.serverMetadata().end_session_endpoint === undefined) return undefined;
  return forBrowser(buildEndSessionUrl(server, { post_logout_redirect_uri: signedOutUri }));
}

function claimsFrom(told: Record<string, unknown>): Claims {
  const { sub, email, name } = told;
  if (typeof sub !== 'string') throw new Error('nobody is named');
  // Entra ID has a claim of its own for it: the owner of the e-mail's domain is verified.
  const isVerified = told['email_verified'] === true || [true, 1, '1'].includes(told['xms_edov'] as string);
  return {
    subject: sub,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : undefined,
    verifiedEmail: typeof email === 'string' && isVerified ? email : undefined,
  };
}

/** A document that names a script as its page must not make the browser run it. */
function forBrowser(url: URL): string {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw unreachable(new Error('no page of the web'));
  return url.href;
}

/** The guard's own refusal, wherever in the chain of causes the library has put it. */
function refusalOfGuard(error: unknown): MailError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof MailError) return new MailError('issuer_refused', at.message, 'never', error);
  return undefined;
}

const unreachable = (cause: unknown): MailError =>
  new MailError(
    'identity_provider_unreachable',
    'The identity provider does not answer as OpenID Connect asks. Check its issuer, or try again later.',
    'later',
    cause,
  );

/** What broke on the way there, or took too long, may go better later; whatever else does not fit is a refusal. */
function refusalOf(error: unknown): MailError {
  const { code } = error as { code?: unknown };
  // A connection that fails is told as a TypeError without a code (Fetch standard); the library gives its own errors one.
  if (code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && code === undefined)) return unreachable(error);
  return singleSignOnRefused(error);
}

/** What somebody came back with is not what they went for, and says no more: who tries tricks learns nothing of them. */
export const singleSignOnRefused = (cause?: unknown): MailError =>
  new MailError(
    'single_sign_on_refused',
    'The sign-in at your organisation did not come to its end, was used already, or took too long. Begin again.',
    'never',
    cause,
  );
