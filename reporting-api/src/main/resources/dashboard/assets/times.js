/** Times in the user's zone, with UTC as a tooltip. */

import { h } from './vendor/preact.module.js';

const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const toTheSecond = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const timeAlone = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A time in UTC, to the second. */
export function utc(moment) {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The day of a time in UTC, in the format of the API. */
export function utcDay(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A time in the user's zone, to the second. */
export function local(moment) {
  return toTheSecond.format(new Date(moment));
}

/**
 * A time for people, with UTC as a tooltip. A time of today has no date, unless it is `precise`;
 * `inText` is for the middle of a sentence.
 */
export function Time({ at, precise = false, inText = false }) {
  if (!at) {
    return h('span', { class: 'muted' }, '–');
  }
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const format = precise ? toTheSecond : today ? timeAlone : dayAndTime;
  const day = inText ? 'today' : 'Today';
  const text = today && !precise ? `${day}, ${format.format(date)}` : format.format(date);
  return h('time', { dateTime: at, title: utc(at) }, text);
}

/** A duration for people. */
export function formatSeconds(seconds) {
  const whole = Math.max(0, Math.round(Number(seconds)));
  if (whole < MINUTE) {
    return `${whole} s`;
  }
  if (whole < HOUR) {
    return `${Math.floor(whole / MINUTE)} min ${whole % MINUTE} s`;
  }
  return `${Math.floor(whole / HOUR)} h ${Math.floor((whole % HOUR) / MINUTE)} min`;
}

/** The value of a date-and-time field: the time in the user's zone, to the minute. */
export function fieldValue(moment) {
  const date = new Date(moment);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE * 1000);
  return shifted.toISOString().slice(0, 16);
}
