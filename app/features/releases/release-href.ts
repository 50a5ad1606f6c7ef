/** The page of a release. */
export const releaseHref = (cluster: string, id: string): string =>
  `/clusters/${encodeURIComponent(cluster)}/releases/${encodeURIComponent(id)}`;
