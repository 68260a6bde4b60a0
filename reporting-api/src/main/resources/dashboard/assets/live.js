/**
 * Live data. One request asks every few seconds whether anything has changed, and only then a page
 * reads its data again. A hidden tab asks nothing.
 */

import { Component } from './vendor/preact.module.js';
import { get, paths, SignedOut } from './api.js';

const EVERY = 5000;
const IN_PROGRESS = 1000;
const LONGEST_PAUSE = 20_000;
// A single lost request is nothing to report.
const FAILURES_UNTIL_DOWN = 2;
const HOUR = 3600 * 1000;

/** Whether the service answers; shared by the whole page. */
export const connection = {
  up: true,
  answeredAt: Date.now(),
  changed: () => {},
};

function setUp(up) {
  if (connection.up !== up) {
    connection.up = up;
    connection.changed();
  }
}

/** Asks for the version of everything that pages show, and calls its listeners when it is another. */
class Pulse {
  listeners = new Set();
  working = new Set();
  version = null;
  failures = 0;
  // An index may lag the version by moments, so a change is read once more at the next beat.
  again = false;

  constructor() {
    document.addEventListener('visibilitychange', () => this.next(0));
  }

  /** Calls a listener after each change, until the returned function is called. */
  subscribe(listener) {
    this.listeners.add(listener);
    if (!this.timer && !this.beating) {
      this.next(this.version === null ? 0 : EVERY);
    }
    return () => this.listeners.delete(listener);
  }

  /** Beats each second while something is in progress. */
  hurry(what, inProgress) {
    if (this.working.has(what) === inProgress) {
      return;
    }
    if (inProgress) {
      this.working.add(what);
      this.next(IN_PROGRESS);
    } else {
      this.working.delete(what);
    }
  }

  next(pause) {
    clearTimeout(this.timer);
    this.timer = null;
    if (!document.hidden && !this.beating && this.listeners.size > 0) {
      this.timer = setTimeout(() => this.beat(), pause);
    }
  }

  async beat() {
    this.timer = null;
    this.beating = true;
    try {
      const { data } = await get(paths.changes());
      this.beating = false;
      const isAfterFailure = this.failures > 0;
      // The first version is of the moment when the page read its data.
      const isOther = this.version !== null && this.version !== data.version;
      this.version = data.version;
      this.failures = 0;
      connection.answeredAt = Date.now();
      setUp(true);
      if (isOther || isAfterFailure || this.again) {
        this.again = isOther;
        this.listeners.forEach((listener) => listener());
      }
      this.next(this.working.size > 0 ? IN_PROGRESS : EVERY);
    } catch (error) {
      this.beating = false;
      this.failed(error);
    }
  }

  failed(error) {
    if (error instanceof SignedOut) {
      return;
    }
    this.failures += 1;
    // A service that asks to slow down does answer.
    setUp(error.status === 429 || this.failures < FAILURES_UNTIL_DOWN);
    const pause = Math.min(LONGEST_PAUSE, IN_PROGRESS * 2 ** (this.failures - 1));
    this.next(Math.max(pause, (error.retryAfter || 0) * 1000));
  }
}

/** The one pulse of this page. */
export const pulse = new Pulse();

/** The data at one path of the API. */
export class Live {
  error = null;
  loading = true;
  readAt = 0;
  controller = new AbortController();

  /**
   * Reads the data, and again after each change.
   *
   * @param changed called when the data or the error changes
   * @param of the subject of the data
   * @param hourly whether the data changes with the time alone: it is then read once an hour
   */
  constructor(path, changed, of, hourly) {
    this.path = path;
    this.changed = changed;
    this.of = of;
    this.unsubscribe = pulse.subscribe(() => this.refresh());
    if (hourly) {
      // Not all pages at the same moment.
      this.hourly = setInterval(() => document.hidden || this.refresh(), HOUR * (1 + Math.random() / 6));
    }
    this.refresh();
  }

  /** Reads the data now. A reading that has begun ends first, so frequent changes do not stop all. */
  refresh() {
    clearTimeout(this.timer);
    this.isStale = true;
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  async read() {
    const { signal } = this.controller;
    while (this.isStale && !signal.aborted) {
      this.isStale = false;
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
  }

  accept(answer) {
    const isNew = answer || this.error || this.loading;
    if (answer) {
      this.data = answer.data;
      this.etag = answer.etag;
    }
    this.readAt = Date.now();
    this.error = null;
    this.loading = false;
    this.failures = 0;
    if (isNew) {
      this.changed();
    }
  }

  /** A refused request is repeated after the next change, a failed one after a pause. */
  fail(error) {
    this.loading = false;
    if (error instanceof SignedOut) {
      return;
    }
    this.error = error;
    if (error.passing) {
      this.failures = (this.failures ?? 0) + 1;
      const pause = Math.min(LONGEST_PAUSE, IN_PROGRESS * 2 ** this.failures);
      this.retry(Math.max(pause, (error.retryAfter || 0) * 1000));
    }
    this.changed();
  }

  retry(pause) {
    this.timer = setTimeout(() => (document.hidden ? this.retry(pause) : this.refresh()), pause);
  }

  /** Stops reading. */
  stop() {
    clearTimeout(this.timer);
    clearInterval(this.hourly);
    this.controller.abort();
    this.unsubscribe();
  }
}

/** A component that shows live data. */
export class LiveComponent extends Component {
  lives = new Map();

  /**
   * The live data at a path. When the path of a name changes, the last answer stays until the new one
   * arrives, if both are `of` the same subject.
   */
  live(name, path, { of, hourly = false } = {}) {
    const known = this.lives.get(name);
    if (known?.path === path) {
      return known;
    }
    known?.stop();
    const live = new Live(path, () => this.setState({}), of, hourly);
    live.data = known?.of === of ? known?.data : undefined;
    this.lives.set(name, live);
    return live;
  }

  componentDidUpdate() {
    pulse.hurry(this, Boolean(this.isInProgress?.()));
  }

  componentWillUnmount() {
    pulse.hurry(this, false);
    this.lives.forEach((live) => live.stop());
  }
}
