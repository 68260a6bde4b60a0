/** Routes of the page, in the fragment of its address. */

/** The current place: its decoded segments and its parameters. */
export function place() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return {
    segments: path.split('/').filter(Boolean).map(decode),
    parameters: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** Decodes a segment; one that a user typed may not be encoded correctly. */
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A link to a place, without the parameters that have no value. */
export function link(segments, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return `#/${segments.map(encodeURIComponent).join('/')}${search}`;
}

/** Changes the parameters of the place. With `replace`, the browser's history has no new step. */
export function change(parameters, { replace = false } = {}) {
  const now = place();
  const target = link(now.segments, { ...now.parameters, ...parameters });
  if (target === location.hash) {
    return;
  }
  if (replace) {
    location.replace(target);
  } else {
    location.hash = target;
  }
}
