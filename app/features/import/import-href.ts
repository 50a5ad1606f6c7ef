/** Where files and tables are read into a cluster. */
export const importHref = (cluster: string): string => `/clusters/${encodeURIComponent(cluster)}/import`;
