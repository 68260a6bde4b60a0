/** Places of the page, as the fragment of its address. */

/** The place of now: its segments, decoded, and its parameters. */
export function place() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return {
    segments: path.split('/').filter(Boolean).map(decode),
    parameters: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** What somebody typed may not be encoded as it should. */
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A link to a place; parameters without a value are left out. */
export function link(segments, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return `#/${segments.map(encodeURIComponent).join('/')}${search}`;
}

/** Goes to the same place with other parameters; a step that is replaced cannot be gone back to. */
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
