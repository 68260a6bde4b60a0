/** Calls the REST API: adds the token, keeps numbers exact, turns errors into messages. */

import { accessToken, forget } from './login.js';
import { parseJson } from './numbers.js';

let base = '/v1';
let onSignedOut = () => {};

/** Sets the base URL, and the listener that is called when the session has ended. */
export function configure(url, signedOut) {
  base = url;
  onSignedOut = signedOut;
}

/** An error that the API answered with. */
export class Problem extends Error {
  constructor(status, document, retryAfter) {
    super(document.detail ?? document.title ?? `The service answered ${status}.`);
    this.status = status;
    this.parameter = document.parameter;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later. */
  get passing() {
    return this.status >= 500 || this.status === 429;
  }
}

/** The service did not answer. */
export class Unreachable extends Error {
  constructor() {
    super('The service cannot be reached.');
    this.passing = true;
  }
}

/** The session has ended. The page shows the login. */
export class SignedOut extends Error {
  constructor() {
    super('Your session has ended. Sign in again.');
  }
}

async function send(path, { headers = {}, ...options } = {}) {
  let answer;
  try {
    const token = await accessToken();
    if (!token) {
      throw signedOut();
    }
    answer = await fetch(base + path, {
      // The code handles ETags and 304 itself.
      cache: 'no-store',
      ...options,
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
  } catch (error) {
    // fetch fails with a TypeError if the server cannot be reached.
    throw error instanceof TypeError ? new Unreachable() : error;
  }
  if (answer.status === 401) {
    throw signedOut();
  }
  if (!answer.ok && answer.status !== 304) {
    throw await problem(answer);
  }
  return answer;
}

function signedOut() {
  forget();
  onSignedOut();
  return new SignedOut();
}

async function problem(answer) {
  const retryAfter = Number(answer.headers.get('Retry-After'));
  try {
    return new Problem(answer.status, await answer.json(), retryAfter);
  } catch {
    return new Problem(answer.status, {}, retryAfter);
  }
}

/** The data at a path; null if it still has this tag. */
export async function get(path, etag, signal) {
  const headers = { Accept: 'application/json' };
  if (etag) {
    headers['If-None-Match'] = etag;
  }
  const answer = await send(path, { headers, signal });
  return answer.status === 304
    ? null
    : { data: parseJson(await answer.text()), etag: answer.headers.get('ETag') };
}

/** Sends a POST request; returns the answer. */
export async function post(path, body) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return parseJson(await answer.text());
}

/** Sends a PUT request; returns the answer. */
export async function put(path, body) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const answer = await send(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  return parseJson(await answer.text());
}

/** Sends a DELETE request; returns the answer. */
export async function remove(path) {
  const answer = await send(path, { method: 'DELETE', headers: { Accept: 'application/json' } });
  return parseJson(await answer.text());
}

/** Saves the data at a path as a file. A plain link would not work, as it sends no token. */
export async function download(path, accept, name) {
  const answer = await send(path, { headers: { Accept: accept } });
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then, so the memory can be freed.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A path from segments. */
export function path(...segments) {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** A path with the parameters that have a value. */
export function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
