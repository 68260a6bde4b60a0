/** Calls the REST API: adds the token, keeps numbers exact, turns errors into messages. */

import { t } from './i18n.js';
import { accessToken, forget } from './login.js';
import { parseJson } from './numbers.js';

// As long as API Gateway waits for a function.
const LONGEST_ANSWER = 30_000;

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
    super(document.detail ?? document.title ?? t('error.status', { status: String(status) }));
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
    super(t('error.unreachable'));
    this.passing = true;
  }
}

/** The session has ended. The page shows the login. */
export class SignedOut extends Error {
  constructor() {
    super(t('login.ended'));
  }
}

async function send(path, { headers, ...options } = {}) {
  let answer;
  try {
    answer = await authorized(base + path, headers, options);
  } catch (error) {
    throw error instanceof SignedOut || error.name === 'AbortError' ? error : new Unreachable();
  }
  if (answer.status === 401) {
    throw signedOut();
  }
  if (!answer.ok && answer.status !== 304) {
    throw await problem(answer);
  }
  return answer;
}

/** Sends with the access token. One that is refused, as by a clock that is fast, is renewed once. */
async function authorized(url, headers, options, refused) {
  const token = await accessToken(refused);
  if (!token) {
    throw signedOut();
  }
  const answer = await fetch(url, {
    // The code handles ETags and 304 itself.
    cache: 'no-store',
    ...options,
    headers: { Authorization: `Bearer ${token}`, ...headers },
  });
  return answer.status === 401 && !refused ? authorized(url, headers, options, token) : answer;
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

/** The data at a path; null if it still has this tag. An answer that does not come is an error. */
export async function get(path, etag, signal) {
  const headers = { Accept: 'application/json' };
  if (etag) {
    headers['If-None-Match'] = etag;
  }
  const late = AbortSignal.timeout(LONGEST_ANSWER);
  const answer = await send(path, { headers, signal: signal ? AbortSignal.any([signal, late]) : late });
  return answer.status === 304
    ? null
    : { data: parseJson(await answer.text()), etag: answer.headers.get('ETag') };
}

/** Sends a request that changes something; returns the answer, or true if it has no body. */
async function change(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await send(path, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return text === '' ? true : parseJson(text);
}

export const post = (path, body) => change('POST', path, body);
export const put = (path, body) => change('PUT', path, body);
export const patch = (path, body) => change('PATCH', path, body);
export const remove = (path) => change('DELETE', path);

/** Sends the content of a file; returns the answer. */
export async function postFile(path, file) {
  const headers = { Accept: 'application/json', 'Content-Type': 'text/csv' };
  const answer = await send(path, { method: 'POST', headers, body: file });
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
function path(...segments) {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** Every path of the API that the page uses, with its parameters. */
export const paths = {
  changes: () => '/changes',
  overview: () => '/overview',
  warehouses: (parameters) => query('/warehouses', parameters),
  levels: (parameters) => query('/levels', parameters),
  items: (parameters) => query('/items', parameters),
  item: (parameters) => query('/item', parameters),
  history: (parameters) => query('/history', parameters),
  movements: (parameters) => query('/movements', parameters),
  files: (parameters) => query('/files', parameters),
  file: (id) => path('files', id),
  rejects: (id) => path('files', id, 'rejects'),
  release: (id, parameters) => query(path('files', id, 'release'), parameters),
  uploads: () => '/uploads',
  previews: () => '/previews',
  audit: (parameters) => query('/audit', parameters),
  alerts: (parameters) => query('/alerts', parameters),
  acknowledge: (parameters) => query('/alerts/acknowledge', parameters),
  snooze: (parameters) => query('/alerts/snooze', parameters),
  thresholds: (parameters) => query('/thresholds', parameters),
  recipients: () => '/recipients',
  webhooks: (parameters) => query('/webhooks', parameters),
  webhook: (id, parameters) => query(path('webhooks', id), parameters),
  webhookSecret: (id) => path('webhooks', id, 'secret'),
  webhookTest: (id) => path('webhooks', id, 'test'),
  deliveries: (id, parameters) => query(path('webhooks', id, 'deliveries'), parameters),
  redrive: (id, delivery) => path('webhooks', id, 'deliveries', delivery, 'redrive'),
  runs: (parameters) => query('/validation-runs', parameters),
  run: (id) => path('validation-runs', id),
  accepted: (id) => path('accepted-findings', id),
  findings: (id) => path('validation-runs', id, 'findings'),
};

/** A path with the parameters that have a value. */
function query(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
