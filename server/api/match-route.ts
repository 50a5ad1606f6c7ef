import type { Params, Route } from './route.ts';

export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Params }
  /** There is such a path, for other methods. */
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** The route that a request is for, by its method and its path below /api/v1; parameters come without escapes. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const parts = partsOf(path);
  if (!parts) return { kind: 'none' };
  const allowed = new Set<string>();
  for (const route of routes) {
    const params = paramsOf(route.path, parts);
    if (params && route.method === method) return { kind: 'found', route, params };
    if (params) allowed.add(route.method);
  }
  return allowed.size > 0 ? { kind: 'method', allowed: [...allowed] } : { kind: 'none' };
}

/** Null for a path with an escape that isn't one. */
function partsOf(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function paramsOf(pattern: string, parts: readonly string[]): Params | null {
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== given) return null;
    } else if (given === '') return null;
    else params[part.slice(1, -1)] = given;
  }
  return params;
}
