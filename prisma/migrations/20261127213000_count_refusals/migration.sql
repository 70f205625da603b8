-- CreateTable
CREATE TABLE "refusal_counts" (
    "workspace_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "refusal_counts_pkey" PRIMARY KEY ("workspace_id", "day", "reason")
);

-- CreateIndex
CREATE INDEX "refusal_counts_day_idx" ON "refusal_counts"("day");
