/** Computes levels over time from movements: the latest count plus every later change. */

/**
 * The level after each movement of an item in one warehouse.
 *
 * @param movements the movements of the API, newest first
 * @param level the current level, a BigInt
 * @param complete whether there are no older movements
 * @return the levels in the same order; null for a level that depends on older movements
 */
export function levelsAfter(movements, level, complete) {
  const after = forward(movements, complete ? 0n : null);
  // Without a count, every missing movement is older, so levels follow backward from the current one.
  const countless = movements.every((movement) => movement.kind !== 'COUNT');
  return !complete && countless ? backward(movements, level) : after;
}

function forward(movements, begin) {
  const after = new Array(movements.length);
  let running = begin;
  let counted = null;
  for (let i = movements.length - 1; i >= 0; i -= 1) {
    const movement = movements[i];
    if (movement.kind === 'COUNT') {
      running = BigInt(movement.count);
      counted = movement;
    } else if (running !== null && isOnTopOf(movement, counted)) {
      running += changeOf(movement);
    }
    after[i] = running;
  }
  return after;
}

/** At one time, only events have an order; otherwise the count already includes the change. */
function isOnTopOf(movement, counted) {
  return !counted || movement.time !== counted.time || Boolean(movement.event && counted.event);
}

function backward(movements, level) {
  let running = level;
  return movements.map((movement) => {
    const after = running;
    running -= changeOf(movement);
    return after;
  });
}

/** The change of a movement. A correction has none, as it only repairs the stored level. */
export function changeOf(movement) {
  return movement.kind === 'CHANGE' ? BigInt(movement.change) : 0n;
}

/**
 * Explains a level: the latest count, and the units in and out since.
 *
 * @param movements the movements of one warehouse, newest first
 */
export function explanation(movements) {
  const at = movements.findIndex((movement) => movement.kind === 'COUNT');
  const count = at < 0 ? null : movements[at];
  const since = (at < 0 ? movements : movements.slice(0, at)).filter(
    (movement) => movement.kind === 'CHANGE' && isOnTopOf(movement, count),
  );
  const changes = since.map(changeOf);
  return {
    count,
    movements: since.length,
    came: sum(changes.filter((change) => change > 0n)),
    went: sum(changes.filter((change) => change < 0n)),
  };
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0n);
}

/**
 * The level over time as steps, oldest first.
 *
 * @param groups for each warehouse its movements, newest first, and its current level
 * @param complete whether there are no older movements
 * @param now the end of the last step, in milliseconds
 * @return steps of `time` in milliseconds and `level`, a BigInt
 */
export function steps(groups, complete, now) {
  const series = groups.map(({ movements, level }) => {
    const after = levelsAfter(movements, level, complete);
    const points = movements.map((movement, i) => ({
      time: Date.parse(movement.time),
      level: after[i],
    }));
    return { level, points: points.reverse() };
  });
  return withNow(merged(series, complete), groups, now);
}

/** The sum of all warehouses at each time when one of them changed. */
function merged(series, complete) {
  const current = series.map(({ level, points }) => (points.length === 0 ? level : before(complete)));
  const moves = series.flatMap(({ points }, warehouse) => points.map((point) => ({ ...point, warehouse })));
  moves.sort((a, b) => a.time - b.time);
  const result = [];
  for (const move of moves) {
    current[move.warehouse] = move.level;
    if (current.every((level) => level !== null)) {
      put(result, { time: move.time, level: sum(current) });
    }
  }
  return result;
}

function before(complete) {
  return complete ? 0n : null;
}

/** The last of several steps at one time wins. */
function put(result, step) {
  if (result.at(-1)?.time === step.time) {
    result.pop();
  }
  result.push(step);
}

function withNow(result, groups, now) {
  const level = sum(groups.map((group) => group.level));
  // Movements may lie in the future if a clock is fast.
  return [...result, { time: Math.max(now, result.at(-1)?.time ?? now), level }];
}
