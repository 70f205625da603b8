-- CreateTable
CREATE TABLE "digests" (
    "workspace_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "told_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("workspace_id", "channel_id")
);

-- CreateIndex
CREATE INDEX "digests_told_until_idx" ON "digests"("told_until");
