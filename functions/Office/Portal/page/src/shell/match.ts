export type Params = Readonly<Record<string, string>>;

/** Does a path match `/sheet/:year/:unit`? `:name*` at the end takes the rest, which may be empty. Its parts, or null. */
export function match(pattern: string, path: string): Params | null {
  const asked = pattern.split('/').filter(part => part);
  const given = path.split('/').filter(part => part);
  const params: Record<string, string> = {};
  for (const [at, part] of asked.entries()) {
    if (part.endsWith('*')) {
      params[part.slice(1, -1)] = given.slice(at).map(decode).join('/');
      return params;
    }

    const value = given[at];
    if (value === undefined || (!part.startsWith(':') && part !== value)) {
      return null;
    }

    if (part.startsWith(':')) {
      params[part.slice(1)] = decode(value);
    }
  }

  return given.length === asked.length ? params : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
