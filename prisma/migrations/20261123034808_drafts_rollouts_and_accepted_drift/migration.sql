-- AlterTable
ALTER TABLE "Director" ADD COLUMN "heldBackAt" INTEGER;

-- AlterTable
ALTER TABLE "Generation" ADD COLUMN "only" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "added" INTEGER;
ALTER TABLE "Revision" ADD COLUMN "changed" INTEGER;
ALTER TABLE "Revision" ADD COLUMN "removed" INTEGER;
ALTER TABLE "Revision" ADD COLUMN "settingsChanged" BOOLEAN;

-- CreateTable
CREATE TABLE "AcceptedDrift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clusterId" TEXT NOT NULL,
    "directorId" TEXT NOT NULL,
    "stands" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    "began" INTEGER NOT NULL,
    "ended" INTEGER,
    CONSTRAINT "AcceptedDrift_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AcceptedDrift_directorId_fkey" FOREIGN KEY ("directorId") REFERENCES "Director" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clusterId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "base" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "definition" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "origin" TEXT,
    "services" INTEGER NOT NULL,
    "noteCount" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedBy" TEXT NOT NULL,
    CONSTRAINT "Draft_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rollout" (
    "clusterId" TEXT NOT NULL PRIMARY KEY,
    "firstId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "previousRevision" INTEGER NOT NULL,
    "previousTakeOver" TEXT NOT NULL,
    CONSTRAINT "Rollout_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Rollout_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Director" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ApplyResult" (
    "directorId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "revision" INTEGER,
    "confined" BOOLEAN NOT NULL DEFAULT false,
    "phase" TEXT NOT NULL,
    "total" INTEGER,
    "readBack" TEXT,
    "detail" TEXT,
    "steps" TEXT NOT NULL DEFAULT '[]',
    "took" REAL,
    "requestedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,

    PRIMARY KEY ("directorId", "generation"),
    CONSTRAINT "ApplyResult_directorId_fkey" FOREIGN KEY ("directorId") REFERENCES "Director" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ApplyResult_generation_fkey" FOREIGN KEY ("generation") REFERENCES "Generation" ("number") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ApplyResult" ("detail", "directorId", "endedAt", "generation", "phase", "readBack", "requestedAt", "steps", "took", "total") SELECT "detail", "directorId", "endedAt", "generation", "phase", "readBack", "requestedAt", "steps", "took", "total" FROM "ApplyResult";
DROP TABLE "ApplyResult";
ALTER TABLE "new_ApplyResult" RENAME TO "ApplyResult";
CREATE INDEX "ApplyResult_generation_idx" ON "ApplyResult"("generation");
CREATE TABLE "new_Overlay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clusterId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    "began" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER,
    CONSTRAINT "Overlay_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Overlay" ("by", "clusterId", "endedAt", "endedBy", "id", "kind", "reason", "since", "target") SELECT "by", "clusterId", "endedAt", "endedBy", "id", "kind", "reason", "since", "target" FROM "Overlay";
DROP TABLE "Overlay";
ALTER TABLE "new_Overlay" RENAME TO "Overlay";
CREATE INDEX "Overlay_clusterId_endedAt_idx" ON "Overlay"("clusterId", "endedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "AcceptedDrift_directorId_endedAt_idx" ON "AcceptedDrift"("directorId", "endedAt");

-- CreateIndex
CREATE INDEX "Draft_clusterId_updatedAt_idx" ON "Draft"("clusterId", "updatedAt");
