-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "tries_ended" TEXT;
