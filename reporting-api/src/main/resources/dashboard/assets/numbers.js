/**
 * Exact numbers. Levels have up to 38 digits; a number that JSON.parse would round becomes a BigInt.
 */

import { locale } from './i18n.js';

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
// 2^53 has 16 digits, so shorter numbers are exact.
const LONG_WHOLE = /^-?\d{16,}$/;
const MARKED = /^\0-?\d+$/;

/** Like JSON.parse, but whole numbers of 16 digits or more become BigInts. */
export function parseJson(text) {
  let marked = false;
  const exact = text.replace(TOKEN, (token) => {
    if (!LONG_WHOLE.test(token)) {
      return token;
    }
    marked = true;
    return `"\\u0000${token}"`;
  });
  return marked ? JSON.parse(exact, unmark) : JSON.parse(text);
}

function unmark(key, value) {
  return typeof value === 'string' && MARKED.test(value) ? BigInt(value.slice(1)) : value;
}

const plain = new Intl.NumberFormat(locale);
const withSign = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
const rounded = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** A whole number in the user's locale, with all its digits. */
export function formatUnits(value) {
  return plain.format(BigInt(value));
}

/** The same with a sign. */
export function formatChange(value) {
  return withSign.format(BigInt(value));
}

/** A number with at most one digit after the point. */
export function formatRounded(value) {
  return rounded.format(value);
}

/** The larger of two BigInts. */
export function larger(a, b) {
  return a > b ? a : b;
}

/** The share of a part in a whole, both BigInts, as a number from 0 to 1. */
export function share(part, whole) {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** A size for people. */
export function formatBytes(bytes) {
  let rest = Number(bytes);
  let unit = 0;
  while (rest >= 1000 && unit < SIZES.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  const maximumFractionDigits = unit > 0 && rest < 10 ? 1 : 0;
  const format = { style: 'unit', unit: SIZES[unit], unitDisplay: 'short', maximumFractionDigits };
  return new Intl.NumberFormat(locale, format).format(rest);
}
