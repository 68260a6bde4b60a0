/**
 * Login with OpenID Connect: authorization code with PKCE. Each tab keeps its own tokens until it
 * closes.
 */

const SESSION = 'inventory.session';
const ATTEMPT = 'inventory.login';
const VERIFIER_BYTES = 32;
// A token must still be valid when the request arrives.
const RENEW_BEFORE_MS = 60_000;

let configuration;
let session = stored(SESSION);
let renewing = null;

function stored(key) {
  const text = sessionStorage.getItem(key);
  return text ? JSON.parse(text) : null;
}

/** Sets the configuration, and completes a login if the login service has opened the page. */
export async function begin(config) {
  configuration = config;
  const answer = new URLSearchParams(location.search);
  if (!answer.has('code') && !answer.has('error')) {
    return;
  }
  const attempt = stored(ATTEMPT);
  sessionStorage.removeItem(ATTEMPT);
  history.replaceState(null, '', location.pathname + (attempt?.place ?? ''));
  if (!attempt || attempt.state !== answer.get('state')) {
    throw new Error('This sign-in was not started from this page. Sign in again.');
  }
  if (answer.has('error')) {
    throw new Error(answer.get('error_description') ?? answer.get('error'));
  }
  await exchange(answer.get('code'), attempt);
}

async function exchange(code, attempt) {
  const answer = await ask({
    grant_type: 'authorization_code',
    code,
    redirect_uri: here(),
    code_verifier: attempt.verifier,
  });
  if (!answer.ok) {
    throw new Error(`The login service rejected the sign-in (${answer.status}). Sign in again.`);
  }
  const tokens = await answer.json();
  if (claims(tokens.id_token).nonce !== attempt.nonce) {
    throw new Error('The sign-in response does not match this attempt. Sign in again.');
  }
  keep(tokens);
}

/** Requests tokens from the login service. */
async function ask(parameters) {
  const { token_endpoint: endpoint } = await discover();
  return fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: configuration.clientId, ...parameters }),
  });
}

function keep(tokens) {
  session = {
    access: tokens.access_token,
    id: tokens.id_token ?? session?.id,
    // Cognito sends no new refresh token; the first one stays valid.
    refresh: tokens.refresh_token ?? session?.refresh,
  };
  sessionStorage.setItem(SESSION, JSON.stringify(session));
}

/** Goes to the login page, which returns to this place. */
export async function signIn() {
  const { authorization_endpoint: endpoint } = await discover();
  const attempt = {
    state: random(),
    nonce: random(),
    verifier: random(),
    place: location.hash,
  };
  sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
  location.assign(
    withParameters(endpoint, {
      response_type: 'code',
      client_id: configuration.clientId,
      redirect_uri: here(),
      scope: configuration.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await challenge(attempt.verifier),
      code_challenge_method: 'S256',
    }),
  );
}

/** Forgets the tokens, and ends the session at the login service if it supports that. */
export async function signOut() {
  const { id, refresh } = session ?? {};
  forget();
  const { end_session_endpoint: endpoint, revocation_endpoint: revocation } = await discover();
  if (revocation && refresh) {
    await fetch(revocation, {
      method: 'POST',
      body: new URLSearchParams({ token: refresh, client_id: configuration.clientId }),
    });
  }
  if (endpoint) {
    location.assign(
      withParameters(endpoint, {
        id_token_hint: id,
        post_logout_redirect_uri: here(),
        // Cognito's own parameters.
        client_id: configuration.clientId,
        logout_uri: here(),
      }),
    );
  }
}

/** Forgets the tokens. */
export function forget() {
  session = null;
  sessionStorage.removeItem(SESSION);
}

/** Whether a user is signed in. The login service may already have ended the session. */
export function isSignedIn() {
  return session !== null && (isGood(session.access, 0) || Boolean(session.refresh));
}

/**
 * The access token, renewed before it expires; null if no user is signed in. Fails as `fetch` does
 * while the login service cannot be reached.
 */
export async function accessToken() {
  if (!isSignedIn()) {
    return null;
  }
  if (!isGood(session.access, RENEW_BEFORE_MS) && session.refresh) {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    await renewing;
  }
  return session?.access ?? null;
}

async function renew() {
  const renewed = session;
  const answer = await ask({ grant_type: 'refresh_token', refresh_token: renewed.refresh });
  if (session !== renewed) {
    return;
  }
  if (answer.ok) {
    keep(await answer.json());
  } else if (answer.status < 500) {
    forget();
  } else {
    throw new TypeError(`The login service answered ${answer.status}.`);
  }
}

function isGood(token, ahead) {
  const { exp } = claims(token);
  return !exp || exp * 1000 - ahead > Date.now();
}

/** The user's name, and whether the page offers changes. The API checks the rights itself. */
export function user() {
  const access = claims(session.access);
  const id = claims(session.id);
  const name = id.name ?? id.email ?? id['cognito:username'] ?? access.username ?? access.sub;
  return { name, isOperator: (access['cognito:groups'] ?? []).includes('operator') };
}

async function discover() {
  const answer = await fetch(`${configuration.issuer}/.well-known/openid-configuration`);
  if (!answer.ok) {
    throw new Error(`The login service answered with an error (${answer.status}).`);
  }
  return answer.json();
}

function here() {
  return location.origin + location.pathname;
}

function withParameters(endpoint, parameters) {
  const url = new URL(endpoint);
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  return url.href;
}

/** The claims of a token, unverified: the API verifies it. An invalid token has none. */
function claims(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));
}

async function challenge(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
