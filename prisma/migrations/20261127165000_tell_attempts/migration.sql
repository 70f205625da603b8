-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN     "retry_until" TIMESTAMPTZ(3);
