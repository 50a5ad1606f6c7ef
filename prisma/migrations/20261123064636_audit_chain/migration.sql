-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "signature" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditStream" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "failingSince" DATETIME,
    "problem" TEXT
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "role" TEXT,
    "source" TEXT,
    "signedInBy" TEXT,
    "action" TEXT NOT NULL,
    "resource" TEXT,
    "cluster" TEXT,
    "director" TEXT,
    "reason" TEXT,
    "ticket" TEXT,
    "before" TEXT,
    "after" TEXT,
    "revision" INTEGER,
    "generation" INTEGER,
    "release" TEXT,
    "outcome" TEXT NOT NULL,
    "previous" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT ''
);
INSERT INTO "new_AuditEntry" ("action", "actor", "actorKind", "after", "at", "before", "cluster", "director", "generation", "id", "outcome", "reason", "resource", "revision", "role", "source") SELECT "action", "actor", "actorKind", "after", "at", "before", "cluster", "director", "generation", "id", "outcome", "reason", "resource", "revision", "role", "source" FROM "AuditEntry";
DROP TABLE "AuditEntry";
ALTER TABLE "new_AuditEntry" RENAME TO "AuditEntry";
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");
CREATE INDEX "AuditEntry_actor_at_idx" ON "AuditEntry"("actor", "at");
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at");
CREATE INDEX "AuditEntry_resource_at_idx" ON "AuditEntry"("resource", "at");
CREATE INDEX "AuditEntry_cluster_at_idx" ON "AuditEntry"("cluster", "at");
CREATE INDEX "AuditEntry_director_at_idx" ON "AuditEntry"("director", "at");
CREATE INDEX "AuditEntry_ticket_at_idx" ON "AuditEntry"("ticket", "at");
CREATE INDEX "AuditEntry_release_at_idx" ON "AuditEntry"("release", "at");
CREATE INDEX "AuditEntry_outcome_at_idx" ON "AuditEntry"("outcome", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "AuditStream_name_key" ON "AuditStream"("name");
