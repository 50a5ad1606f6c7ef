/** A path of this console to go on to after sign-in; `/` for anything that could lead elsewhere. */
export function localPath(to: string | readonly string[] | undefined): string {
  // A browser takes `//host` and `/\host` for another site.
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
