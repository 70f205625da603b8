-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "remind_to" TEXT;
