/** Tables as `ipvsadm -Ln` prints them. */
export const listing = {
  as: 'Show as',
  table: 'Table',
  ipvsadm: 'ipvsadm',
  director: 'Director',
  title: 'ipvsadm -Ln on {director}',
  unknown: 'Not known: no table was read from {director} for 10 s.',
  noDirector: 'No director yet.',
  noMatch: 'No line matches the filter.',
  reading: 'Reading the table of {director}…',
  none: 'Nothing of it stands in this kernel.',
} as const;
