-- AlterTable
ALTER TABLE "calls" ADD COLUMN     "shares_business" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "business_decisions" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT,
    "is_pinned" BOOLEAN NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "business_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calls_shared_businesses_idx" ON "calls"("workspace_id", "confirmed_at" DESC) WHERE "shares_business";

-- CreateIndex
CREATE INDEX "business_decisions_workspace_id_idx" ON "business_decisions"("workspace_id");

-- CreateIndex
CREATE INDEX "business_decisions_decided_at_idx" ON "business_decisions"("decided_at");
