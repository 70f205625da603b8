-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "is_planned" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN     "due" JSONB,
  ADD COLUMN     "due_at" TIMESTAMPTZ(3),
  ADD COLUMN     "held" TEXT,
  ADD COLUMN     "accepted" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "calls_planned_idx" ON "calls"("workspace_id", "user_id", "due_at") WHERE "is_planned";
