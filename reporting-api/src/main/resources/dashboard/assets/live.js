/** Data that follows the service: asked for again each second while the page is seen. */

import { Component } from './vendor/preact.module.js';
import { get, SignedOut } from './api.js';

const EVERY = 1000;

/** For what changes rarely, as the names of warehouses. */
export const SELDOM = 15_000;

const LONGEST_PAUSE = 10_000;

/** Whether the service answers; one for the whole page. */
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

/** One path of the API. */
export class Live {
  /**
   * Begins to ask.
   *
   * @param changed is called when there is something else to show
   * @param of what the data is of
   * @param every milliseconds from an answer to the next question
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

  /** Asks now, and not only when it is time. */
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
    const news = answer || this.error || this.loading;
    if (answer) {
      this.data = answer.data;
      this.etag = answer.etag;
    }
    this.error = null;
    this.loading = false;
    this.failures = 0;
    this.again(this.every);
    if (news) {
      this.changed();
    }
  }

  fail(error) {
    this.loading = false;
    if (error instanceof SignedOut) {
      return;
    }
    // What is not there may come; only a service that fails is asked less and less.
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

  /** Asks no more. */
  stop() {
    clearTimeout(this.timer);
    this.controller.abort();
    document.removeEventListener('visibilitychange', this.onVisible);
  }
}

/** A part of the page that shows live data. */
export class LiveComponent extends Component {
  lives = new Map();

  /**
   * What is at a path now. Of another path under the same name the last answer is shown until the
   * new one is there, if both are `of` the same thing.
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
