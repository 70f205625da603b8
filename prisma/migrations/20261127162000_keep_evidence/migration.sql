-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "outcome_sealed" BYTEA,
  ADD COLUMN     "outcome_key_id" TEXT;

-- CreateIndex
CREATE INDEX "posts_channel_id_ts_idx" ON "posts"("channel_id", "ts");
