/** The names of labels that have values: `rack` of `rack=a`; each once, in the order of the alphabet. */
export const labelNames = (servers: readonly { readonly labels: readonly string[] }[]): string[] =>
  [
    ...new Set(
      servers.flatMap(({ labels }) =>
        labels.flatMap((label) => (label.includes('=') ? [label.slice(0, label.indexOf('='))] : [])),
      ),
    ),
  ].sort();
