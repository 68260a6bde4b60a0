/** Small icons, always next to a word. */

import { h } from './vendor/preact.module.js';

const SHAPES = {
  ok: ['M3.5 8.5l3 3 6-7'],
  low: ['M8 2.5l6 11H2z', 'M8 7v3', 'M8 11.8v.2'],
  out: ['M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0', 'M4.2 11.8l7.6-7.6'],
  wait: ['M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0', 'M8 4.8V8l2.2 1.6'],
  work: ['M8 2.5a5.5 5.5 0 1 1 -5.5 5.5'],
  refused: ['M4 4l8 8', 'M12 4l-8 8'],
  copy: ['M5.5 5.5h8v8h-8z', 'M10.5 5.5v-3h-8v8h3'],
  held: ['M5.5 3.5v9', 'M10.5 3.5v9'],
  down: ['M8 2.5v8', 'M4.5 7.5L8 11l3.5-3.5', 'M3 13.5h10'],
  up: ['M8 11V3', 'M4.5 6.5L8 3l3.5 3.5', 'M3 13.5h10'],
  ascending: ['M8 12.5v-9', 'M4.5 7L8 3.5L11.5 7'],
  descending: ['M8 3.5v9', 'M4.5 9L8 12.5L11.5 9'],
  removed: ['M3 8h10'],
  seen: ['M1.8 8.5l2.7 2.7 5-6', 'M8 10.6l.8.6 5-6'],
  edit: ['M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z'],
  print: ['M4.5 6V2.5h7V6', 'M4.5 11.5h-2V6h11v5.5h-2', 'M4.5 9.5h7v4h-7z'],
  search: ['M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0', 'M10.4 10.4l3.3 3.3'],
};

/** An icon by its name. */
export function Icon({ name }) {
  return h(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    SHAPES[name].map((d) => h('path', { d })),
  );
}
