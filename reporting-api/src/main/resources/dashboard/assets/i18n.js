/** Texts in the user's language, and the locale of numbers and dates. */

import { de } from './strings/de.js';
import { en } from './strings/en.js';

const TEXTS = { de, en };

const languageOf = (tag) => tag.slice(0, 2).toLowerCase();

/** The user's first locale whose language has texts, such as `de-CH`. */
export const locale = navigator.languages.find((tag) => Object.hasOwn(TEXTS, languageOf(tag))) ?? 'en';

/** The language of the texts. */
export const language = languageOf(locale);

const plain = new Intl.NumberFormat(locale);
const plural = new Intl.PluralRules(locale);
const VALUE = /\{(\w+)\}/;

function textOf(key, values) {
  const text = TEXTS[language][key];
  if (text === undefined) {
    throw new Error(key);
  }
  return typeof text === 'string' ? text : text[plural.select(Number(values.count))];
}

function shown(value) {
  return typeof value === 'number' || typeof value === 'bigint' ? plain.format(value) : value;
}

/**
 * A text with its values. Numbers are formatted; `count` decides about singular and plural.
 *
 * @param key of the text, in both files of texts
 */
export function t(key, values = {}) {
  return parts(key, values).join('');
}

/** The same as a list, for values that are elements. */
export function parts(key, values = {}) {
  return textOf(key, values)
    .split(VALUE)
    .map((part, i) => (i % 2 === 0 ? part : shown(values[part])));
}

/** Whether there is a text, for words of the API. */
export function has(key) {
  return Object.hasOwn(TEXTS[language], key);
}
