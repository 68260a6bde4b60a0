/** Times in the user's zone, with UTC as a tooltip. */

import { h } from './vendor/preact.module.js';
import { locale, t } from './i18n.js';

const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const toTheSecond = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const timeAlone = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const dayAlone = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time in UTC, to the second. */
export function utc(moment) {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The day of a time in UTC, in the format of the API. */
export function utcDay(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A day of the API, for people. */
export function formatDay(day) {
  return dayAlone.format(new Date(day));
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
  const isToday = date.toDateString() === new Date().toDateString();
  const format = precise ? toTheSecond : isToday ? timeAlone : dayAndTime;
  const text = format.format(date);
  const shown = isToday && !precise ? t(inText ? 'time.todayInText' : 'time.today', { time: text }) : text;
  return h('time', { dateTime: at, title: utc(at) }, shown);
}

/** A duration for people, in one or two units. */
export function formatSeconds(seconds) {
  const whole = Math.max(0, Math.round(Number(seconds)));
  const amount = (value, unit) =>
    value < 1
      ? null
      : new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
          Math.floor(value),
        );
  if (whole < MINUTE) {
    return amount(whole, 'second') ?? '0';
  }
  const amounts =
    whole < HOUR
      ? [amount(whole / MINUTE, 'minute'), amount(whole % MINUTE, 'second')]
      : whole < 2 * DAY
        ? [amount(whole / HOUR, 'hour'), amount((whole % HOUR) / MINUTE, 'minute')]
        : [amount(whole / DAY, 'day')];
  return amounts.filter(Boolean).join(' ');
}

/** The seconds of a duration of the API, such as `PT26H30M`. */
export function secondsOf(duration) {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? [];
  return hours * HOUR + minutes * MINUTE + Number(seconds);
}

/** The value of a date-and-time field: the time in the user's zone, to the minute. */
export function fieldValue(moment) {
  const date = new Date(moment);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE * 1000);
  return shifted.toISOString().slice(0, 16);
}
