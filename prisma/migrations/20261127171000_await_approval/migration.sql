-- AlterTable
ALTER TABLE "calls"
  ADD COLUMN     "approval_id" UUID;

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "because" TEXT[] NOT NULL,
    "asked" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "attempts" INTEGER NOT NULL,
    "due" JSONB,
    "due_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "sealed" BYTEA,
    "key_id" TEXT,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approvals_call_id_idx" ON "approvals"("call_id");

-- CreateIndex
CREATE INDEX "approvals_workspace_id_decided_by_idx" ON "approvals"("workspace_id", "decided_by");

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;
