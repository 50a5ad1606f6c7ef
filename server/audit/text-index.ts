import type { Database as Sqlite } from 'better-sqlite3';

/** Where the text filter searches: line by line, so that nothing is found across two of them. */
export const searchedColumns = ['actor', 'resource', 'reason', 'cluster', 'director', 'ticket', 'release'] as const;

/** The searched text of a row; `of` is a prefix of the columns, such as `new.`. */
export const searchedText = (of = ''): string =>
  searchedColumns.map((column) => `coalesce(${of}"${column}", '')`).join(' || char(10) || ');

/**
 * Makes the index of all three letters that follow each other in rows' texts, where it is missing.
 *
 * It is derived from the rows, so it is no table of the schema. Without positions (`detail=none`) it is a third as
 * large, and says which rows may have a text; the rows themselves say which do. https://sqlite.org/fts5.html, 4.3.5
 */
export function makeTextIndex(db: Sqlite): void {
  if (db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'AuditText'`).get()) return;
  db.transaction(() => {
    db.exec(`
      CREATE VIRTUAL TABLE "AuditText"
        USING fts5("text", content='', detail='none', columnsize=0, tokenize='trigram');
      INSERT INTO "AuditText" ("rowid", "text") SELECT "id", ${searchedText()} FROM "AuditEntry";
      CREATE TRIGGER "AuditText_insert" AFTER INSERT ON "AuditEntry" BEGIN
        INSERT INTO "AuditText" ("rowid", "text") VALUES (new."id", ${searchedText('new.')});
      END;
    `);
  })();
}
