-- AlterTable
ALTER TABLE "proposals" ADD COLUMN "answered_at" TIMESTAMPTZ(3);
