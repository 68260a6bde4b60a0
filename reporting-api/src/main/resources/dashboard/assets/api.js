/** The REST API: with the token, exact numbers, and problems in words. */

import { accessToken, forget } from './login.js';
import { parseJson } from './numbers.js';

let base = '/v1';
let onSignedOut = () => {};

/** Where the API is, and who is told when a token is not, or no longer, good. */
export function configure(url, signedOut) {
  base = url;
  onSignedOut = signedOut;
}

/** An answer of the API other than success. */
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

/** No answer at all. */
export class Unreachable extends Error {
  constructor() {
    super('The service cannot be reached.');
    this.passing = true;
  }
}

/** The session has ended; the login page is shown. */
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
      // The tag of what is known is sent by hand, and a 304 seen.
      cache: 'no-store',
      ...options,
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
  } catch (error) {
    // A TypeError is what fetch fails with where nobody answers.
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

/** What is at a path, unless it has this tag still; then null. */
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

/** Asks for something to be done; returns the answer. */
export async function post(path, body) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return parseJson(await answer.text());
}

/**
 * Saves what is at a path as a file of this name. A link alone would not do: it has no token.
 */
export async function download(path, accept, name) {
  const answer = await send(path, { headers: { Accept: accept } });
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the memory is free again.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A path from segments, each of which may hold any character. */
export function path(...segments) {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** A path with those parameters that have a value. */
export function query(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
