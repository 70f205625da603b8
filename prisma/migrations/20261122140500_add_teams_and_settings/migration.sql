-- AlterTable
ALTER TABLE "links" ADD COLUMN     "team_id" TEXT;

-- AlterTable
ALTER TABLE "link_attempts" ADD COLUMN     "team_id" TEXT;

-- AlterTable
ALTER TABLE "calls" ADD COLUMN     "team_id" TEXT;

-- AlterTable
ALTER TABLE "preferences" ADD COLUMN     "team_id" TEXT;

-- CreateTable
CREATE TABLE "workspace_settings" (
    "workspace_id" TEXT NOT NULL,
    "retention_days" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_settings_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE INDEX "calls_workspace_id_confirmed_at_id_idx" ON "calls"("workspace_id", "confirmed_at" DESC, "id" DESC);
