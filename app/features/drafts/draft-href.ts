/** Where a draft's page is. */
export const draftHref = (cluster: string, id: string): string =>
  `/clusters/${encodeURIComponent(cluster)}/drafts/${encodeURIComponent(id)}`;
