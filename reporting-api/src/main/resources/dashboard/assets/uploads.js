/** Files dropped on this page: uploaded straight to the bucket, then followed until they are finished. */

import { get, paths, post } from './api.js';
import { t } from './i18n.js';
import { pulse } from './live.js';
import { utcDay } from './times.js';

const FINISHED = new Set(['APPLIED', 'PARTIAL', 'INCOMPLETE', 'REJECTED', 'DUPLICATE', 'HELD']);
// The browser sets these headers itself.
const OWN_HEADERS = new Set(['host', 'content-length']);

// How far the clocks of browser and service may differ.
const CLOCKS = 60_000;

let uploads = [];
let last = 0;
let unsubscribe;
const listeners = new Set();

/** The uploads of this page, newest first. */
export function current() {
  return uploads;
}

/** Calls a listener on each change. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function update(id, change) {
  uploads = uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
  listeners.forEach((listener) => listener());
}

/** Uploads files one after the other. */
export async function add(files) {
  const added = Array.from(files, (file) => {
    last += 1;
    return { id: last, file, name: file.name, size: file.size, sent: 0, phase: 'queued' };
  });
  uploads = [...added.toReversed(), ...uploads];
  listeners.forEach((listener) => listener());
  for (const upload of added) {
    await send(upload);
  }
}

async function send({ id, file }) {
  const began = Date.now();
  try {
    const target = await post(paths.uploads(), { name: file.name, size: file.size });
    update(id, { phase: 'sending', key: target.key, began });
    await put(target, file, (sent) => update(id, { sent }));
    update(id, { phase: 'following', sent: file.size });
    unsubscribe ??= pulse.subscribe(follow);
    pulse.hurry(uploadsInProgress, true);
    follow();
  } catch (error) {
    update(id, { phase: 'failed', error: error.message });
  }
}

/** Uses XMLHttpRequest, as fetch reports no upload progress. */
function put({ url, method, headers }, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    Object.entries(headers ?? {})
      .filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()))
      .forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () =>
      request.status < 300
        ? resolve()
        : reject(new Error(t('upload.rejected', { status: String(request.status) })));
    request.onerror = () => reject(new Error(t('upload.failed')));
    request.send(file);
  });
}

const uploadsInProgress = {};

/** Reads the records of uploaded files after each change, until all are finished. */
async function follow() {
  const waiting = uploads.filter(isFollowed);
  try {
    const days = new Set(waiting.flatMap(({ began }) => [utcDay(began), utcDay(Date.now())]));
    for (const date of days) {
      const { data } = await get(paths.files({ date, limit: 200 }));
      waiting.forEach((upload) => found(upload, data.files));
    }
  } catch {
    // The banner says that the service does not answer. The uploads are safe; the next change looks again.
  }
  if (!uploads.some(isFollowed)) {
    unsubscribe?.();
    unsubscribe = undefined;
    pulse.hurry(uploadsInProgress, false);
  }
}

function isFollowed({ phase }) {
  return phase === 'following';
}

function found({ id, key, began }, files) {
  // Another upload of the day may have had the key: an earlier record is not of this one.
  const record = files.find((file) => file.key === key && Date.parse(file.receivedAt) >= began - CLOCKS);
  if (record) {
    update(id, { record, phase: FINISHED.has(record.status) ? 'done' : 'following' });
  }
}

/** Forgets finished uploads. */
export function clear() {
  uploads = uploads.filter((upload) => !['done', 'failed'].includes(upload.phase));
  listeners.forEach((listener) => listener());
}

/** Warns users who leave the page during an upload. */
export function warnBeforeLeaving() {
  window.addEventListener('beforeunload', (event) => {
    if (uploads.some((upload) => ['queued', 'sending'].includes(upload.phase))) {
      event.preventDefault();
    }
  });
}
