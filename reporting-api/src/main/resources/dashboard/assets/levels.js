/** The levels that the API states, as sums and steps. */

/** The level after a movement, a BigInt; null if it is not known. */
export function balanceOf(movement) {
  return movement.balance == null ? null : BigInt(movement.balance);
}

/**
 * Explains a level: the latest count, or the level before, and the units in and out since.
 *
 * @param movements the movements of one warehouse with their balances, newest first
 * @param complete whether there are no older movements
 * @return `begin`, `came` and `went` are null if they are not known
 */
export function explanation(movements, complete) {
  const at = movements.findIndex((movement) => movement.kind === 'COUNT');
  const isOpen = at < 0 && !complete;
  const oldest = isOpen ? movements.length - 1 : at;
  const since = oldest < 0 ? movements : movements.slice(0, oldest);
  const begin = oldest < 0 ? 0n : balanceOf(movements[oldest]);
  const levels = [...since.map(balanceOf), begin];
  const changes = levels.includes(null) ? null : since.map((_, i) => levels[i] - levels[i + 1]);
  return {
    level: levels[0],
    count: at < 0 ? null : movements[at],
    begin,
    movements: since.filter((movement) => movement.kind === 'CHANGE').length,
    came: changes && sum(changes.filter((change) => change > 0n)),
    went: changes && sum(changes.filter((change) => change < 0n)),
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
    const points = movements.map((movement) => ({
      time: Date.parse(movement.time),
      level: balanceOf(movement),
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

const NUMBERS = ['opening', 'in', 'out', 'counted', 'closing'];

/**
 * The sums of several histories by day, earliest first. A day before the first fact of a history
 * counts as none; a number that is unknown in one history is unknown in the sum.
 *
 * @param histories for each warehouse its days, earliest first
 * @return rows of `day` and the numbers, BigInts or null
 */
export function sumByDay(histories) {
  const days = [...new Set(histories.flatMap((history) => history.map(({ day }) => day)))].sort();
  const byDay = histories.map((history) => new Map(history.map((row) => [row.day, row])));
  return days.map((day) => {
    const rows = byDay.map((history) => history.get(day)).filter(Boolean);
    const numbers = NUMBERS.map((name) => [
      name,
      rows.some((row) => row[name] == null) ? null : sum(rows.map((row) => BigInt(row[name]))),
    ]);
    return { day, ...Object.fromEntries(numbers) };
  });
}
