/** The level over time, and bars, as SVG. The tables next to them have the same data as text. */

import { Component, createRef, h } from './vendor/preact.module.js';
import { locale, parts, t } from './i18n.js';
import { formatUnits, larger, share } from './numbers.js';
import { local } from './times.js';

const HEIGHT = 260;
const EDGE = { top: 12, right: 12, bottom: 26, left: 8 };
const DIGIT_WIDTH = 7.2;
const LABEL_WIDTH = 110;
const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

const dayFormat = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const yearFormat = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short' });
const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayTimeFormat = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The levels of the grid lines: about four round numbers that enclose all levels. */
export function ticks(low, high) {
  const span = larger(high - low, 1n);
  const raw = larger(span / 4n, 1n);
  const power = 10n ** BigInt(raw.toString().length - 1);
  const step = [1n, 2n, 5n, 10n].map((factor) => factor * power).find((size) => size >= raw);
  const result = [];
  for (let at = floorTo(low, step); ; at += step) {
    result.push(at);
    if (at >= high) {
      return result;
    }
  }
}

function floorTo(value, step) {
  const rest = value % step;
  return rest === 0n ? value : rest < 0n ? value - rest - step : value - rest;
}

/** A step line of the level over time, with the threshold. */
export class LevelChart extends Component {
  state = { width: 720, at: null };

  figure = createRef();

  componentDidMount() {
    this.observer = new ResizeObserver(([entry]) =>
      this.setState({ width: Math.max(260, entry.contentRect.width) }),
    );
    this.observer.observe(this.figure.current);
  }

  componentWillUnmount() {
    this.observer.disconnect();
  }

  scales(steps, threshold) {
    const levels = [...steps.map((step) => step.level), BigInt(threshold), 0n];
    const lines = ticks(
      levels.reduce((a, b) => (a < b ? a : b)),
      levels.reduce(larger),
    );
    const digits = Math.max(...lines.map((line) => formatUnits(line).length));
    const left = EDGE.left + digits * DIGIT_WIDTH;
    const [first, last] = [steps[0].time, steps.at(-1).time];
    const width = this.state.width - left - EDGE.right;
    const [low, high] = [lines[0], lines.at(-1)];
    return {
      lines,
      left,
      width,
      first,
      last,
      x: (time) => left + (last === first ? width : ((time - first) / (last - first)) * width),
      y: (level) => EDGE.top + (1 - share(level - low, high - low)) * (HEIGHT - EDGE.top - EDGE.bottom),
    };
  }

  move(steps, scales, event) {
    const box = this.figure.current.getBoundingClientRect();
    const time =
      scales.first + ((event.clientX - box.left - scales.left) / scales.width) * (scales.last - scales.first);
    const next = steps.findIndex((step) => step.time > time);
    this.setState({ at: next < 0 ? steps.length - 1 : Math.max(0, next - 1) });
  }

  key(steps, event) {
    const at = this.state.at ?? steps.length - 1;
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: steps.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.setState({ at: Math.min(steps.length - 1, Math.max(0, target)) });
    }
  }

  render({ steps, threshold, label }, { width, at }) {
    const scales = this.scales(steps, threshold);
    const chosen = Math.min(at ?? steps.length - 1, steps.length - 1);
    const step = steps[chosen];
    return h('figure', { class: 'chart', ref: this.figure }, [
      h(
        'svg',
        {
          width,
          height: HEIGHT,
          viewBox: `0 0 ${width} ${HEIGHT}`,
          role: 'slider',
          // In lower case, as SVG attributes are case-sensitive.
          tabindex: 0,
          'aria-label': label,
          'aria-valuemin': 0,
          'aria-valuemax': steps.length - 1,
          'aria-valuenow': chosen,
          'aria-valuetext': t('chart.from', { level: formatUnits(step.level), time: local(step.time) }),
          onPointerMove: (event) => this.move(steps, scales, event),
          onPointerLeave: () => this.setState({ at: null }),
          onKeyDown: (event) => this.key(steps, event),
          onBlur: () => this.setState({ at: null }),
        },
        axes(scales, width),
        h('path', { class: 'chart-area', d: area(steps, scales) }),
        h('path', { class: 'chart-line', d: line(steps, scales) }),
        thresholdLine(threshold, scales, width),
        at === null ? null : marker(step, scales),
      ),
      h('figcaption', { class: 'muted' }, caption(at === null ? null : step, threshold)),
    ]);
  }
}

function line(steps, { x, y }) {
  const begin = `M${x(steps[0].time)} ${y(steps[0].level)}`;
  const rest = steps.slice(1).map((step) => `H${x(step.time)}V${y(step.level)}`);
  return begin + rest.join('');
}

function area(steps, scales) {
  const base = scales.y(0n);
  return `${line(steps, scales)}V${base}H${scales.x(steps[0].time)}Z`;
}

function axes({ lines, left, x, y, first, last, width: inner }, width) {
  const across = lines.map((level) => [
    h('line', {
      class: level === 0n ? 'axis' : 'grid',
      x1: left,
      x2: width - EDGE.right,
      y1: y(level),
      y2: y(level),
    }),
    h('text', { class: 'tick', x: left - 6, y: y(level) + 4, 'text-anchor': 'end' }, formatUnits(level)),
  ]);
  const count = Math.max(2, Math.min(6, Math.floor(inner / LABEL_WIDTH)));
  const times = Array.from({ length: count }, (_, i) => first + ((last - first) * i) / (count - 1));
  const anchors = { 0: 'start', [count - 1]: 'end' };
  const along = times.map((time, i) =>
    h(
      'text',
      { class: 'tick', x: x(time), y: HEIGHT - 6, 'text-anchor': anchors[i] ?? 'middle' },
      timeLabel(time, last - first),
    ),
  );
  return [...across.flat(), ...along];
}

function timeLabel(time, span) {
  const [format] = [
    [timeFormat, 12 * HOUR],
    [dayTimeFormat, 5 * DAY],
    [dayFormat, 300 * DAY],
    [yearFormat, Infinity],
  ].find(([, longest]) => span <= longest);
  return format.format(time);
}

function thresholdLine(threshold, { left, y }, width) {
  const at = y(BigInt(threshold));
  return h('line', { class: 'threshold', x1: left, x2: width - EDGE.right, y1: at, y2: at });
}

function marker(step, { x, y }) {
  const [cx, cy] = [x(step.time), y(step.level)];
  return [
    h('line', { class: 'marker', x1: cx, x2: cx, y1: EDGE.top, y2: HEIGHT - EDGE.bottom }),
    h('circle', { class: 'marker-point', cx, cy, r: 4 }),
  ];
}

function caption(step, threshold) {
  return step
    ? parts('chart.from', { level: h('strong', null, formatUnits(step.level)), time: local(step.time) })
    : [h('span', { class: 'dash' }), t('chart.caption', { threshold: formatUnits(threshold) })];
}

/** A bar from zero to a level, with a mark at the threshold. All bars of a list share a scale. */
export function Bar({ level, threshold, low, high, state }) {
  const span = high - low;
  const percent = (value) => share(value - low, span) * 100;
  const [zero, end] = [percent(0n), percent(level)];
  return h('svg', { class: 'bar', 'data-state': state, 'aria-hidden': 'true', height: 14 }, [
    h('rect', { class: 'bar-track', x: 0, y: 3, width: '100%', height: 8, rx: 2 }),
    h('rect', {
      class: 'bar-fill',
      x: `${Math.min(zero, end)}%`,
      y: 3,
      width: `${Math.abs(end - zero)}%`,
      height: 8,
      rx: 2,
    }),
    h('line', {
      class: 'bar-threshold',
      x1: `${percent(threshold)}%`,
      x2: `${percent(threshold)}%`,
      y1: 0,
      y2: 14,
    }),
  ]);
}
