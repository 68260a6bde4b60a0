/**
 * Sign-in with OpenID Connect: authorization code with PKCE, by oauth4webapi. All tabs share one
 * session, which ends with the refresh token or when one of them signs out.
 */

import { t } from './i18n.js';
import * as oauth from './vendor/oauth4webapi.js';

const SESSION = 'inventory.session';
const ATTEMPT = 'inventory.login';
// A token must still be valid when the request arrives.
const RENEW_BEFORE_MS = 60_000;
const OPERATOR = 'operator';

let configuration;
let client;
let options;
let discovered;

/** Sets the configuration, and completes a sign-in if the login service has opened the page. */
export async function begin(config) {
  configuration = config;
  client = { client_id: config.clientId };
  // Only a login service on this machine has no TLS.
  options = { [oauth.allowInsecureRequests]: new URL(config.issuer).protocol === 'http:' };
  const address = new URL(location.href);
  if (!address.searchParams.has('code') && !address.searchParams.has('error')) {
    return;
  }
  const attempt = JSON.parse(sessionStorage.getItem(ATTEMPT));
  sessionStorage.removeItem(ATTEMPT);
  history.replaceState(null, '', location.pathname + (attempt?.place ?? ''));
  if (!attempt) {
    throw new Error(t('login.notStarted'));
  }
  try {
    await exchange(address, attempt);
  } catch (error) {
    throw new Error(t('login.rejected', { reason: error.error_description ?? error.message }), {
      cause: error,
    });
  }
}

async function exchange(address, { state, nonce, verifier }) {
  const server = await discover();
  const answer = oauth.validateAuthResponse(server, client, address, state);
  const tokens = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    here(),
    verifier,
    options,
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, tokens, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  keep(result, oauth.getValidatedIdTokenClaims(result));
}

/** The login service; asked again after a failure. */
function discover() {
  const issuer = new URL(configuration.issuer);
  discovered ??= oauth
    .discoveryRequest(issuer, options)
    .then((answer) => oauth.processDiscoveryResponse(issuer, answer))
    .catch((error) => {
      discovered = undefined;
      throw error;
    });
  return discovered;
}

function session() {
  return JSON.parse(localStorage.getItem(SESSION));
}

function keep(tokens, person) {
  const known = session();
  const rights = claims(tokens.access_token);
  const seconds = tokens.expires_in ?? rights.exp - Date.now() / 1000;
  const kept = {
    access: tokens.access_token,
    // Cognito sends no new refresh token; the first one stays valid.
    refresh: tokens.refresh_token ?? known?.refresh,
    expiresAt: Date.now() + seconds * 1000,
    subject: rights.sub,
    name: person ? (person.name ?? person.email ?? person['cognito:username'] ?? person.sub) : known?.name,
    isOperator: (rights['cognito:groups'] ?? []).includes(OPERATOR),
  };
  localStorage.setItem(SESSION, JSON.stringify(kept));
}

/** Goes to the login page, which returns to this place. */
export async function signIn() {
  const server = await discover();
  const attempt = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    place: location.hash,
  };
  sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
  go(server.authorization_endpoint, {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: here(),
    scope: configuration.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
}

/** Forgets the tokens in all tabs, and ends the session at the login service if it supports that. */
export async function signOut() {
  const refresh = session()?.refresh;
  forget();
  const server = await discover();
  if (server.revocation_endpoint && refresh) {
    await oauth.revocationRequest(server, client, oauth.None(), refresh, options);
  }
  if (server.end_session_endpoint) {
    go(server.end_session_endpoint, {
      client_id: client.client_id,
      post_logout_redirect_uri: here(),
      // Cognito's own parameter.
      logout_uri: here(),
    });
  }
}

/** Forgets the tokens. */
export function forget() {
  localStorage.removeItem(SESSION);
}

/** Calls a listener when another tab signs in or out. */
export function onChange(listener) {
  window.addEventListener('storage', ({ key }) => key === SESSION && listener());
}

/** Whether a user is signed in. The login service may already have ended the session. */
export function isSignedIn() {
  const known = session();
  return Boolean(known) && (known.expiresAt > Date.now() || Boolean(known.refresh));
}

/**
 * The access token, renewed before it expires, or now if the service has refused this one; null if
 * no user is signed in. Fails as `fetch` does while the login service cannot be reached.
 */
export async function accessToken(refused) {
  const isGood = (known) =>
    known && known.access !== refused && known.expiresAt - RENEW_BEFORE_MS > Date.now();
  if (isSignedIn() && !isGood(session())) {
    // One tab renews for all.
    await navigator.locks.request(SESSION, async () => {
      const known = session();
      if (known && !isGood(known)) {
        await renew(known, refused);
      }
    });
  }
  const known = session();
  return known && known.access !== refused ? known.access : null;
}

async function renew(known, refused) {
  if (!known.refresh) {
    if (known.access === refused || known.expiresAt <= Date.now()) {
      forget();
    }
    return;
  }
  const server = await discover();
  const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), known.refresh, options);
  if (answer.status >= 500) {
    throw new TypeError(`${answer.status}`);
  }
  try {
    keep(await oauth.processRefreshTokenResponse(server, client, answer));
  } catch {
    forget();
  }
}

/** The user's name and subject, and whether the page offers changes. The API checks the rights itself. */
export function user() {
  return session() ?? {};
}

function here() {
  return location.origin + location.pathname;
}

function go(endpoint, parameters) {
  const url = new URL(endpoint);
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  location.assign(url.href);
}

/** The claims of an access token, unverified: only the API relies on them. */
function claims(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
