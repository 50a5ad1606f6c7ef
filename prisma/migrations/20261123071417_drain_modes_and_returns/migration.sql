-- CreateTable
CREATE TABLE "ServiceReturn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clusterId" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "over" INTEGER,
    "passingNeeded" INTEGER,
    "since" DATETIME NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "steppedAt" DATETIME,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ServiceReturn_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Overlay" (
    "id" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    "began" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER,
    "deadlineSettled" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("id", "began"),
    CONSTRAINT "Overlay_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Overlay" ("began", "by", "clusterId", "ended", "endedAt", "endedBy", "id", "kind", "reason", "since", "target") SELECT "began", "by", "clusterId", "ended", "endedAt", "endedBy", "id", "kind", "reason", "since", "target" FROM "Overlay";
DROP TABLE "Overlay";
ALTER TABLE "new_Overlay" RENAME TO "Overlay";
CREATE INDEX "Overlay_clusterId_endedAt_idx" ON "Overlay"("clusterId", "endedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ServiceReturn_clusterId_idx" ON "ServiceReturn"("clusterId");
