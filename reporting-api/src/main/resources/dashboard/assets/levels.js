/** Levels over time, from movements: the latest count, plus every later change. */

/**
 * The level after each movement of an item in one warehouse.
 *
 * @param movements as the API gives them, the newest first
 * @param level the level of now, a BigInt
 * @param complete whether there are no older movements
 * @return the levels in the same order, null where older movements would have to be known
 */
export function levelsAfter(movements, level, complete) {
  const after = forward(movements, complete ? 0n : null);
  // Without any count, all that is missing lies before: so it can be taken back from now.
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

/** Of one moment, only the stream's events have an order: else the count has seen the change. */
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

/** What a movement adds; a correction adds nothing, as it sets right what did not follow. */
export function changeOf(movement) {
  return movement.kind === 'CHANGE' ? BigInt(movement.change) : 0n;
}

/**
 * What a level is made of: the count that it begins with, and what came in and went out since.
 *
 * @param movements of one warehouse, the newest first
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
 * The level over time as steps, the oldest first.
 *
 * @param groups for each warehouse its movements, the newest first, and its level of now
 * @param complete whether there are no older movements
 * @param now when the last step ends, in milliseconds
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

/** The sum of all warehouses at each moment at which one of them moved. */
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

/** Of several steps at one moment the last one holds. */
function put(result, step) {
  if (result.at(-1)?.time === step.time) {
    result.pop();
  }
  result.push(step);
}

function withNow(result, groups, now) {
  const level = sum(groups.map((group) => group.level));
  // Movements may bear times to come, by clocks that are fast.
  return [...result, { time: Math.max(now, result.at(-1)?.time ?? now), level }];
}
