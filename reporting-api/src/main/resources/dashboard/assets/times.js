/** Moments in the viewer's zone, with UTC beside them. */

import { h } from './vendor/preact.module.js';

const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const toTheSecond = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const timeAlone = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A moment in UTC, to the second. */
export function utc(moment) {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The day of a moment in UTC, as the API takes it. */
export function utcDay(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A moment as text in the viewer's zone, to the second. */
export function local(moment) {
  return toTheSecond.format(new Date(moment));
}

/**
 * A moment for people, with UTC on hover. What is of today has the time alone, unless it is to be
 * `precise`; `inText` is for the midst of a sentence.
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

/** A span of seconds for people. */
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

/** What a date-and-time field takes: the moment in the viewer's zone, to the minute. */
export function fieldValue(moment) {
  const date = new Date(moment);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE * 1000);
  return shifted.toISOString().slice(0, 16);
}
