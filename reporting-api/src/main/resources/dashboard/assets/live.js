/** Live data: polled each second while the page is visible. */

import { Component } from './vendor/preact.module.js';
import { get, SignedOut } from './api.js';

const EVERY = 1000;

/** For data that rarely changes, such as the names of warehouses. */
export const SELDOM = 15_000;

const LONGEST_PAUSE = 10_000;

/** Whether the service answers; shared by the whole page. */
export const connection = {
  up: true,
  answeredAt: Date.now(),
  changed: () => {},
};

function answered() {
  connection.answeredAt = Date.now();
  setUp(true);
}

function setUp(up) {
  if (connection.up !== up) {
    connection.up = up;
    connection.changed();
  }
}

/** Polls one path of the API. */
export class Live {
  /**
   * Starts polling.
   *
   * @param changed called when the data or the error changes
   * @param of the subject of the data
   * @param every milliseconds from an answer to the next request
   */
  constructor(path, changed, of, every) {
    this.path = path;
    this.changed = changed;
    this.of = of;
    this.every = every;
    this.error = null;
    this.loading = true;
    this.failures = 0;
    this.onVisible = () => !document.hidden && this.refresh();
    document.addEventListener('visibilitychange', this.onVisible);
    this.refresh();
  }

  /** Polls now, without waiting for the interval. */
  refresh() {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.controller = new AbortController();
    return this.ask(this.controller.signal);
  }

  async ask(signal) {
    try {
      const answer = await get(this.path, this.etag, signal);
      if (!signal.aborted) {
        this.accept(answer);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.fail(error);
      }
    }
  }

  accept(answer) {
    answered();
    const isNew = answer || this.error || this.loading;
    if (answer) {
      this.data = answer.data;
      this.etag = answer.etag;
    }
    this.error = null;
    this.loading = false;
    this.failures = 0;
    this.again(this.every);
    if (isNew) {
      this.changed();
    }
  }

  fail(error) {
    this.loading = false;
    if (error instanceof SignedOut) {
      return;
    }
    // Missing data may still appear; only a failing service is polled less and less often.
    this.failures = error.passing ? this.failures + 1 : 1;
    setUp(!error.passing);
    this.error = error;
    const pause = Math.min(LONGEST_PAUSE, EVERY * 2 ** (this.failures - 1));
    this.again(Math.max(pause, (error.retryAfter || 0) * 1000));
    this.changed();
  }

  again(pause) {
    this.timer = setTimeout(() => document.hidden || this.refresh(), pause);
  }

  /** Stops polling. */
  stop() {
    clearTimeout(this.timer);
    this.controller.abort();
    document.removeEventListener('visibilitychange', this.onVisible);
  }
}

/** A component that shows live data. */
export class LiveComponent extends Component {
  lives = new Map();

  /**
   * The live data at a path. When the path of a name changes, the last answer stays until the new one
   * arrives, if both are `of` the same subject.
   */
  live(name, path, { of, every = EVERY } = {}) {
    const known = this.lives.get(name);
    if (known?.path === path) {
      return known;
    }
    known?.stop();
    const live = new Live(path, () => this.setState({}), of, every);
    live.data = known?.of === of ? known?.data : undefined;
    this.lives.set(name, live);
    return live;
  }

  componentWillUnmount() {
    this.lives.forEach((live) => live.stop());
  }
}
