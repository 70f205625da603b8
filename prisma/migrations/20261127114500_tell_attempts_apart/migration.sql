-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN     "phone_hash" BYTEA,
  ADD COLUMN     "heard_end_at" TIMESTAMPTZ(3),
  ADD COLUMN     "kally_call_found" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "calls_workspace_id_phone_hash_confirmed_at_idx" ON "calls"("workspace_id", "phone_hash", "confirmed_at");

-- CreateIndex
CREATE INDEX "calls_under_way_idx" ON "calls"("workspace_id", "user_id")
  WHERE "stage" IN ('queued', 'placing', 'calling', 'checking');
