-- CreateTable
CREATE TABLE "HistorySeries" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "directorId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "HistorySeries_directorId_fkey" FOREIGN KEY ("directorId") REFERENCES "Director" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HistoryBlock" (
    "tier" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "series" INTEGER NOT NULL,
    "points" BLOB NOT NULL,

    PRIMARY KEY ("tier", "start", "series")
);

-- CreateIndex
CREATE INDEX "HistorySeries_seenAt_idx" ON "HistorySeries"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "HistorySeries_directorId_service_destination_key" ON "HistorySeries"("directorId", "service", "destination");
