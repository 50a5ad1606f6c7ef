/** What can be done with any table. */
export const tableMenu = {
  open: 'Copy, and choose columns',
  copyAs: 'Copy the rows as',
  text: 'Text',
  csv: 'CSV',
  json: 'JSON',
  copied:
    '{count, plural, =0 {The head was copied: there are no rows.} one {# row was copied.} other {# rows were copied.}}',
  columns: 'Columns',
} as const;
